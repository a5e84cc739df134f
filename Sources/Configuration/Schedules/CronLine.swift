import Content

/// The five fields of a cron line: minute, hour, day of the month, month, day of the week. An edition is a date, so minute and
/// hour are one number each.
public struct CronLine: Hashable, Sendable, CustomStringConvertible {
    /// The time of day.
    public let time: ClockTime
    /// The three fields of days.
    public let days: CronDays
    /// As it is written.
    public let description: String

    /// Reads a line; throws which field is wrong.
    public init(_ text: String) throws(CronError) {
        let fields = text.split(whereSeparator: \.isWhitespace).map { String($0) }
        guard fields.count == 5 else {
            throw CronError("five fields (minute, hour, day of the month, month, day of the week), as '30 6 * * mon'")
        }
        guard let minute = Int(fields[0]), let hour = Int(fields[1]), let time = ClockTime(hour: hour, minute: minute)
        else {
            throw CronError(
                "one minute (0 to 59) and one hour (0 to 23): a schedule has one edition a date, so one time of day")
        }
        self.time = time
        days = CronDays(
            daysOfMonth: try CronLine.field(fields[2], 1...31, "day of the month"),
            months: try CronLine.field(fields[3], 1...12, "month", names: CronLine.months),
            weekdays: Set(
                try CronLine.field(fields[4], 0...7, "day of the week", names: CronLine.days).map { $0 == 0 ? 7 : $0 }),
            restrictsMonthDays: !fields[2].hasPrefix("*"), restrictsWeekdays: !fields[4].hasPrefix("*"))
        description = fields.joined(separator: " ")
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]
    private static let days = ["sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6]

    /// A field: numbers or names, ranges, steps, lists.
    private static func field(
        _ text: String, _ range: ClosedRange<Int>, _ name: String, names: [String: Int] = [:]
    ) throws(CronError) -> Set<Int> {
        let error = CronError(
            "the \(name) as '*', numbers from \(range.lowerBound) to \(range.upperBound), ranges (1-5), "
                + "lists (1,3) or steps (*/2), not '\(text.prefix(40))'")
        func number(_ text: Substring) throws(CronError) -> Int {
            guard
                let value = names[text.lowercased()]
                    ?? (text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil),
                range.contains(value)
            else { throw error }
            return value
        }
        var values: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard (1...2).contains(halves.count) else { throw error }
            let step = halves.count == 2 ? Int(halves[1]) ?? 0 : 1
            guard step >= 1 else { throw error }
            let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
            let span: ClosedRange<Int>
            if halves[0] == "*" {
                span = range.lowerBound...(name == "day of the week" ? 6 : range.upperBound)
            } else if ends.count == 2 {
                let (low, high) = (try number(ends[0]), try number(ends[1]))
                guard low <= high else { throw error }
                span = low...high
            } else {
                let value = try number(halves[0])
                span = value...(halves.count == 2 ? range.upperBound : value)
            }
            values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
        }
        return values
    }
}

/// The days of a cron line. As cron has it, where both days of the month and of the week are restricted, either will do.
public struct CronDays: Hashable, Sendable {
    /// Days of the month, 1…31.
    public var daysOfMonth: Set<Int>
    /// Months, 1…12.
    public var months: Set<Int>
    /// Days of the week, 1 (Monday) … 7 (Sunday).
    public var weekdays: Set<Int>
    /// Whether the day of the month is anything but a star.
    public var restrictsMonthDays: Bool
    /// Whether the day of the week is anything but a star.
    public var restrictsWeekdays: Bool

    /// Whether a date is one of them.
    public func matches(_ date: CalendarDate) -> Bool {
        guard months.contains(date.month) else { return false }
        let byMonth = daysOfMonth.contains(date.day)
        let byWeek = weekdays.contains(date.weekday)
        return restrictsMonthDays && restrictsWeekdays ? byMonth || byWeek : byMonth && byWeek
    }
}

/// A cron line that cannot be used.
public struct CronError: Error, Hashable, Sendable {
    /// What was expected.
    public var expected: String

    init(_ expected: String) { self.expected = expected.onOneLine }
}
