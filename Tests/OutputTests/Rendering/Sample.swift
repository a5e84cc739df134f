import Content
import Foundation
import Output
import Testing

/// The repository's folder, found from this file.
let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The renderers with the templates and wordings that the repository ships.
struct Shipped {
    let templates: Templates
    let words: FixedWords
    let reasons: ReasonWording

    init() throws {
        let config = repository.appendingPathComponent("Config").path
        templates = try Templates(folder: "\(config)/templates")
        words = try FixedWords(folder: "\(config)/templates/words")
        reasons = try ReasonWording(folder: "\(config)/reasons")
    }

    var mail: MailRenderer { MailRenderer(templates: templates, words: words, reasons: reasons) }
    var print: PrintRenderer { PrintRenderer(templates: templates, words: words, reasons: reasons) }
    var jsonLines: JSONLinesRenderer { JSONLinesRenderer(words: words, reasons: reasons) }
}

/// Made-up documents.
enum Sample {
    static let made = Timestamp(year: 2026, month: 3, day: 9, hour: 6, minute: 30)
    static let edition = Edition(schedule: "weekly", date: CalendarDate(year: 2026, month: 3, day: 9))

    static func envelope(oneClick: String? = nil) throws -> Envelope {
        try Envelope(
            from: MailAddress(name: "Hillside School Library", address: "library@hillside.example"),
            to: [MailAddress(name: "Ana Díaz", address: "ana@hillside.example")],
            wishes: MailAddress(name: "Reading wishes", address: "wishes@hillside.example"),
            listDomain: "hillside.example", oneClick: oneClick)
    }

    static func term(
        _ phrase: String, _ words: [String], _ source: MatchedTerm.Source, _ origin: Fact.Origin = .roster
    ) -> Reason {
        .scored(
            scorer: "InterestMatch",
            evidence: .terms([MatchedTerm(phrase: phrase, words: words, source: source, origin: origin)]))
    }

    static func line(
        _ place: Int, _ code: String, _ title: String, feed: String = "Field Notes", minutes: Int = 4,
        level: Double? = 5.1, summary: String = "", url: String? = nil, language: String? = "en",
        side: ListEntry.Side = .learner, reasons: [Reason] = [.bestLeft]
    ) -> ListDocument.Line {
        ListDocument.Line(
            place: place, code: ItemCode(rawValue: code), title: title,
            url: url ?? "https://notes.example/articles/\(code.lowercased())", feedTitle: feed, minutes: minutes,
            level: level, summary: summary, language: language, side: side, reasons: reasons)
    }

    static let lines: [ListDocument.Line] = [
        line(
            1, "H4XQZ", "Why some volcanoes hiss and others roar", minutes: 5, level: 5.3,
            summary: """
                Gas is what makes the difference. When magma is thin and runny the gas slips out with a hiss; when it is \
                thick the gas stays in, and the mountain waits.
                """, reasons: [term("volcanoes", ["volcano", "lava"], .asked, .learner)]),
        line(
            2, "K7RWM", "Half of a half: sharing a loaf of bread fairly", feed: "Kitchen Mathematics", minutes: 4,
            level: 4.6, summary: "Four bakers, one loaf, and a knife that cuts only in half. How do they share it?",
            side: .pin, reasons: [.pinned(by: "Ms Rivera", assigned: false), term("fractions", ["half"], .need)]),
        line(
            3, "P2TDB", "The woman who mapped the sea floor with a pencil", feed: "Then & Now", minutes: 6, level: 6.8,
            summary:
                "Nobody let her on the ship, so she drew what the ship had heard, and found a valley longer than any on land.",
            side: .stretch,
            reasons: [.stretch(item: 6.8, learner: 5), .scored(scorer: "Freshness", evidence: .age(days: 3.4))]),
        line(
            4, "W9CFN", "Cómo se entrena un portero sin portería", feed: "Cancha abierta", minutes: 3, level: nil,
            summary: "Dos mochilas, una pared y mucha paciencia: así empezó una portera de la liga juvenil.",
            language: "es", reasons: [term("football", ["portero"], .interest)]),
        line(
            5, "B3MGX", "A bridge made of paper, and what it can carry", feed: "Make It", minutes: 7, level: 5.9,
            summary: "Fold it once and it bends. Fold it nine times and it carries a dictionary.",
            reasons: [
                .scored(scorer: "InterestMatch", evidence: .nearness(title: "A tower of spaghetti", similarity: 0.7))
            ]),
        line(
            6, "D8VSY", "What the tree rings of one winter say", minutes: 4, level: 5.2,
            summary: "A thin ring, a dark ring, a scar: how a slice of wood keeps a diary.",
            reasons: [.scored(scorer: "ReadingLevel", evidence: .levels(item: 5.2, learner: 5))]),
        line(
            7, "F5JHT", "The lighthouse keeper’s week", feed: "Then & Now", minutes: 5, level: 4.2,
            summary: "Polish the lamp, wind the clock, write the log. On Thursday the boat comes, if it comes.",
            reasons: [.scored(scorer: "Freshness", evidence: .age(days: 1.2))]),
        line(8, "N6QKC", "Three knots that every sailor ties in the dark", feed: "Make It", minutes: 3, level: 3.9),
    ]

    static func document(
        role: RecipientRole = .learner, name: String = "Ana", language: String = "en",
        lines: [ListDocument.Line] = lines, notices: [ListNotice] = [], code: String = "R7K2"
    ) -> ListDocument {
        ListDocument(
            edition: edition, role: role, learnerName: name, language: language, school: "Hillside School",
            className: "5b", teacher: "Ms Rivera", listCode: code, lines: lines, notices: notices,
            dataUsed: [
                .interests(["volcanoes", "football"]), .asked(["volcanoes"]), .needs(["fractions"]), .level(5),
                .wishes(3),
            ], made: made)
    }
}

/// Compares bytes with a golden file; with `GLEANER_RECORD=1` in the environment it writes the file instead.
func expectGolden(_ bytes: [UInt8], _ name: String) throws {
    let file = repository.appendingPathComponent("Tests/Fixtures/rendering/\(name)")
    if ProcessInfo.processInfo.environment["GLEANER_RECORD"] == "1" {
        try Data(bytes).write(to: file)
        return
    }
    let golden = [UInt8](try Data(contentsOf: file))
    #expect(bytes == golden, "\(name) has changed; look at it, then record it with GLEANER_RECORD=1")
}
