import Configuration
import Content
import Scheduling
import Testing

/// What a time on a date means in a zone.
@Suite struct LocalClockTests {
    @Test func aSkippedTimeIsTheFirstMinuteAfterTheGap() throws {
        let madrid = try #require(LocalClock(zone: "Europe/Madrid"))
        let date = CalendarDate(year: 2026, month: 3, day: 29)
        let half = try #require(ClockTime("02:30"))
        #expect(madrid.moment(date, half) == Timestamp(iso: "2026-03-29T01:00:00Z"))
    }
}
