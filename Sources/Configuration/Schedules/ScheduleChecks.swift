import Content

/// What the texts of a schedule must be.
extension Check {
    /// A time of day.
    static func clockTime(_ text: String) -> Fault? {
        ClockTime(text) == nil ? Fault(expected: "a time from 00:00 to 23:59, such as 06:30") : nil
    }

    /// Words that choose days.
    static func days(_ text: String) -> Fault? {
        do throws(DayPatternError) {
            _ = try DayPattern(words: [text])
            return nil
        } catch {
            return Fault(expected: error.expected, remedy: error.hint.trimmed)
        }
    }

    /// A cron line.
    static func cron(_ text: String) -> Fault? {
        do throws(CronError) {
            _ = try CronLine(text)
            return nil
        } catch {
            return Fault(expected: error.expected)
        }
    }

    /// When lists are made for review.
    static func reviewTime(_ text: String) -> Fault? {
        ReviewTime(text) == nil
            ? Fault(expected: "a time, or one up to 14 days before, such as '14:00' or '14:00 3 days before'") : nil
    }

    /// How late is too late.
    static func maxLate(_ text: String) -> Fault? {
        let isSpan = WrittenMinutes.read(text).map { (10...10_080).contains($0) } ?? false
        return isSpan ? nil : Fault(expected: "a time from '10 minutes' to '7 days', such as '6 hours'")
    }

    /// How long a run may take.
    static func runDeadline(_ text: String) -> Fault? {
        let isSpan = WrittenMinutes.read(text).map { (10...2_880).contains($0) } ?? false
        return isSpan ? nil : Fault(expected: "a time from '10 minutes' to '2 days', such as '3 hours'")
    }

    /// A date, dates from one to another, or an iCalendar file.
    static func calendarSource(_ text: String) -> Fault? {
        if DateSpan(text) != nil || text.lowercased().hasSuffix(".ics") { return nil }
        let looksLikeDates = text.prefix(2).allSatisfy { $0.isNumber } && text.contains("-")
        return Fault(
            expected: "a date (2026-10-12), dates from one to another (2026-12-23..2027-01-06) or an .ics file",
            remedy: looksLikeDates ? "Check that the days exist and the first is not after the last." : "")
    }

    /// A path of a folder, not an address.
    static func folder(_ text: String) -> Fault? {
        text.contains("://") ? Fault(expected: "a folder of this machine") : nil
    }
}
