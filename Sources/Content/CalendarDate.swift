/// A day of the Gregorian calendar, without time or zone: what an edition and a schedule are named by.
public struct CalendarDate: Hashable, Comparable, Codable, Sendable {
    /// The year, 1…9999 in everything that Gleaner prints.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, 1…31.
    public let day: Int

    /// A date by its parts. Parts out of range carry over: month 13 is January of the next year.
    public init(year: Int, month: Int, day: Int) {
        self.init(dayNumber: CalendarDate.dayNumber(year: year, month: month, day: day))
    }

    /// The day that many days after 1970-01-01.
    public init(dayNumber: Int) {
        // Days to civil date by eras of 400 years: proleptic Gregorian arithmetic on a year that begins in March.
        let shifted = dayNumber + 719_468
        let (era, dayOfEra) = shifted.dividedFloor(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Reads `YYYY-MM-DD`; nil for anything else, also for a day that does not exist.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
        guard self.year == year, self.month == month, self.day == day else { return nil }
    }

    /// Days since 1970-01-01; negative before.
    public var dayNumber: Int { CalendarDate.dayNumber(year: year, month: month, day: day) }

    /// The day of the week, 1 (Monday) … 7 (Sunday).
    public var weekday: Int { (dayNumber + 3).dividedFloor(by: 7).remainder + 1 }

    /// `YYYY-MM-DD`.
    public var iso: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(month.twoDigits)-\(day.twoDigits)"
    }

    /// The day that many days later.
    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// Orders by day.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let (extraYears, monthIndex) = (month - 1).dividedFloor(by: 12)
        let month = monthIndex + 1
        let year = year + extraYears - (month <= 2 ? 1 : 0)
        let (era, yearOfEra) = year.dividedFloor(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The ISO form.
    public var description: String { iso }
}
