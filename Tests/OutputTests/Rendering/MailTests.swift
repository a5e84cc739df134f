import Content
import Foundation
import Output
import Testing

@Suite("What a mail holds and what it does not")
struct MailTests {
    private func head(_ document: ListDocument, oneClick: String? = nil) throws -> String {
        let bytes = try Shipped().mail.render(document, envelope: Sample.envelope(oneClick: oneClick))
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
    }

    @Test(arguments: RecipientRole.allCases, ["en", "es"])
    func nothingIsLoadedFromAnywhere(role: RecipientRole, language: String) throws {
        let document = Sample.document(role: role, language: language)
        let shipped = try Shipped()
        let mail = try shipped.mail.parts(of: document, envelope: Sample.envelope()).html
        let page = String(decoding: shipped.print.render([document], className: "5b", paper: .a4), as: UTF8.self)
        for html in [mail, page] {
            for way in ["src=", "url(", "@import", "<link", "<img", "<script", "<iframe", "background=", "srcset"] {
                #expect(!html.lowercased().contains(way), "\(way)")
            }
        }
    }

    @Test(arguments: RecipientRole.allCases, ["en", "es"])
    func subjectAndPreheaderTellNoLevelAndNoNeed(role: RecipientRole, language: String) throws {
        let lines = [
            Sample.line(1, "K7RWM", "Fractions at last", level: 2.1, reasons: [Sample.term("fractions", [], .need)]),
            Sample.line(
                2, "P2TDB", "An easy page", level: 2.2,
                reasons: [.scored(scorer: "ReadingLevel", evidence: .levels(item: 2.2, learner: 2))]),
            Sample.line(3, "W9CFN", "Whales", level: 2.2, reasons: [Sample.term("whales", [], .interest)]),
        ]
        let document = Sample.document(role: role, language: language, lines: lines)
        let html = try Shipped().mail.parts(of: document, envelope: Sample.envelope()).html
        let start = try #require(html.range(of: "overflow:hidden"))
        let end = try #require(html.range(of: "</div>", range: start.upperBound..<html.endIndex))
        let title = try #require(html.range(of: "<title>"))
        let titleEnd = try #require(html.range(of: "</title>"))
        for shown in [html[start.upperBound..<end.lowerBound], html[title.upperBound..<titleEnd.lowerBound]] {
            for word in ["grade", "grado", "nivel", "level", "raction", "easy"] {
                #expect(!shown.lowercased().contains(word), "\(shown)")
            }
        }
        #expect(html[start.upperBound..<end.lowerBound].contains("Whales"))
    }

    @Test func oneClickStandsInTheHeaderAlone() throws {
        let address = "https://lists.hillside.example/stop/0123456789abcdef0123456789abcdef"
        let head = try head(Sample.document(), oneClick: address)
        #expect(head.contains("<\(address)>"))
        #expect(head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        let parts = try Shipped().mail.parts(of: Sample.document(), envelope: Sample.envelope(oneClick: address))
        #expect(!parts.html.contains("/stop/") && !parts.text.contains("/stop/"))
        #expect(try !self.head(Sample.document()).contains("List-Unsubscribe-Post"))
    }

    @Test func messageIDsDifferByEditionListAndRole() throws {
        var other = Sample.document()
        other.edition = Edition(schedule: "weekly", date: CalendarDate(year: 2026, month: 3, day: 16))
        let documents = [
            Sample.document(), Sample.document(role: .guardian), Sample.document(code: "Q2Q2"), other,
        ]
        let ids = try documents.map { document in
            try head(document).components(separatedBy: "\r\n").first { $0.hasPrefix("Message-ID") } ?? ""
        }
        #expect(Set(ids).count == documents.count && !ids.contains(""))
    }

    @Test func twelveItemsStaySmall() throws {
        let lines = (1...12).map { place in
            Sample.line(
                place, "H4XQ\(place)", String(repeating: "Title of many words ", count: 4),
                summary: String(repeating: "A summary of some length. ", count: 14),
                url: "https://a.example/2026/03/09/an-article-with-a-long-name/\(place)",
                reasons: [Sample.term("volcanoes", ["volcano", "lava"], .asked), .stretch(item: 6, learner: 5)])
        }
        let html = try Shipped().mail.parts(of: Sample.document(lines: lines), envelope: Sample.envelope()).html
        #expect(html.utf8.count <= 25_000, "\(html.utf8.count)")
    }

    @Test(arguments: [90, 400])
    func aLongListIsShortenedAndSaysSo(count: Int) throws {
        let lines = (1...count).map { place in
            Sample.line(
                place, "H4XQ\(place)", String(repeating: "長い", count: 60),
                summary: String(repeating: "長い", count: 200),
                url: "https://a.example/\(String(repeating: "p", count: 300))")
        }
        let parts = try Shipped().mail.parts(of: Sample.document(lines: lines), envelope: Sample.envelope())
        #expect(parts.html.utf8.count <= MailRenderer.largestHTML)
        #expect(parts.html.utf8.count > MailRenderer.largestHTML * 3 / 4)
        #expect(parts.text.contains("too long for one mail: ") && parts.html.contains("too long for one mail: "))
    }

    @Test func everyLinkStandsInTheText() throws {
        let parts = try Shipped().mail.parts(of: Sample.document(), envelope: Sample.envelope())
        for line in Sample.lines { #expect(parts.text.contains("\n   \(line.url ?? "-")\n")) }
    }

    @Test func anEmptyListSaysSo() throws {
        let parts = try Shipped().mail.parts(of: Sample.document(lines: []), envelope: Sample.envelope())
        #expect(parts.text.contains("nothing new") && parts.html.contains("nothing new"))
    }

    @Test func anotherLanguageFallsBackToEnglish() throws {
        let document = Sample.document(language: "fa")
        let html = try Shipped().mail.parts(of: document, envelope: Sample.envelope()).html
        #expect(html.contains("<html lang=\"en\" dir=\"rtl\">"))
    }

    @Test(arguments: [
        "no-at.example", "two@@at.example", "a b@c.example", "a@b\r\nX: y", "ä@b.example", "@b.example", "a@",
        "a@-.b c",
    ])
    func badAddressesAreRefused(_ address: String) {
        #expect(throws: MailAddressError.self) { try MailAddress(address: address) }
    }

    @Test func badEnvelopesAreRefused() throws {
        let who = try MailAddress(address: "a@b.example")
        #expect(throws: EnvelopeError.nobody) {
            try Envelope(from: who, to: [], wishes: who, listDomain: "b.example")
        }
        #expect(throws: EnvelopeError.badOneClick("http://b.example/x")) {
            try Envelope(from: who, to: [who], wishes: who, listDomain: "b.example", oneClick: "http://b.example/x")
        }
        #expect(throws: EnvelopeError.badDomain("b example")) {
            try Envelope(from: who, to: [who], wishes: who, listDomain: "b example")
        }
    }
}
