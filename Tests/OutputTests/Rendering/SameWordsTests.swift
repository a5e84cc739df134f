import Content
import Foundation
import Testing
import TestSupport

@testable import Output

/// All that the HTML of a mail says stands in its text part and on the printed page too.
@Suite("What the HTML says, text and print say too")
struct SameWordsTests {
    /// What HTML shows, as the texts of its blocks.
    private static func visible(_ html: String) -> [String] {
        var text = html
        for (pattern, with) in [
            ("(?s)<head>.*?</head>", ""), ("(?s)<div class=\"m\" style=\"display:none.*?</div>", ""),
            ("(?s)<svg.*?</svg>", ""),
            ("(?i)</?(p|h1|h2|td|tr|table|div|br|header|footer|section|article)\\b[^>]*>", "\n"),
            ("</a> ", "\n"), ("<[^>]*>", ""),
        ] { text = text.replacingOccurrences(of: pattern, with: with, options: .regularExpression) }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#123;", "{"), ("&#125;", "}"),
            ("&nbsp;", " "), ("&amp;", "&"),
        ] { text = text.replacingOccurrences(of: entity, with: character) }
        return text.split(separator: "\n").map { plain(String($0)) }.filter { !$0.isEmpty }
    }

    /// Without marks of direction and places to break, blanks as one.
    private static func plain(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { !["\u{2068}", "\u{2069}", "\u{200B}"].contains($0) }
        return String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The sentences of a mail's blocks: cut at dots between parts and after sentence ends; an item's number is left out.
    private static func sentences(_ blocks: [String]) -> [String] {
        blocks.flatMap { block in
            block.replacingOccurrences(of: "^[0-9]+\\. ", with: "", options: .regularExpression)
                .replacingOccurrences(of: "([.!?؟]) ", with: "$1\n", options: .regularExpression)
                .replacingOccurrences(of: " · ", with: "\n").split(separator: "\n").map(String.init)
        }.filter { !$0.isEmpty }
    }

    /// What each form says in its own way, with why.
    private static func ownWords(_ words: SpokenWords, _ fields: MailFields) -> (
        both: [String], text: [String], print: [String]
    ) {
        func text(_ value: TemplateValue?) -> String { if case .text(let text)? = value { text } else { "" } }
        var texts = ItemTexts()
        let values = fields.fields(MailFit(count: 0), texts: &texts)
        // How one answers and stops: a link to tap, a mail to write, a box to tick or a teacher to tell.
        let both = [text(values["sayHow"]), words.text(.askTopic), words.text(.stopLink), words.text(.stopHow)]
        // In text one types the words, which stand in its own instruction.
        let wishes = [WordKey.more, .less, .tooEasy, .tooHard].map { words.text($0) }
        // A page loads nothing, its boxes need no heading, and it asks in its own sentence whether lists shall stop.
        let print = [words.text(.dataPromise), words.text(.sayHeading), words.text(.stopHeading)]
        return (both.map(plain), wishes.map(plain), print.map(plain))
    }

    private static let titles = [
        "Why the moon follows us", "Kites & bridges", "“Quoted” words: a 'start'", "كيف تطير الطائرات",
        "Vulcões e o mar",
        "月はなぜ形を変えるのか", "Three knots, tied twice",
    ]

    private static func document(_ random: inout SeededRandom) -> ListDocument {
        let reasons: [Reason] = [
            .bestLeft, .stretch(item: 6, learner: 5), Sample.term("volcanoes", ["volcano", "lava"], .interest),
            Sample.term("moons", [], .asked, .guardian), .scored(scorer: "F", evidence: .age(days: 3)),
            .scored(scorer: "L", evidence: .levels(item: 7, learner: 5)), .pinned(by: "Ms Rivera", assigned: true),
        ]
        let lines = (1...random.number(1...6)).map { place in
            Sample.line(
                place, "K7RW\(place)", random.pick(titles), feed: random.pick(["Field Notes", "أخبار العلوم"]),
                minutes: random.number(1...9), level: random.chance(0.8) ? random.tenth(0...13) : nil,
                summary: random.chance(0.8) ? random.pick(titles) + "." : "", reasons: random.some(1, of: reasons))
        }
        var document = Sample.document(
            role: random.pick(RecipientRole.allCases), name: random.pick(["Ana", "أحمد", "Zoë"]),
            language: random.pick(["en", "es", "ar"]), lines: lines,
            notices: random.chance(0.5) ? [.rankedWithout(scorer: "NeedsMatch")] : [])
        document.silentScorers = random.chance(0.5) ? ["Freshness"] : []
        return document
    }

    @Test("each sentence, but for what a form says in its own way")
    func everySentence() throws {
        let shipped = try Shipped()
        var random = SeededRandom(seed: 2026)
        for _ in 0..<120 {
            let document = Self.document(&random)
            let envelope = try Sample.envelope()
            let parts = shipped.mail.parts(of: document, envelope: envelope)
            let page = String(decoding: shipped.print.render([document], className: "5b", paper: .a4), as: UTF8.self)
            let text = Self.plain(parts.text)
            let print = Self.visible(page).joined(separator: " ")
            let shared = DocumentFields(document, words: shipped.words, reasons: shipped.reasons)
            let own = Self.ownWords(shared.words, MailFields(shared: shared, envelope: envelope))
            let code = shared.words.text(.code) + " "
            for sentence in Self.sentences(Self.visible(parts.html)) {
                let said = sentence.hasPrefix(code) ? String(sentence.dropFirst(code.count)) : sentence
                let bare = said.hasSuffix(".") ? String(said.dropLast()) : said
                if own.both.contains(where: { $0.contains(bare) }) { continue }
                if !own.text.contains(said) { #expect(text.contains(said), "text lacks '\(said)'") }
                if !own.print.contains(where: { $0.contains(bare) }) {
                    #expect(print.contains(said), "print lacks '\(said)'")
                }
            }
        }
    }
}
