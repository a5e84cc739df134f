import Content

extension ScheduleSettings {
    /// What a run for one of its editions is for. `due`: when the edition was due; nil for a run by hand. `schools`: whose lists are made,
    /// where a calendar says so; nil: those of all its learners.
    package func terms(
        of edition: Edition, now: Timestamp, due: Timestamp? = nil, schools: SchoolChoice? = nil
    ) -> RunTerms {
        RunTerms(
            edition: edition, now: now, due: due, classes: classes.map { Set($0) },
            schools: schools ?? school.map { .only($0) } ?? .all, reviewsAll: review != nil)
    }
}

extension GleanerConfiguration {
    /// The classes that each schedule is for, by the schedules' names; one that is for all is left out.
    public var classesOfSchedules: [String: Set<String>] {
        Dictionary(
            schedules.compactMap { schedule in schedule.classes.map { (schedule.name, Set($0)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// What a run by hand is for; one of no schedule that there is, is for all.
    package func terms(of edition: Edition, now: Timestamp) -> RunTerms {
        schedules.first { $0.name == edition.schedule }?.terms(of: edition, now: now)
            ?? RunTerms(edition: edition, now: now)
    }
}
