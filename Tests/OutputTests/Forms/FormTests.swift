import Content
import Foundation
import Testing

@testable import Output

@Suite("Forms of a list beside mail and page")
struct FormTests {
    private func texts(_ documents: [ListDocument]) throws -> [(document: ListDocument, text: ListInWords)] {
        let shipped = try Shipped()
        return documents.map {
            ($0, DocumentFields($0, words: shipped.words, reasons: shipped.reasons).listInWords)
        }
    }

    private func sample(_ name: String = "Ana", language: String = "en", id: String = "ana") -> ListDocument {
        var document = Sample.document(name: name, language: language)
        document.learner = LearnerID(rawValue: id)
        return document
    }

    @Test func plainText() throws {
        try expectGolden(PlainTextForm.bytes(of: texts([sample()])[0].text), "list.txt")
    }

    @Test func markdown() throws {
        try expectGolden(MarkdownForm.bytes(of: texts([sample(language: "es")])[0].text), "list.md")
    }

    @Test func table() throws {
        try expectGolden(
            CSVForm.bytes(of: texts([sample(), sample("=Bruno", id: "+b")]), className: "5b"), "class.csv")
    }

    @Test func atomOfAClassNamesNobody() throws {
        let lists = try texts([sample("Ana Distinct"), sample("Bruno Distinct", id: "bruno")])
        let feed = AtomForm(domain: "lists.hillside.example").classFeed(lists, className: "5b", title: "Class 5b")
        try expectGolden(feed, "class.atom.xml")
        let text = String(decoding: feed, as: UTF8.self)
        for word in ["Distinct", "because you", "bruno", ">ana<"] { #expect(!text.contains(word), "\(word)") }
        #expect(text.components(separatedBy: "<entry>").count == Sample.lines.count + 1)
    }

    @Test func atomOfALearnerHasTheReasons() throws {
        let list = try texts([sample()])[0]
        let feed = AtomForm(domain: "lists.hillside.example").learnerFeed(list.document, list.text)
        #expect(String(decoding: feed, as: UTF8.self).contains("Because you asked for more about volcanoes"))
    }

    @Test(arguments: ["en", "es", "ar"])
    func everythingThatTheMailSaysStandsInTextMarkdownAndPrint(language: String) throws {
        let shipped = try Shipped()
        let document = sample(language: language)
        let list = try texts([document])[0].text
        let plain = String(decoding: PlainTextForm.bytes(of: list), as: UTF8.self).split { $0.isWhitespace }
            .joined(separator: " ")
        let markdown = String(decoding: MarkdownForm.bytes(of: list), as: UTF8.self)
        let page = String(decoding: shipped.print.render([document], className: "5b", paper: .a4), as: UTF8.self)
        let book = try texts([document])[0].text
        #expect(book.items.count == 8)
        for item in list.items {
            for text in [item.title, item.summary, item.reason, item.code] where !text.isEmpty {
                #expect(plain.contains(text.split { $0.isWhitespace }.joined(separator: " ")), "\(text)")
                #expect(markdown.contains(MarkdownForm.escaped(text)) || markdown.contains(text), "\(text)")
            }
            var escaped: [UInt8] = []
            Escape.html(item.reason, into: &escaped)
            #expect(
                item.reason.isEmpty
                    || page.range(of: String(decoding: escaped, as: UTF8.self), options: .literal) != nil)
        }
        for text in [list.overview, list.dataHeading, list.stop] + list.data + list.footer {
            var escaped: [UInt8] = []
            Escape.html(text, into: &escaped)
            #expect(plain.range(of: text, options: .literal) != nil, "\(text)")
            #expect(page.range(of: String(decoding: escaped, as: UTF8.self), options: .literal) != nil, "\(text)")
        }
    }

    @Test(arguments: hostileTitles)
    func hostileTitlesStayTextInEveryForm(_ title: String) throws {
        let line = Sample.line(1, "H4XQZ", title, feed: title, summary: title, url: "https://a.example/?q=\(title)")
        let lists = try texts([Sample.document(name: title, lines: [line])])
        let markdown = String(decoding: MarkdownForm.bytes(of: lists[0].text), as: UTF8.self)
        #expect(!markdown.contains("\n<") && !markdown.replacing("\\<", with: "").contains("<script"))
        for cell in [title, "=1+1", "@x", "-2", "+3"] {
            let quoted = CSVForm.quoted(CleanText.line(cell, limit: 300))
            #expect(!["=", "+", "-", "@"].contains(String(quoted.prefix(1))))
        }
        let atom = AtomForm(domain: "a.example").classFeed(lists, className: title, title: title)
        // Every tag is ours: none comes from a title.
        let tags = String(decoding: atom, as: UTF8.self).split(separator: "<").map {
            String($0.prefix { $0 != " " && $0 != ">" })
        }
        let ours: Set = ["feed", "id", "title", "updated", "author", "name", "entry", "link", "summary"]
        for tag in tags where tag.first != "?" { #expect(ours.contains(tag.replacing("/", with: "")), "\(tag)") }
        #expect(try !EPUBForm.bytes(of: lists[0].text, lists[0].document).isEmpty)
    }

    @Test func anEPUBBeginsWithItsBareStoredType() throws {
        let list = try texts([sample(language: "ar")])[0]
        let bytes = try EPUBForm.bytes(of: list.text, list.document)
        #expect(Array(bytes[0..<4]) == [0x50, 0x4B, 3, 4])
        #expect(bytes[8] == 0 && bytes[9] == 0, "stored")
        #expect(bytes[28] == 0 && bytes[29] == 0, "no extra field")
        #expect(String(decoding: bytes[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
        #expect(try EPUBForm.bytes(of: list.text, list.document) == bytes)
        // With GLEANER_SAMPLES=DIR, for EPUBCheck.
        if let folder = ProcessInfo.processInfo.environment["GLEANER_SAMPLES"] {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/list.epub"))
        }
    }

    @Test func aBundleHoldsPagesTableAndTexts() throws {
        let lists = try texts([sample(), sample("Bruno", id: "bruno")])
        let bytes = try BundleForm.bytes(of: lists, className: "5 b", file: "5%20b", pages: Array("<p>".utf8))
        let text = String(decoding: bytes, as: UTF8.self)
        for name in ["5%20b/5%20b.html", "5%20b/5%20b.csv", "5%20b/lists/ana.txt", "5%20b/lists/bruno.txt"] {
            #expect(text.contains(name))
        }
    }

    @Test func aCodeIsDrawnForAddressesThatFit() throws {
        let code = try #require(QRCode("https://notes.example/articles/h4xqz"))
        #expect(code.side >= 25 && code.side <= 49)
        // The finder pattern: a run of seven dark modules in the first row, inside the quiet zone.
        #expect(code.path.hasPrefix("M2 2h7v1h-7z"))
        #expect(QRCode("https://notes.example/" + String(repeating: "x", count: 300)) == nil)
        #expect(QRCode("") == nil)
    }
}
