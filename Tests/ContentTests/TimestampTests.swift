import Content
import Foundation
import TestSupport
import Testing

/// Moments as people and programs write them.
struct TimestampTests {
    @Test(arguments: [
        ("2026-09-07", "2026-09-07T00:00:00Z"),
        ("2026-09-07T06:30", "2026-09-07T06:30:00Z"),
        ("2026-09-07 06:30", "2026-09-07T06:30:00Z"),
        ("2026-09-07T06:30:15", "2026-09-07T06:30:15Z"),
        ("2026-09-07T06:30:15Z", "2026-09-07T06:30:15Z"),
        ("2026-09-07T06:30Z", "2026-09-07T06:30:00Z"),
        ("2026-09-07T06:30:15+02:00", "2026-09-07T04:30:15Z"),
        ("2026-09-07T06:30-05:45", "2026-09-07T12:15:00Z"),
        ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
        ("2026-12-31T23:30:00-14:00", "2027-01-01T13:30:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
    ])
    func isoFormsAreRead(_ text: String, _ printed: String) throws {
        #expect(try #require(Timestamp(iso: text)).iso == printed)
    }

    @Test(arguments: [
        "", "now", "2026-09", "2026-09-07T", "2026-09-07 ", "2026-09-07Z", "2026-09-07T6:30", "2026-09-07T24:00",
        "2026-09-07T12:60", "2026-09-07T12:30:61", "2026-09-07T12:30:1", "2026-09-07T12:30:15.5Z",
        "2026-09-07T12:30:15ZZ", "2026-09-07T12:30:15 Z", "2026-09-07T12:30:15+0200", "2026-09-07T12:30:15+2:00",
        "2026-09-07T12:30:15+99:99", "2026-09-07T12:30:15+24:00", "2026-09-07T12:30:15+01:60", "2026-02-29T00:00",
        "2026-09-07T12:30:15+", "2026-09-07x12:30", "2026-09-07T-1:30", "2026-09-07T12:30\u{0}",
    ])
    func whatIsNoMomentIsRefused(_ text: String) {
        #expect(Timestamp(iso: text) == nil)
    }

    @Test func printingAndReadingAreInverse() {
        var random = SeededRandom(seed: 2)
        for _ in 0..<3_000 {
            let moment = Timestamp(seconds: .random(in: -60_000_000_000...200_000_000_000, using: &random))
            #expect(Timestamp(iso: moment.iso) == moment, "\(moment.seconds)")
            #expect(moment.utcDate == CalendarDate(iso: moment.iso.prefix(10)))
        }
    }

    @Test func printingAgreesWithFoundation() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<300 {
            let moment = Timestamp(seconds: .random(in: -10_000_000_000...100_000_000_000, using: &random))
            #expect(moment.iso == Date(timeIntervalSince1970: Double(moment.seconds)).formatted(.iso8601))
        }
    }

    @Test func fieldsOutOfRangeCarryOver() {
        #expect(
            Timestamp(year: 2026, month: 12, day: 31, hour: 23, minute: 59, second: 60).iso == "2027-01-01T00:00:00Z")
        #expect(Timestamp(year: 2026, month: 1, day: 1, hour: -1).iso == "2025-12-31T23:00:00Z")
    }

    @Test func daysBetweenMomentsHaveASignAndAFraction() throws {
        let noon = try #require(Timestamp(iso: "2026-09-07T12:00"))
        #expect(noon.days(since: noon.adding(seconds: -129_600)) == 1.5)
        #expect(noon.days(since: noon.adding(seconds: 21_600)) == -0.25)
    }
}
