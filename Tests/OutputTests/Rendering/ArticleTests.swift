import Content
import Foundation
import Testing

@testable import Output

@Suite("Articles are printed only where their licence allows it")
struct ArticleTests {
    @Test(arguments: [
        ("https://creativecommons.org/licenses/by-sa/4.0/", "CC BY-SA 4.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/3.0/deed.en", "CC BY-NC-ND 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"), ("CC BY 4.0", "CC BY 4.0"),
        ("CC-BY-SA-4.0", "CC BY-SA-4.0"), ("Public Domain", "Public domain"), ("CC0", "CC0"),
        ("By the authors, under the Creative Commons Attribution 4.0 licence (CC BY 4.0).", "CC BY 4.0"),
        ("© 2026 Ann Lee, CC BY-NC-SA", "CC BY-NC-SA"),
    ])
    func licencesThatAllowCopies(text: String, name: String) {
        #expect(PrintedArticle.openLicense(text) == name)
    }

    @Test(arguments: [
        "All rights reserved", "© 2026 The Paper", "https://example.org/license", "", "CC",
        "https://creativecommons.org/", "Text CC BY 4.0 unless otherwise noted", "Photos are CC BY 4.0",
        "CC BY-XX 4.0", "© The Paper. All rights reserved; code CC BY 4.0", "Salvo las fotos, CC BY 4.0",
        "https://creativecommons.org/licenses/sampling/1.0/", "publicdomainish", "CCTV",
    ])
    func othersDoNot(text: String) { #expect(PrintedArticle.openLicense(text) == nil) }

    private func item(words: Int) -> ContentItem {
        let text = (0..<words / 10).map { "This is paragraph number \($0) of it all.\n" }.joined()
        return ContentItem(
            id: ItemID(rawValue: "i"), code: ItemCode(rawValue: "H4XQZ"), feed: "f", feedTitle: "Open Science",
            url: nil,
            title: "T", summary: "Short.", text: text, published: Sample.made, firstSeen: Sample.made, words: words,
            minutes: 3)
    }

    @Test func aTeaserIsNoArticle() {
        #expect(PrintedArticle(item(words: 40), license: "CC BY") == nil)
        #expect(PrintedArticle(item(words: 400), license: nil) == nil)
        #expect(PrintedArticle(item(words: 400), license: "CC BY")?.paragraphs.count == 40)
        #expect(PrintedArticle(item(words: 400), license: "CC BY")?.author == "Open Science")
    }

    @Test func whereTheArticleFollowsThereIsNoCode() throws {
        var line = Sample.lines[0]
        line.article = PrintedArticle(item(words: 400), license: "CC BY 4.0")
        let page = String(
            decoding: try Shipped().print.render([Sample.document(lines: [line])], className: "5b", paper: .a4),
            as: UTF8.self)
        #expect(page.contains("By Open Science, CC BY 4.0") && page.contains("paragraph number 39"))
        #expect(!page.contains("class=\"qr\"") && page.contains("printed behind this page"))
        let without = String(
            decoding: try Shipped().print.render([Sample.document()], className: "5b", paper: .a4), as: UTF8.self)
        #expect(without.components(separatedBy: "<svg class=\"qr\"").count == 8 + 1)
        #expect(!without.contains("<article"))
    }
}
