import Content
import JSON
import Pipeline
import Scheduling
import UseCases

extension TellStatus.Outcome: Told, ToldAsJSON {
    /// How it is, what somebody should look at, and each schedule.
    public var lines: [String] {
        var lines = ["\(school.school): \(school.isWell ? "all is well." : "somebody should look.")"]
        lines += school.problems.map { "  !  \($0.clause)." }
        lines += school.notes.map { "  -  \($0.clause)." }
        if let running = school.running { lines.append("  at work: \(running)") }
        for line in school.schools { lines.append("\(line.name): \(line.words)") }
        for line in school.schedules {
            let whose = line.school.map { ", \($0)" } ?? ""
            lines.append("\(line.schedule)\(whose)\(line.isPaused ? " (paused)" : "")")
            lines.append(
                "  last   "
                    + (line.last.map { "\($0) \(line.state?.rawValue ?? ""), \(line.at(line.at))" } ?? "none yet"))
            lines.append("  next   " + (line.next.map { line.words(next: $0) } ?? "none to come"))
        }
        if let nothing { lines.append(nothing.sentence) }
        for edition in school.waiting {
            let lists = edition.unapproved > 0 ? "; \(edition.unapproved) of its lists wait for approval" : ""
            lines.append("waits  \(edition.edition): \(edition.what)\(lists)")
        }
        return lines
    }

    /// 1: somebody should look.
    public var status: Int32 { school.isWell ? 0 : 1 }

    private struct Line: Encodable {
        struct Schedule: Encodable {
            let schedule: Verbatim
            let school: SchoolName?
            let last: Edition?
            let state: EditionRecord.State?
            let at: Timestamp?
            let reason: Verbatim?
            let next: Edition?
            let makes: Timestamp?
            let sends: Timestamp?
            let isPaused: Bool
            let failures: Int
            let problem: Verbatim?
            let lastDone: Timestamp?
        }

        struct Waiting: Encodable {
            let edition: Edition
            let what: String
            let unapproved: Int
        }

        struct OfSchool: Encodable {
            let school: SchoolName
            let edition: Edition?
            let learners: Int?
            let served: Int?
            let short: Int?
            let without: Int?
            let unwanted: Int?
            let staff: [Verbatim]
        }

        let school: Verbatim
        /// Left out where it is one school.
        let schools: [OfSchool]?
        let schedules: [Schedule]
        let waiting: [Waiting]
        let problems: [String]
        let notes: [String]
        let supply: [SupplyDesk.Line]
        let running: Verbatim?
    }

    /// One line.
    public func jsonLines() throws -> [String] {
        let schools = school.schools.map { line in
            Line.OfSchool(
                school: line.name, edition: line.edition, learners: line.numbers?.learners,
                served: line.numbers?.served,
                short: line.numbers?.short, without: line.numbers?.without, unwanted: line.numbers?.unwanted,
                staff: line.staff)
        }
        let line = Line(
            school: school.school, schools: schools.isEmpty ? nil : schools,
            schedules: school.schedules.map {
                Line.Schedule(
                    schedule: $0.schedule, school: $0.school, last: $0.last, state: $0.state, at: $0.at,
                    reason: $0.reason, next: $0.next,
                    makes: $0.makes, sends: $0.sends, isPaused: $0.isPaused, failures: $0.failures,
                    problem: $0.problem, lastDone: $0.lastDone)
            },
            waiting: school.waiting.map {
                Line.Waiting(edition: $0.edition, what: $0.what, unapproved: $0.unapproved)
            }, problems: school.problems.map { $0.clause }, notes: school.notes.map { $0.clause },
            supply: school.supply, running: school.running)
        return [ShownAddress.text(try JSONText.of(line))]
    }
}

extension SchoolStatus.Line {
    fileprivate func at(_ moment: Timestamp?) -> String { moment.map { clock.text(at: $0) } ?? "-" }

    fileprivate func words(next: Edition) -> String {
        makes == sends ? "\(next), \(at(sends))" : "\(next), made \(at(makes)), sent \(at(sends))"
    }
}

extension SchoolStatus.OfSchool {
    /// How its learners are served, and who is told of it.
    fileprivate var words: String {
        let told = staff.isEmpty ? "no staff is told" : "told: \(staff.map { $0.text }.joined(separator: ", "))"
        guard let numbers, let edition else { return "no lists yet; \(told)" }
        var parts = ["\(numbers.served) of \(numbers.learners) learners served"]
        if numbers.short > 0 { parts.append("\(numbers.short) of them short of articles") }
        let unserved = numbers.without - numbers.unwanted
        if unserved > 0 { parts.append("\(unserved) unserved") }
        if numbers.unwanted > 0 { parts.append("\(numbers.unwanted) want none") }
        return "\(parts.joined(separator: ", ")) (\(edition)); \(told)"
    }
}

extension SchoolStatus.Waiting {
    /// What it waits for, as a clause.
    fileprivate var what: String { isUntouched ? "it is due: \(because)" : because.text }
}
