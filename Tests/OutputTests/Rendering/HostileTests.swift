import Content
import Foundation
import Output
import Testing

/// Titles that try to be something else than a title.
let hostileTitles: [String] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "A\r\nBcc: everyone@example.org\r\n\r\n<b>body</b>",
    "Abc \u{202E}txt.exe\u{202C} and \u{200F}marks\u{200E}", String(repeating: "Long and longer words ", count: 15),
    String(repeating: "x", count: 300), String(repeating: "長", count: 300), "🧑🏽‍🚀🏳️‍🌈 emoji 👩‍👩‍👧‍👦 everywhere 🦊",
    "\u{2067}unclosed isolate", "{{title}} %%{x} {{{raw}}} {{/items}}", "AT&amp;amp;T &lt;p&gt; &nbsp; 3 < 5 & 7 > 2",
    "\" onmouseover=\"x' style='", "<\u{338}b>marked<\u{301}i>",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}algo",
    "\u{0}\u{7}\u{FFFD}\u{FEFF}", "לוויתנים בים התיכון", "الحيتان في البحر: 3 حقائق", "   ", "Киты в море",
    "= =?utf-8?q?x?= =",
]

@Suite("Hostile titles are harmless")
struct HostileTests {
    /// A mail whose items all have this title, as title, feed, summary and in a reason.
    private func mail(_ title: String, language: String = "en", code: String = "R7K2") throws -> ListDocument {
        let lines = (1...3).map { place in
            Sample.line(
                place, "H4XQ\(place + 1)", title, feed: title, summary: title, url: "https://a.example/?q=\(title)",
                reasons: [
                    .scored(scorer: title, evidence: .nearness(title: title, similarity: 1)),
                    .pinned(by: title, assigned: true),
                    Sample.term(title, [title, "x"], .asked, .guardian),
                ])
        }
        return Sample.document(name: title, language: language, lines: lines, notices: [.text(title)], code: code)
    }

    @Test(arguments: hostileTitles)
    func markupStaysText(_ title: String) throws {
        let shipped = try Shipped()
        let plain = try shipped.mail.parts(of: mail("plain"), envelope: Sample.envelope()).html
        let html = try shipped.mail.parts(of: mail(title), envelope: Sample.envelope()).html
        // The same elements, whatever the title; only links may vanish, where the address is none, and paragraphs,
        // where nothing is left of the text.
        func tags(_ text: String) -> [String] {
            text.utf8.split(separator: UInt8(ascii: "<")).dropFirst()
                .map { String(decoding: $0.prefix { !" >".utf8.contains($0) }, as: UTF8.self) }
                .filter { !["a", "/a", "p", "/p"].contains($0) }
        }
        #expect(tags(html) == tags(plain))
        #expect(!html.contains("{{") && !html.contains("}}"))
        let page = shipped.print.render([try mail(title)], className: title, paper: .a4)
        #expect(!String(decoding: page, as: UTF8.self).contains("<script"))
    }

    @Test(arguments: hostileTitles)
    func headersStayWhole(_ title: String) throws {
        let bytes = try Shipped().mail.render(mail(title), envelope: Sample.envelope())
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(bytes.allSatisfy { $0 < 0x7F && $0 > 0 })
        let head = text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
        let names = head.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("\t") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe",
                "Auto-Submitted", "MIME-Version", "Content-Type",
            ])
        for line in head { #expect(line.utf8.count <= 78, "\(line)") }
    }

    @Test(arguments: hostileTitles)
    func textStaysWithinItsColumns(_ title: String) throws {
        let text = try Shipped().mail.parts(of: mail(title), envelope: Sample.envelope()).text
        for line in text.split(separator: "\n") where !line.contains("http") {
            #expect(line.unicodeScalars.count <= 78, "\(line)")
        }
        #expect(!text.contains("{{") && !text.contains("&amp;") && !text.contains("<script"))
        #expect(!text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
        // Isolates open and close in pairs.
        let opened = text.unicodeScalars.count { $0.value == 0x2068 }
        #expect(opened == text.unicodeScalars.count { $0.value == 0x2069 })
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "https://", "https://user@evil.example/",
        "https://good.example\\@evil.example/\u{7}", "//a.example", "/relative", "https://a.example/\r\nX: y",
        "mailto:a@b.c",
    ])
    func onlyPlainWebAddressesAreLinked(_ address: String) throws {
        let document = Sample.document(lines: [Sample.line(1, "H4XQZ", "Title", url: address)])
        let parts = try Shipped().mail.parts(of: document, envelope: Sample.envelope())
        #expect(!parts.html.contains("<a href=\"http") && parts.html.contains("Title"))
        #expect(!parts.text.contains("http"))
    }

    @Test func addressesAreTheSameInTextAndHTML() throws {
        let address = "https://a.example/ä b?x=1&amp;y='2'\u{301}\"<>{}"
        let document = Sample.document(lines: [Sample.line(1, "H4XQZ", "Title", url: address)])
        let parts = try Shipped().mail.parts(of: document, envelope: Sample.envelope())
        let link = "https://a.example/%C3%A4%20b?x=1&y=%272%27%CC%81%22%3C%3E%7B%7D"
        #expect(parts.text.contains(link))
        #expect(parts.html.contains("href=\"\(link.replacingOccurrences(of: "&", with: "&amp;"))\""))
    }

    /// With `GLEANER_SAMPLES=DIR` in the environment, writes 2,000 mails there, for a look at them.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GLEANER_SAMPLES"] != nil))
    func writesSamples() throws {
        let folder = ProcessInfo.processInfo.environment["GLEANER_SAMPLES"] ?? ""
        let shipped = try Shipped()
        let oneClick = try Sample.envelope(oneClick: "https://lists.hillside.example/stop/8c1f0f5e6d7a4b3c9a2e")
        for number in 0..<2_000 {
            let document = try mail(
                hostileTitles[number % hostileTitles.count], language: ["en", "es", "ar"][number % 3],
                code: "C\(number)")
            let bytes = shipped.mail.render(document, envelope: oneClick)
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(number).eml"))
        }
    }
}
