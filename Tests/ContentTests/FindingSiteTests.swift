import Content
import Foundation
import Testing

/// What a finding is about is a value, whichever way it was said.
struct FindingSiteTests {
    private static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))
    private static let sites: [FindingSite] = [
        .feed("https://science.example/feed"), .learner(LearnerID(rawValue: "l 7")), .schoolClass("5A"),
        .scorer("Trial"),
        .edition(edition), .file("learners.csv", line: 4, column: 3), .file("Config/gleaner.yaml", line: 7),
        .file("Feeds/a.xml"), .part("mail"), .part("it is due: today"),
    ]

    @Test(arguments: sites) func aPlaceInWordsIsFoundAgain(site: FindingSite) {
        #expect(FindingSite(of: site.text) == site)
        #expect(Finding(.note, at: site.text, "x").site == site)
    }

    @Test func itIsWrittenInWords() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let finding = Finding(.warning, at: .file("learners.csv", line: 4), "odd", remedy: "Look.")
        let text = String(decoding: try encoder.encode(finding), as: UTF8.self)
        #expect(text == #"{"place":"learners.csv:4","problem":"odd","remedy":"Look.","severity":"warning"}"#)
        #expect(try JSONDecoder().decode(Finding.self, from: Data(text.utf8)) == finding)
    }
}
