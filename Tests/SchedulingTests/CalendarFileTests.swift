import Configuration
import Content
import Scheduling
import Store
import Testing
import TestSupport

/// Days from iCalendar files.
@Suite struct CalendarFileTests {
    private static func read(_ events: String) -> (days: [String], findings: [Finding]) {
        let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(events.replacing("\n", with: "\r\n"))\r\nEND:VCALENDAR\r\n"
        let (spans, findings) = CalendarFile.read(Array(text.utf8), name: "days.ics")
        return (DateSet(spans).spans.map { "\($0)" }, findings)
    }

    private static func event(_ lines: String) -> String { "BEGIN:VEVENT\nUID:1\n\(lines)\nEND:VEVENT" }

    @Test(arguments: [
        ("DTSTART;VALUE=DATE:20261012", ["2026-10-12"]),
        ("DTSTART;VALUE=DATE:20261223\nDTEND;VALUE=DATE:20270107", ["2026-12-23..2027-01-06"]),
        ("DTSTART;VALUE=DATE:20261223\nDURATION:P2D", ["2026-12-23..2026-12-24"]),
        ("DTSTART;VALUE=DATE:20261005\nRRULE:FREQ=WEEKLY;COUNT=3", ["2026-10-05", "2026-10-12", "2026-10-19"]),
        (
            "DTSTART;VALUE=DATE:20261005\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20261012",
            ["2026-10-05", "2026-10-19"]
        ),
        ("DTSTART;VALUE=DATE:20280229\nRRULE:FREQ=YEARLY;COUNT=2", ["2028-02-29", "2032-02-29"]),
        ("DTSTART;VALUE=DATE:2026\n 1012\nSUMMARY:folded", ["2026-10-12"]),
        ("DTSTART;VALUE=DATE:20261012\nSTATUS:CANCELLED", []),
        ("DTSTART;VALUE=DATE:20261012\nBEGIN:VALARM\nDTSTART;VALUE=DATE:20250101\nEND:VALARM", ["2026-10-12"]),
        ("DTSTART:20261012T090000Z\nDTEND:20261012T100000Z", []),
        ("DTSTART;VALUE=DATE:20261399", []),
        ("SUMMARY:no day", []),
    ])
    func anEventIsItsDays(_ lines: String, _ days: [String]) { #expect(Self.read(Self.event(lines)).days == days) }

    @Test func aTimedEventIsSaidToBeLeftOut() {
        let findings = Self.read(Self.event("DTSTART:20261012T090000Z")).findings
        #expect(findings.contains { $0.problem.contains("1 of its events have a time of day") })
    }

    @Test func whatIsNoCalendarIsSaid() {
        let (spans, findings) = CalendarFile.read(Array("<html>".utf8), name: "days.ics")
        #expect(spans.isEmpty)
        #expect(findings.first?.severity == .error)
    }

    /// Rules without end or without any day, nesting, floods, long lines, odd bytes: bounded, and never a crash.
    @Test(arguments: [
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY",
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=SECONDLY;BYSETPOS=-366",
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY;INTERVAL=99999999999999999999",
        "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;RSCALE=HEBREW;BYMONTH=5L",
        "DTSTART;VALUE=DATE:20260101\nRRULE:" + String(repeating: "BYDAY=MO,", count: 5_000),
        "DTSTART;VALUE=DATE:99999999\nDTEND;VALUE=DATE:00000000",
        "DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:99991231",
        "DTSTART;VALUE=DATE:20260101\nSUMMARY:" + String(repeating: "x", count: 1_000_000),
        String(repeating: "BEGIN:VEVENT\n", count: 50_000),
        String(repeating: "BEGIN:X\n", count: 50_000) + "DTSTART;VALUE=DATE:20260101",
        "DTSTART;VALUE=DATE;TZID=../../etc/passwd:20260101\u{0}\u{7F}",
    ])
    func aHostileEventEnds(_ lines: String) {
        let days = Self.read(Self.event(lines)).days
        #expect(days.count <= 2_000)
    }

    @Test func manyEventsAndRulesAreBounded() {
        let rule = Self.event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
        let (_, findings) = Self.read(Array(repeating: rule, count: 6_000).joined(separator: "\n"))
        #expect(findings.contains { $0.problem.contains("only the first 5000") })
        #expect(findings.count < 30)
    }
}

/// Schedules from a configuration.
@Suite struct ScheduleBookTests {
    @Test func holidaysAndTermsDecide() throws {
        let schedule = try Calendars.schedule(
            "days: [monday], time: 06:30, holidays: [2026-10-12], terms: [2026-09-07..2026-10-20, 2026-11-02]")
        let dates = schedule.next(20, after: Calendars.moment("2026-09-01T00:00:00Z")).map { $0.edition.date.iso }
        #expect(
            dates == ["2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05", "2026-10-19", "2026-11-02"])
    }

    @Test func aCalendarThatCannotBeReadKeepsItsScheduleFromSending() throws {
        let yaml =
            "schedules:\n  a: {days: [monday], time: 06:30, holidays: [gone.ics]}\n  b: {days: [monday], time: 06:30}\n"
        let book = try Calendars.book(yaml)
        #expect(book.schedules.map { $0.name } == ["b"])
        #expect(book.unusable == ["a"])
        #expect(book.findings.first?.place == "gleaner.yaml:2:47")
    }

    @Test func whatCannotBeUsedIsNotGivenUp() throws {
        let yaml = "schedules:\n  a: {days: [every day], time: 06:30, holidays: [gone.ics]}\n"
        let ledger = MemoryLedger()
        let now = Calendars.moment("2026-09-01T06:40:00Z")
        ledger.put(
            .init(
                edition: Edition(schedule: "a", date: now.utcDate), state: .open, makes: now, sends: now,
                ends: now.adding(seconds: 3_600), at: now))
        let book = try Calendars.book(yaml)
        #expect(try Decision.decide(book, LedgerView(ledger, schedules: book.schedules, now: now), now: now).isEmpty)
    }
}
