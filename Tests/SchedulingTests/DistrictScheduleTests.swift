import Configuration
import Content
import Scheduling
import Testing

/// Zone, terms and holidays of a district's schools, in schedules of one school and of all.
@Suite struct DistrictScheduleTests {
    private static let schools = """
        school: {time-zone: Europe/London}
        schools:
          Hill: {time-zone: America/New_York, holidays: [2026-10-12], terms: [2026-09-07..2026-12-18]}
          Lake: {holidays: [Config/lake.ics]}
          Moor:
        """
    private static let lake = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20261019
        END:VEVENT
        END:VCALENDAR
        """

    private func schedule(_ lines: String, files: [String: String] = ["Config/lake.ics": lake]) throws -> Schedule {
        let book = try Calendars.book(
            Self.schools + "\nschedules:\n  a: {\(lines), days: [monday], time: 06:30}\n", files: files)
        return try #require(book.schedules.first, "\(book.findings)")
    }

    private func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    private func name(_ text: String) throws -> SchoolName { try #require(SchoolName(text)) }

    @Test func aScheduleOfOneSchoolHasItsZoneAndCalendar() throws {
        let hill = try schedule("school: Hill")
        #expect(hill.clock.identifier == "America/New_York")
        #expect(try hill.occurrence(on: date("2026-10-12")) == nil)
        #expect(try hill.occurrence(on: date("2026-12-21")) == nil)
        let occurrence = try #require(try hill.occurrence(on: date("2026-10-05")))
        #expect(occurrence.sends.iso == "2026-10-05T10:30:00Z")
        #expect(hill.terms(of: occurrence.edition, now: occurrence.sends).schools == .only(try name("hill")))
        // What it names itself holds: the other key is still the school's.
        let own = try schedule("school: Hill, holidays: [2026-10-05]")
        #expect(try own.occurrence(on: date("2026-10-12")) != nil && own.occurrence(on: date("2026-10-05")) == nil)
        #expect(try own.occurrence(on: date("2026-12-21")) == nil)
        #expect(try schedule("school: Hill, time-zone: Europe/Paris").clock.identifier == "Europe/Paris")
    }

    @Test func aScheduleOfAllLeavesOutSchoolsThatAreClosed() throws {
        let all = try schedule("max-late: 1 hour")
        #expect(all.clock.identifier == "Europe/London")
        #expect(try all.schools(on: date("2026-10-05")) == .all)
        #expect(try all.schools(on: date("2026-10-12")) == .allBut([name("Hill")]))
        #expect(try all.schools(on: date("2026-10-19")) == .allBut([name("Lake")]))
        #expect(try all.schools(on: date("2026-12-21")) == .allBut([name("Hill")]))
        #expect(try all.occurrence(on: date("2026-10-12")) != nil)
        // Whoever names terms or holidays for all has said when everybody gets lists.
        #expect(try schedule("terms: [2026-09-01..2027-06-30]").schools(on: date("2026-12-21")) == .all)
        #expect(try schedule("holidays: [2026-11-02]").schools(on: date("2026-10-12")) == .all)
    }

    @Test func wherePartOfACalendarCannotBeReadThatSchoolGetsNothing() throws {
        let all = try schedule("max-late: 1 hour", files: [:])
        #expect(try all.schools(on: date("2026-10-05")) == .allBut([name("Lake")]))
        let book = try Calendars.book(
            Self.schools + "\nschedules: {a: {school: Lake, days: [monday], time: 06:30}}")
        #expect(book.schedules.isEmpty && book.unusable == ["a"] && book.findings.count == 1)
    }

    @Test func whereAllSchoolsAreClosedThereIsNoEdition() throws {
        let text = """
            schools: {A: {holidays: [2026-10-12]}, B: {holidays: [2026-10-12, 2026-10-19]}}
            schedules: {a: {days: [monday], time: 06:30}}
            """
        let schedule = try #require(try Calendars.book(text).schedules.first)
        #expect(try schedule.occurrence(on: date("2026-10-12")) == nil)
        #expect(try schedule.schools(on: date("2026-10-19")) == .allBut([name("B")]))
    }

    @Test func oneSchoolIsForEverybody() throws {
        let schedule = try #require(
            try Calendars.book("schedules: {a: {days: [monday], time: 06:30, holidays: [2026-10-12]}}").schedules.first)
        #expect(try schedule.schools(on: date("2026-10-05")) == .all && schedule.schoolDays.isEmpty)
    }
}
