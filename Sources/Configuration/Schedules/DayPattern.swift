import Content

/// On which days a schedule has an edition, holidays and terms apart.
public struct DayPattern: Hashable, Sendable, CustomStringConvertible {
    /// One way to choose days; a day counts if one of them chooses it.
    public enum Rule: Hashable, Sendable {
        /// A day of the week, 1 (Monday) … 7 (Sunday).
        case weekday(Int)
        /// The first to fourth such day of a month, or the last one (-1).
        case ordinal(Int, weekday: Int)
        /// A day of the month, 1…31, or the last one (-1).
        case dayOfMonth(Int)
        /// The three fields of days of a cron line.
        case cron(CronDays)
    }

    /// The ways.
    public let rules: [Rule]
    /// As it is written.
    public let description: String

    /// A pattern by its rules.
    init(rules: [Rule], description: String) {
        self.rules = rules
        self.description = description
    }

    /// The pattern of a cron line.
    public init(cron: CronLine) { self.init(rules: [.cron(cron.days)], description: "cron \(cron)") }

    /// Reads words such as `monday`, `weekdays`, `every day`, `first monday`, `last friday`, `day 15`, `last day`. Throws what
    /// is wrong with the first word that means nothing.
    public init(words: [String]) throws(DayPatternError) {
        var rules: [Rule] = []
        for word in words {
            for rule in try DayPattern.rules(word) where !rules.contains(rule) { rules.append(rule) }
        }
        guard !rules.isEmpty else { throw DayPatternError(expected: "at least one day") }
        self.init(rules: rules, description: words.joined(separator: ", "))
    }

    /// Whether a date is one of its days.
    public func matches(_ date: CalendarDate) -> Bool {
        rules.contains { rule in
            switch rule {
            case .weekday(let day): date.weekday == day
            case .ordinal(-1, let day): date.weekday == day && date.adding(days: 7).month != date.month
            case .ordinal(let number, let day): date.weekday == day && (date.day - 1) / 7 + 1 == number
            case .dayOfMonth(-1): date.adding(days: 1).month != date.month
            case .dayOfMonth(let day): date.day == day
            case .cron(let days): days.matches(date)
            }
        }
    }

    /// Whether there is any day at all: 30 February never comes. Twenty-eight years hold every date on every weekday.
    public var everComes: Bool {
        let start = CalendarDate(year: 2000, month: 1, day: 1).dayNumber
        return (start..<start + 28 * 366).contains { matches(CalendarDate(dayNumber: $0)) }
    }

    /// Whether two editions may be so near each other that the later one's review, `days` before it at `review`, begins before
    /// the earlier one goes out at `time`. Looks at four years, as if there were no holidays.
    func comesWithin(days: Int, at time: ClockTime, after review: ClockTime) -> Bool {
        let start = CalendarDate(year: 2024, month: 1, day: 1).dayNumber
        let dates = (start..<start + 1_461).filter { matches(CalendarDate(dayNumber: $0)) }
        return zip(dates, dates.dropFirst()).contains { earlier, later in
            (later - days, review.minutes) <= (earlier, time.minutes)
        }
    }

    /// The names of the days of the week, Monday first.
    public static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1]

    private static func rules(_ text: String) throws(DayPatternError) -> [Rule] {
        let words = text.lowercased().split(separator: " ").map { String($0) }
        switch words {
        case ["every", "day"], ["daily"]: return (1...7).map { .weekday($0) }
        case ["weekdays"]: return (1...5).map { .weekday($0) }
        case ["weekends"]: return [.weekday(6), .weekday(7)]
        case ["last", "day"]: return [.dayOfMonth(-1)]
        case let pair where pair.count == 2 && pair[0] == "day":
            guard let day = Int(pair[1]), (1...31).contains(day) else {
                throw DayPatternError(expected: "a day of the month from 'day 1' to 'day 31', or 'last day'")
            }
            return [.dayOfMonth(day)]
        case let pair where pair.count == 2 && ordinals[pair[0]] != nil:
            return [.ordinal(ordinals[pair[0]] ?? 1, weekday: try weekday(pair[1], in: text))]
        default:
            return [.weekday(try weekday(words.joined(separator: " "), in: text))]
        }
    }

    private static func weekday(_ word: String, in text: String) throws(DayPatternError) -> Int {
        let singular = word.hasSuffix("s") && word.hasSuffix("days") ? String(word.dropLast()) : word
        for (index, name) in weekdays.enumerated() where name == singular || name.prefix(3) == singular {
            return index + 1
        }
        throw DayPatternError(
            expected: "days such as monday, weekdays, every day, first monday, last friday, day 15 or last day",
            hint: NearestName.hint(for: String(word.prefix(40)), among: weekdays))
    }
}

/// Words that choose no days.
public struct DayPatternError: Error, Hashable, Sendable {
    /// What was expected.
    public var expected: String
    /// What was probably meant, with a leading blank; or nothing.
    public var hint = ""
}
