/// What software writes that knows no date: the first moment of its calendar, in whatever zone.
public enum ZeroDate {
    /// Whether a moment is one: the year 1 (Go, .NET), 1601 (Windows), 1899 to 1904 (spreadsheets), 1970 (Unix).
    public static func isOne(_ moment: Timestamp) -> Bool {
        let day = moment.utcDate
        return day.year <= 1 || abs(moment.seconds) <= farthestZone || days.contains(day)
    }

    /// Seconds: no zone is farther from UTC.
    private static let farthestZone: Int64 = 14 * 3_600

    private static let days: Set<CalendarDate> = [
        CalendarDate(year: 1601, month: 1, day: 1), CalendarDate(year: 1899, month: 12, day: 30),
        CalendarDate(year: 1899, month: 12, day: 31), CalendarDate(year: 1900, month: 1, day: 1),
        CalendarDate(year: 1904, month: 1, day: 1),
    ]
}
