import Content

extension GleanerConfiguration {
    /// Whether it is a district of several schools.
    public var isDistrict: Bool { !schools.isEmpty }

    /// All that is read: the district's sources, then each school's own.
    public var allFeeds: [FeedSource] { feeds + schools.flatMap { $0.feeds } }

    /// What a school of the district has of its own; nil for a name that is none of theirs.
    public func entry(of school: SchoolName?) -> SchoolEntry? {
        school.flatMap { name in schools.first { $0.name == name } }
    }

    /// What holds for a learner's school: its own entry, or else the section `school`.
    public func school(of learner: Learner) -> SchoolSettings {
        entry(of: SchoolName(of: learner))?.school ?? school
    }

    /// How a learner's lists are mailed.
    public func mail(of learner: Learner) -> MailSettings { entry(of: SchoolName(of: learner))?.mail ?? mail }

    /// The names of the schools, as the roster has them.
    public var schoolNames: Set<SchoolName> { Set(schools.map { $0.name }) }

    /// The languages of all its schools, the district's first.
    public var allLanguages: [String] {
        schools.reduce(into: school.languages) { all, entry in
            all += entry.school.languages.filter { !all.contains($0) }
        }
    }

    /// Whether mails carry one-click addresses, which are made with the folder's secret.
    public var needsSecret: Bool { mail.oneClick != nil || schools.contains { $0.mail.oneClick != nil } }

    /// Whether anybody has a sender to mail lists.
    public var hasSender: Bool { mail.from != nil || schools.contains { $0.mail.from != nil } }

    /// The zone that a schedule is in, as an identifier: its own, or its school's, or the district's.
    public func zone(of schedule: ScheduleSettings) -> String {
        schedule.timeZone ?? entry(of: schedule.school)?.school.timeZone ?? school.timeZone
    }

    /// Who is written to about a school beside the operator; each address once.
    public func staff(of school: SchoolName) -> [MailAddress] {
        var seen: Set<String> = []
        return (entry(of: school)?.staff ?? []).filter { seen.insert($0.address.lowercased()).inserted }
    }
}
