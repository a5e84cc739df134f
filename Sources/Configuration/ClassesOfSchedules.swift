extension GleanerConfiguration {
    /// The classes that each schedule is for, by the schedules' names; one that is for all is left out.
    public var classesOfSchedules: [String: Set<String>] {
        Dictionary(
            schedules.compactMap { schedule in schedule.classes.map { (schedule.name, Set($0)) } },
            uniquingKeysWith: { first, _ in first })
    }
}
