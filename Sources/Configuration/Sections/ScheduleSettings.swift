import Content

/// One entry of `schedules`: when a school's lists are made and sent. Nothing here is an instant: dates and times are those of
/// the wall clock in the schedule's zone.
public struct ScheduleSettings: Sendable, Equatable {
    /// What happens to lists that nobody has reviewed when they would go out.
    public enum Unreviewed: String, Sendable, CaseIterable {
        /// They wait until they are approved or the next edition begins.
        case hold
        /// They go out, but for those that a class or dial holds for approval anyway.
        case send
    }

    /// Its name: 1 to 64 letters, digits, `-` and `_`.
    public var name: String
    /// Where it stands in the configuration.
    public var place: String
    /// Key `school`: the one school of the district that it is for, with its zone and calendar; nil: all. Default nil.
    public var school: SchoolName?
    /// Key `classes`: the classes whose learners get a list; nil (`all`): everybody. Default `all`.
    public var classes: [String]?
    /// Keys `days` and `cron`: on which days.
    public var days: DayPattern
    /// Keys `time` and `cron`: when lists go out.
    public var time: ClockTime
    /// Key `time-zone`. Nil: that of the schedule's school, or else of `school`.
    public var timeZone: String?
    /// Key `holidays`: days without an edition.
    public var holidays: [CalendarSource] = []
    /// Key `terms`: where any are named, only days in one of them have an edition.
    public var terms: [CalendarSource] = []
    /// Key `review`: when lists are made to be reviewed before they go out. Nil: they are made and go out at `time`.
    public var review: ReviewTime?
    /// Key `if-not-reviewed`. Default `hold`.
    public var unreviewed = Unreviewed.hold
    /// Key `max-late`: how many minutes after `time` an edition may still go out, 10…10080. Default 720.
    public var maxLateMinutes = 720

    /// A schedule by what it cannot do without.
    package init(name: String, place: String = "", days: DayPattern, time: ClockTime) {
        self.name = name
        self.place = place
        self.days = days
        self.time = time
    }

    /// All schedules, in the order of the file.
    static func all(in map: inout MapReader, schools: [SchoolEntry]) -> [ScheduleSettings] {
        map.section("schedules") { names in
            var seen: Set<String> = [Edition.manualSchedule]
            return names.namedValues().compactMap { name, value in
                // Each has a folder of its name in the outbox, and some disks know no upper and lower case.
                let isNew = seen.insert(name.lowercased()).inserted
                if !isNew, name != Edition.manualSchedule {
                    value.report { .schedulesDifferInCaseAlone(name, at: $0) }
                    return nil
                }
                guard Edition.isScheduleName(name), name != Edition.manualSchedule else {
                    value.report { .notAScheduleName(name, isReserved: name == Edition.manualSchedule, at: $0) }
                    return nil
                }
                return value.section { ScheduleSettings(name: name, at: value, schools: schools, reading: &$0) }
            }
        }
    }

    private init?(name: String, at value: LocatedNode, schools: [SchoolEntry], reading map: inout MapReader) {
        let school = map.school(among: schools)
        let classes = map.texts("classes", default: ["all"], check: Check.nothing)
        let zone = map.optionalText("time-zone", check: Check.timeZone)
        let words = map.texts("days", default: [], check: Check.days)
        let time = map.optionalText("time", check: Check.clockTime).flatMap { ClockTime($0) }
        let cron = map.optionalText("cron", check: Check.cron).flatMap { try? CronLine($0) }
        let holidays = Self.sources("holidays", in: &map)
        let terms = Self.sources("terms", in: &map)
        let review = map.optionalText("review", check: Check.reviewTime).flatMap { ReviewTime($0) }
        let unreviewed = map.choice("if-not-reviewed", default: Unreviewed.hold)
        let late = map.optionalText("max-late", check: Check.maxLate).flatMap { WrittenMinutes.read($0) }
        guard let (days, at) = Self.when(name, at: value, words: words, time: time, cron: cron, map: map) else {
            return nil
        }
        self.init(name: name, place: value.place, days: days, time: at)
        self.school = school
        self.classes = classes == ["all"] ? nil : classes
        timeZone = zone
        self.holidays = holidays
        self.terms = terms
        self.review = review
        self.unreviewed = unreviewed
        maxLateMinutes = late ?? maxLateMinutes
        if let review, review.daysBefore == 0, review.time >= at {
            value.report { .reviewComesTooLate(of: name, review, sentAt: at, at: $0) }
        } else if let review, days.comesWithin(days: review.daysBefore, at: at, after: review.time) {
            value.report { .reviewComesTooEarly(of: name, review, at: $0) }
        }
    }

    private static func when(
        _ name: String, at value: LocatedNode, words: [String], time: ClockTime?, cron: CronLine?, map: MapReader
    ) -> (DayPattern, ClockTime)? {
        let hasWords = map.has("days") || map.has("time")
        if map.has("cron") {
            if hasWords { value.report { .bothCronAndDays(in: name, at: $0) } }
            guard let cron else { return nil }
            return checked(DayPattern(cron: cron), cron.time, name, value)
        }
        for key in ["days", "time"] where !map.has(key) {
            value.report { .scheduleLacks(key, name, at: $0) }
        }
        guard let time, !words.isEmpty, let days = try? DayPattern(words: words) else { return nil }
        return checked(days, time, name, value)
    }

    private static func checked(
        _ days: DayPattern, _ time: ClockTime, _ name: String, _ value: LocatedNode
    ) -> (DayPattern, ClockTime) {
        if !days.everComes { value.report { .dayNeverComes(in: name, days, at: $0) } }
        return (days, time)
    }

    static func sources(_ key: String, in map: inout MapReader) -> [CalendarSource] {
        map.locatedTexts(key, check: Check.calendarSource).map { text, place in
            CalendarSource(DateSpan(text).map { .span($0) } ?? .file(text), place: place)
        }
    }

    /// What the canonical text says of calendars.
    static func tree(of list: [CalendarSource]) -> OptionValue {
        .list(
            list.map { source in
                switch source.kind {
                case .span(let span): .string(span.description)
                case .file(let path): .string(path)
                }
            })
    }

    var tree: OptionValue {
        var values: [String: OptionValue] = [
            "classes": classes.map { .list($0.map { .string($0) }) } ?? .string("all"),
            "days": .string(days.description), "time": .string(time.description), "time-zone": .optional(timeZone),
            "holidays": Self.tree(of: holidays), "terms": Self.tree(of: terms),
            "review": .optional(review?.description),
            "if-not-reviewed": .string(unreviewed.rawValue), "max-late": .int(maxLateMinutes),
        ]
        // Only where it is set: the digests of configurations without it stay what they were.
        if let school { values["school"] = .string(school.text) }
        return .map(values)
    }
}
