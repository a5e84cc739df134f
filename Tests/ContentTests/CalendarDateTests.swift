import Content
import TestSupport
import Testing

/// Dates without time: the arithmetic that editions rest on.
struct CalendarDateTests {
    @Test func dayNumbersAndDatesAreOneToOneOverCenturies() {
        // Counted by hand from 1600-03-01 on, with the rule of leap years and nothing else.
        var (year, month, day) = (1600, 3, 1)
        let first = CalendarDate(year: year, month: month, day: day).dayNumber
        for number in first..<(first + 365 * 801) {
            let date = CalendarDate(dayNumber: number)
            guard date.year == year, date.month == month, date.day == day, date.dayNumber == number else {
                Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
                return
            }
            day += 1
            if day > Self.days(in: month, of: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-09-07", 20_703)])
    func knownDaysHaveTheirNumbers(_ iso: String, _ number: Int) throws {
        let date = try #require(CalendarDate(iso: iso))
        #expect(date.dayNumber == number)
        #expect(date.iso == iso)
    }

    @Test(arguments: [2000, 2024, 2028, 2400])
    func leapYearsHaveTheir29thOfFebruary(_ year: Int) {
        #expect(CalendarDate(iso: "\(year)-02-29") != nil)
        #expect(CalendarDate(year: year, month: 2, day: 28).adding(days: 1).iso == "\(year)-02-29")
    }

    @Test(arguments: [1900, 2023, 2025, 2100, 2200])
    func otherYearsDoNot(_ year: Int) {
        #expect(CalendarDate(iso: "\(year)-02-29") == nil)
        #expect(CalendarDate(year: year, month: 2, day: 28).adding(days: 1).iso == "\(year)-03-01")
    }

    @Test(arguments: [
        "", "2026", "2026-9-7", "2026-09-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026/09/07",
        "26-09-07", "2026-09-07Z", " 2026-09-07", "2026-09-0x", "+026-09-07", "-026-09-07", "２０２６-09-07",
    ])
    func whatIsNoDayIsRefused(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func partsOutOfRangeCarryOver() {
        #expect(CalendarDate(year: 2026, month: 13, day: 1).iso == "2027-01-01")
        #expect(CalendarDate(year: 2026, month: 0, day: 1).iso == "2025-12-01")
        #expect(CalendarDate(year: 2026, month: 3, day: 0).iso == "2026-02-28")
        #expect(CalendarDate(year: 2026, month: -11, day: 32).iso == "2025-02-01")
    }

    @Test func orderIsTheOrderOfDays() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<2_000 {
            let left = CalendarDate(dayNumber: .random(in: -200_000...200_000, using: &random))
            let right = CalendarDate(dayNumber: left.dayNumber + .random(in: -40...40, using: &random))
            #expect((left < right) == (left.dayNumber < right.dayNumber))
            if left.year > 999, right.year > 999 { #expect((left < right) == (left.iso < right.iso)) }
        }
    }

    @Test func earlyYearsArePrintedWithFourDigits() {
        #expect(CalendarDate(year: 33, month: 4, day: 3).iso == "0033-04-03")
        #expect(CalendarDate(iso: "0033-04-03")?.year == 33)
    }
}
