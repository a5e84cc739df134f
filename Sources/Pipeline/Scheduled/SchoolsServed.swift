import Configuration
import Content
import Store

extension SchoolStatus {
    /// One school of a district: how its learners were served last, and who is told of it.
    public struct OfSchool: Sendable {
        /// The school, as the configuration names it.
        public var name: SchoolName
        /// The last edition that was for its learners; nil: none was yet.
        public var edition: Edition?
        /// What that came to.
        public var numbers: RunSummary.OfSchool?
        /// The addresses of its staff who are told.
        public var staff: [Verbatim]
    }

    /// What somebody of one school should look at: its own learners, and the editions that are for them. What is the whole district's, as
    /// its feeds, and what tells of learners of other schools is the operator's.
    public func problems(of school: SchoolName) -> [HealthProblem] {
        problems.filter { problem in
            if let own = problem.school { return own == school }
            return problem.schedule.map { isFor(school, $0) } ?? false
        }
    }

    /// Whether a schedule is for a school's learners.
    private func isFor(_ school: SchoolName, _ schedule: String) -> Bool {
        guard let line = schedules.first(where: { $0.schedule.text == schedule }) else { return true }
        return line.school.map { $0 == school } ?? true
    }

    /// The same status as one school sees it.
    package func seen(by school: SchoolName) -> SchoolStatus {
        var seen = self
        seen.problems = problems(of: school)
        seen.notes = []
        seen.schedules = schedules.filter { isFor(school, $0.schedule.text) }
        seen.waiting = waiting.filter { isFor(school, $0.edition.schedule) }
        seen.schools = schools.filter { $0.name == school }
        return seen
    }
}

extension SchoolHealth {
    /// The schools of a district with what the last edition for each came to, in the order of the configuration.
    func schools() throws -> [SchoolStatus.OfSchool] {
        let configuration = calendar.configuration
        guard configuration.isDistrict else { return [] }
        let runs = try store.map { try recent($0, Stage.rank).sorted { $0.now < $1.now } } ?? []
        var last: [SchoolName: (edition: Edition, numbers: RunSummary.OfSchool)] = [:]
        for run in runs {
            for numbers in summary(of: run)?.rank?.schools ?? [] where numbers.learners > 0 {
                if let name = numbers.school { last[name] = (run.edition, numbers) }
            }
        }
        return configuration.schools.map { entry in
            SchoolStatus.OfSchool(
                name: entry.name, edition: last[entry.name]?.edition, numbers: last[entry.name]?.numbers,
                staff: configuration.staff(of: entry.name).map { Verbatim($0.address) })
        }
    }

    /// Schools with too many learners without a list.
    func unserved(_ rank: RunSummary.Rank, in edition: Edition) -> [HealthProblem]? {
        rank.schools.map { schools in
            schools.compactMap { numbers in
                let (wanted, without) = (numbers.learners - numbers.unwanted, numbers.without - numbers.unwanted)
                guard without > 0, without * 100 >= wanted * Self.tooManyWithout else { return nil }
                return .schoolWithoutList(numbers.school, without, of: wanted, edition)
            }
        }
    }

    /// Schools with learners that no schedule is for.
    func unscheduled(_ store: Store) throws -> [HealthProblem] {
        let schedules = calendar.configuration.schedules
        guard calendar.configuration.isDistrict, !schedules.isEmpty, !schedules.contains(where: { $0.school == nil })
        else { return [] }
        let counts = try store.learners.countsOfSchools()
        return calendar.configuration.schools.compactMap { entry in
            guard let count = counts[entry.name], count > 0,
                !schedules.contains(where: { $0.school == entry.name })
            else { return nil }
            return .schoolWithoutSchedule(entry.name, learners: count)
        }
    }
}
