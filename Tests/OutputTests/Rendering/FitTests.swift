import Content
import Foundation
import TestSupport
import Testing

@testable import Output

@Suite("Sizes, encodings and what is kept between lists")
struct FitTests {
    @Test(arguments: hostileTitles)
    func twelveItemsNeverPassTheirBytes(_ title: String) throws {
        let long = String(repeating: title, count: 300 / max(1, title.count) + 1)
        let lines = (1...12).map { place in
            Sample.line(
                place, "H4XQ\(place)", long, feed: long, summary: String(repeating: long, count: 3),
                url: "https://a.example/\(String(repeating: "p", count: 850))",
                reasons: [Sample.term("volcanoes", ["volcano"], .asked), .bestLeft])
        }
        let parts = try Shipped().mail.parts(of: Sample.document(lines: lines), envelope: Sample.envelope())
        #expect(parts.html.utf8.count <= MailRenderer.largestShortHTML)
        #expect(parts.html.contains("too long for one mail") && parts.text.contains("too long for one mail"))
    }

    @Test func aListThatFitsIsNotShortened() throws {
        let parts = try Shipped().mail.parts(of: Sample.document(), envelope: Sample.envelope())
        #expect(!parts.html.contains("too long"))
    }

    @Test func scorersThatDidNotSpeakAreNamedInWords() throws {
        var document = Sample.document()
        document.silentScorers = ["NeedsMatch", "Brevity"]
        let shipped = try Shipped()
        let parts = try shipped.mail.parts(of: document, envelope: Sample.envelope())
        let page = String(decoding: shipped.print.render([document], className: "5b", paper: .a4), as: UTF8.self)
        for text in [parts.text.replacing("\n", with: " "), parts.html, page] {
            #expect(text.contains("Had nothing to go by this time: what is being practised, Brevity"))
        }
    }

    @Test func noRunOfLettersPushesThePageWide() throws {
        for title in [
            String(repeating: "x", count: 300), String(repeating: "кит", count: 100),
            "https://a.example/" + String(repeating: "p", count: 90),
        ] {
            let line = Sample.line(1, "H4XQZ", title, feed: title, summary: title)
            let html = try Shipped().mail.parts(of: Sample.document(lines: [line]), envelope: Sample.envelope()).html
            let start = try #require(html.range(of: "<body"))
            // Between the tags: addresses in attributes stay whole.
            let shown = html[start.lowerBound...].split(separator: "<").compactMap {
                $0.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last
            }
            for word in shown.joined(separator: " ").split(whereSeparator: {
                $0 == " " || $0 == "\n" || $0 == "\u{200B}"
            }) {
                #expect(word.count <= 40, "\(word)")
            }
        }
    }

    @Test func whatIsKnownOfAnArticleChangesNothing() throws {
        let shipped = try Shipped()
        var texts = ItemTexts(limit: 3)
        for round in 0..<6 {
            let lines = Sample.lines.map { line in
                var line = line
                line.title += round % 2 == 0 ? "" : " again"
                return line
            }
            for language in ["en", "es", "ar"] {
                let document = Sample.document(language: language, lines: lines)
                let envelope = try Sample.envelope()
                #expect(
                    shipped.mail.render(document, envelope: envelope, texts: &texts)
                        == shipped.mail.render(document, envelope: envelope))
            }
        }
    }

    @Test func quotedPrintableComesBackAsItWas() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                let kinds: [UInt8] = [
                    0x20, 0x0A, 0x2E, 0x3D, 0x46, 0x41, 0x7E, 0xC3, 0x09, UInt8.random(in: 1...255, using: &random),
                ]
                return kinds[Int.random(in: 0..<kinds.count, using: &random)]
            }
            let encoded = QuotedPrintable.encoded(text)
            let lines = String(decoding: encoded, as: UTF8.self).components(separatedBy: "\r\n")
            for line in lines {
                #expect(line.utf8.count <= 76 && !line.hasSuffix(" ") && !line.hasPrefix("."))
                #expect(!line.contains("\n") && line.utf8.allSatisfy { $0 < 0x7F })
            }
            #expect(decoded(encoded) == text)
        }
    }

    private func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3D {
                let next = String(decoding: bytes[index + 1..<index + 3], as: UTF8.self)
                if next != "\r\n" { result.append(UInt8(next, radix: 16) ?? 0) }
                index += 3
            } else {
                if bytes[index] != 0x0D { result.append(bytes[index]) }
                index += 1
            }
        }
        return result
    }

    @Test(arguments: RecipientRole.allCases)
    func arabicIsWholeAndRightToLeft(role: RecipientRole) throws {
        let parts = try Shipped().mail.parts(
            of: Sample.document(role: role, language: "ar"), envelope: Sample.envelope())
        #expect(parts.html.contains("<html lang=\"ar\" dir=\"rtl\">") && parts.html.contains("border-right:3px"))
        for word in ["Why this", "Tap a", "What we used", "Stop these", "minutes", "because"] {
            #expect(!parts.html.contains(word) && !parts.text.contains(word), "\(word)")
        }
    }

    @Test func tokensAreOpaqueAndLasting() {
        func token(_ secret: String, _ learner: String, _ address: String) -> String {
            UnsubscribeToken(secret: secret, learner: LearnerID(rawValue: learner), address: address).description
        }
        let one = token("s", "ana", "ana@a.example")
        #expect(one == token("s", "ana", "ANA@a.example") && one.count == 26 && !one.lowercased().contains("ana"))
        let others = [
            token("t", "ana", "ana@a.example"), token("s", "bo", "ana@a.example"), token("s", "ana", "g@a.example"),
        ]
        #expect(Set(others + [one]).count == 4)
    }
}
