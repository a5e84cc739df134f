import Configuration
import Content
import Testing

/// The words of schedules: which days and times they choose, and what is said of wrong ones.
@Suite struct ScheduleSettingsTests {
    private static func dates(_ words: [String], from: String, days: Int) throws -> [String] {
        let pattern = try DayPattern(words: words)
        let start = try #require(CalendarDate(iso: from)).dayNumber
        return (start..<start + days).map { CalendarDate(dayNumber: $0) }.filter { pattern.matches($0) }.map { $0.iso }
    }

    @Test(arguments: [
        (["monday"], ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]),
        (["Mon", "first thursday"], ["2026-09-03", "2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]),
        (["last friday"], ["2026-09-25"]), (["day 15", "last day"], ["2026-09-15", "2026-09-30"]),
        (
            ["weekends"],
            [
                "2026-09-05", "2026-09-06", "2026-09-12", "2026-09-13", "2026-09-19", "2026-09-20", "2026-09-26",
                "2026-09-27",
            ]
        ),
    ])
    func wordsChooseDays(_ words: [String], _ dates: [String]) throws {
        #expect(try Self.dates(words, from: "2026-09-01", days: 30) == dates)
    }

    @Test(arguments: [
        ("30 6 * * 1", ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]),
        ("30 6 1,15 * *", ["2026-09-01", "2026-09-15"]),
        ("0 7 1 9 mon", ["2026-09-01", "2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28"]),
        ("0 7 */10 * *", ["2026-09-01", "2026-09-11", "2026-09-21"]), ("0 7 * sep sun-1,7", []),
        ("0 7 * * 0", ["2026-09-06", "2026-09-13", "2026-09-20", "2026-09-27"]),
        ("0 7 29 2 *", []), ("0 7 * 1-8 *", []),
    ])
    func cronChoosesDays(_ line: String, _ dates: [String]) throws {
        guard line != "0 7 * sep sun-1,7" else {
            // Sunday is 0 as well as 7: a range from it begins the week.
            return #expect(try DayPattern(cron: CronLine(line)).matches(CalendarDate(year: 2026, month: 9, day: 6)))
        }
        let pattern = DayPattern(cron: try CronLine(line))
        let start = CalendarDate(year: 2026, month: 9, day: 1).dayNumber
        #expect(
            (start..<start + 30).map { CalendarDate(dayNumber: $0) }.filter { pattern.matches($0) }.map { $0.iso }
                == dates)
    }

    @Test(arguments: [
        ("a: {days: [mnday], time: 06:30}", "2:14", "Did you mean 'monday'?"),
        ("a: {days: [monday], time: 6.30}", "2:29", "expected a time from 00:00 to 23:59"),
        ("a: {days: [monday]}", "2:6", "has no 'time'"), ("a: {time: 06:30}", "2:6", "has no 'days'"),
        ("a: {cron: '* 6 * * 1'}", "2:13", "one time of day"), ("a: {cron: '0 6 * *'}", "2:13", "five fields"),
        ("a: {cron: '0 6 * 13 *'}", "2:13", "the month as"), ("a: {cron: '0 6 30 2 *'}", "2:6", "never comes"),
        ("a: {cron: '0 6 * * 1', time: 06:30}", "2:6", "has both"),
        ("manual: {days: [monday], time: 06:30}", "2:11", "'manual' is the schedule of runs by hand"),
        ("a b: {days: [monday], time: 06:30}", "2:8", "cannot name a schedule"),
        ("a: {days: [monday], time: 06:30, holidays: [2026-02-30]}", "2:47", "Check that the days exist"),
        (
            "a: {days: [monday], time: 06:30, terms: [2026-02-20..2026-01-01]}", "2:44",
            "the first is not after the last"
        ),
        ("a: {days: [monday], time: 06:30, review: 07:00}", "2:6", "is not before the time to send"),
        ("a: {days: [weekdays], time: 06:30, review: 14:00 3 days before}", "2:6", "before the edition before is out"),
        ("a: {days: [monday], time: 06:30, max-late: 5 minutes}", "2:46", "from '10 minutes' to '7 days'"),
        ("a: {days: [monday], time: 06:30, time-zone: Europe/Madird}", "2:47", "Did you mean 'Europe/Madrid'?"),
        ("a: {days: [monday], time: 06:30, if-not-reviewed: wait}", "2:53", "expected hold, send."),
        ("a: {days: [monday], tiem: 06:30, time: 06:30}", "2:23", "Did you mean 'time'?"),
    ])
    func aMistakeIsToldWithItsPlace(_ lines: String, _ place: String, _ words: String) throws {
        let findings = try ConfigurationFaultTests.findings("schedules:\n  \(lines)\n")
        #expect(findings.count == 1, "\(findings)")
        #expect(findings.first?.place == "g.yaml:\(place)", "\(findings)")
        #expect(findings.first?.description.contains(words) == true, "\(findings)")
    }

    @Test func allThatIsWrittenIsRead() throws {
        let yaml = """
            schedules:
              weekly: {classes: [5A, 5B], days: [monday, first friday], time: 6:30, time-zone: Asia/Kolkata,
                       holidays: [2026-10-12, 2026-12-23..2027-01-06, Config/free.ics], review: 14:00 the day before,
                       if-not-reviewed: send, max-late: 90 minutes}
            operation: {alerts-to: tech@school.example, alert-after: 5, keep-days: none, mails-per-minute: 30}
            """
        let configuration = try GleanerConfiguration(yaml: yaml)
        let weekly = try #require(configuration.schedules.first)
        #expect(weekly.classes == ["5A", "5B"])
        #expect("\(weekly.time)" == "06:30")
        #expect(weekly.review == ReviewTime(daysBefore: 1, time: try #require(ClockTime("14:00"))))
        #expect(weekly.unreviewed == .send)
        #expect(weekly.maxLateMinutes == 90)
        #expect(weekly.holidays.map { $0.kind }.last == .file("Config/free.ics"))
        #expect(configuration.operation.keepDays == nil)
        #expect(configuration.canonicalText.contains("weekly"))
    }
}
