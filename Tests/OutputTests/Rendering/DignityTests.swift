import Content
import Foundation
import Testing

@testable import Output

/// A learner's own mail and page say how hard an article is for them, and no level.
@Suite("A learner's own copies tell no level")
struct DignityTests {
    /// What a level is told by, in the languages that ship.
    static var level: Regex<Substring> {
        #/(?i)\bgrade\s*:?\s*\d|\blevels?\s*:?\s*\d|\bgrado\s*:?\s*\d|\d+\.?\s*[ºo°]\s*(?:de\s+)?(?:grado|curso)|\bnivel\s*:?\s*\d|beyond grade|más allá de \d|for beginners|para empezar a leer|الصف \d|للمبتدئين|\byear \d/#
    }

    static func document(_ role: RecipientRole, _ language: String) -> ListDocument {
        let levels: [Double?] = [0.1, 3, 5.4, 8, 12.9, nil, 6, 5]
        let lines = zip(Sample.lines, levels).map { line, level in
            var line = line
            line.level = level
            line.difficulty = level.map { Difficulty(item: $0, learner: 5) }
            return line
        }
        var document = Sample.document(role: role, language: language, lines: lines)
        document.dataUsed = [.interests(["volcanoes"])]
        return document
    }

    private func texts(_ document: ListDocument) throws -> [String] {
        let shipped = try Shipped()
        let parts = try shipped.mail.parts(of: document, envelope: Sample.envelope())
        let page = shipped.print.render([document], className: "x", paper: .a4)
        let list = DocumentFields(document, words: shipped.words, reasons: shipped.reasons).listInWords
        let forms = [PlainTextForm.bytes(of: list), MarkdownForm.bytes(of: list)]
        return [parts.html, parts.text] + ([page] + forms).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: ["en", "en-GB", "es", "es-MX", "ar"])
    func noLevelOnTheirOwn(language: String) throws {
        for text in try texts(Self.document(.learner, language)) {
            // What stands in styles is nobody's to read.
            let shown = text.replacing(#/(?s)<style>.*?<\/style>/#, with: "")
            #expect(shown.firstMatch(of: Self.level) == nil, "\(shown.firstMatch(of: Self.level)?.0 ?? "")")
        }
        for text in try texts(Self.document(.learner, "en")) {
            #expect(text.contains("easy for you") && text.contains("just right for you"))
            #expect(text.contains("a stretch for you"))
        }
    }

    @Test func teachersReadBothAndWhatIsNotKnown() throws {
        var document = Self.document(.teacher, "en")
        document.tellsLevels = true
        for text in try texts(document) {
            #expect(text.contains("about grade 8") && text.contains("a stretch for Ana"))
            #expect(text.contains("level not known"))
        }
    }

    @Test func timesThatNobodyKnowsAreSaidToBeThat() throws {
        var document = Self.document(.learner, "en")
        document.lines[1].minutes = nil
        #expect(
            try texts(document).allSatisfy { $0.contains("time not known") && $0.contains("not all times are known") })
        for index in document.lines.indices { document.lines[index].minutes = nil }
        #expect(try texts(document).allSatisfy { $0.contains("8 articles, time not known") })
        let json = String(decoding: try Shipped().jsonLines.render([document]), as: UTF8.self)
        #expect(json.contains("\"minutes\":null"))
    }

    @Test func gradesAndDatesGoByTheRegion() throws {
        let words = try Shipped().words
        let day = CalendarDate(year: 2026, month: 9, day: 7)
        func spoken(_ tag: String) -> SpokenWords { words.spoken(in: tag, to: .teacher) }
        #expect(spoken("en").date(day) == "Monday, September 7, 2026" && spoken("en").level(5) == "about grade 5")
        #expect(spoken("en-US").level(5) == "about grade 5")
        #expect(spoken("en-GB").date(day) == "Monday 7 September 2026" && spoken("en-GB").level(5.2) == "about Year 6")
        #expect(spoken("es-MX").level(8) == "más o menos 2.º de secundaria")
        #expect(spoken("es-ES").level(8) == "más o menos 2.º de ESO")
        #expect(spoken("es-MX").date(day) == "lunes, 7 de septiembre de 2026")
        #expect(spoken("en-GB").level(40) == "beyond grade 12" && spoken("en-GB").level(.nan).isEmpty)
    }

    @Test func anotherLanguageIsSaidAndTheSameOfAnotherRegionIsNot() throws {
        var line = Sample.lines[0]
        line.language = "es"
        let html = try texts(Sample.document(language: "en-GB", lines: [line])).joined()
        #expect(html.contains("in Spanish"))
        line.language = "en"
        #expect(try !texts(Sample.document(language: "en-GB", lines: [line])).joined().contains("in English"))
    }

    @Test func anAddressThatCannotStandIsSaidToBeMissing() throws {
        let long = "https://a.example/" + String(repeating: "p", count: 900)
        let document = Sample.document(lines: [Sample.line(1, "H4XQZ", "Title", url: long)])
        #expect(try texts(document).allSatisfy { $0.contains("Its address is left out") })
    }

    @Test func largePrintCutsNothingOff() throws {
        var document = Sample.document()
        document.isLargePrint = true
        let page = try texts(document)[2]
        #expect(page.contains("class=\"page large\"") && page.contains(".large { font-size: 18pt"))
        for line in Sample.lines where !line.summary.isEmpty { #expect(page.contains(line.summary.suffix(20))) }
    }
}
