import Content
import Foundation
import Testing

/// The names of editions.
struct EditionTests {
    @Test func aScheduleAndADateAreRead() throws {
        let edition = try #require(Edition("weekly@2026-09-07"))
        #expect(edition.schedule == "weekly")
        #expect(edition.date == CalendarDate(year: 2026, month: 9, day: 7))
        #expect(edition.description == "weekly@2026-09-07")
    }

    @Test func aDateAloneIsARunByHand() {
        #expect(Edition("2026-09-07")?.description == "manual@2026-09-07")
        #expect(Edition(date: CalendarDate(year: 2026, month: 9, day: 7)) == Edition("manual@2026-09-07"))
    }

    @Test(arguments: [
        "", "@", "weekly", "weekly@", "../x@2026-09-07", "a b@2026-09-07", "höchste@2026-09-07", "@2026-09-07",
        "a@b@2026-09-07", "weekly@2026-02-30", "weekly@today",
    ])
    func whatIsNoEditionIsRefused(_ text: String) {
        #expect(Edition(text) == nil)
    }

    @Test func editionsAreOrderedByDateThenSchedule() {
        let texts = ["b@2026-09-07", "a@2026-09-08", "a@2026-09-07", "z@2025-12-31"]
        #expect(
            texts.compactMap { Edition($0) }.sorted().map { $0.description }
                == ["z@2025-12-31", "a@2026-09-07", "b@2026-09-07", "a@2026-09-08"])
    }

    @Test func itIsEncodedAsItsText() throws {
        let edition = try #require(Edition("weekly@2026-09-07"))
        let bytes = try JSONEncoder().encode([edition])
        #expect(String(decoding: bytes, as: UTF8.self) == "[\"weekly@2026-09-07\"]")
        #expect(try JSONDecoder().decode([Edition].self, from: bytes) == [edition])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Edition].self, from: Data("[\"x\"]".utf8)) }
    }
}
