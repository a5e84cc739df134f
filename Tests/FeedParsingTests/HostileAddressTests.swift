import Testing

@testable import FeedParsing

extension HostileTests {
    /// Dates and addresses that are too long, too many, or neither.
    @Suite struct DatesAndAddresses {
        @Test func dates() throws {
            var document = HostileDocument.rss()
            document.add("<item><pubDate>")
            document.add("12 ", times: 500_000)
            document.add("</pubDate>")
            document.addNumbered("<pubDate>Smarch ", ", at noon or so</pubDate>", count: 50_000)
            document.add("<pubDate>\(String(repeating: "éèabcä 1 ", count: 9))</pubDate>", times: 20_000)
            document.add("</item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func aMegabyte() throws {
            var document = HostileDocument.rss()
            for start in ["https://garden.example/", "javascript:", "a", "//", "data:text/html,"] {
                document.add("<item><title>First</title><link>\(start)")
                document.add("../a", times: 250_000)
                document.add("</link></item>")
            }
            document.add(
                "<item><link rel='alternate' href='/\(String(repeating: "a/../", count: 12_000))'/></item>", times: 200)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 206 && run.keepsGoodItem)
            #expect(run.count(of: "\"link\":null") == 206)
        }

        @Test(arguments: [2_000, 60_000]) func aLongBaseUnderManyLinks(length: Int) throws {
            let base = "https://garden.example/" + String(repeating: "a/", count: length / 2)
            var document = HostileDocument("<rss xml:base=\"\(base)\"><channel>")
            document.add("<item>" + String(repeating: "<enclosure url='b'/>", count: 20) + "</item>", times: 1_000)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 1_001 && run.keepsGoodItem)
        }

        @Test(
            arguments: [
                ("../../b?c#d", "https://g.example/b?c#d"), ("./b", "https://g.example/x/y/b"),
                ("b/..", "https://g.example/x/y/"), ("b/.", "https://g.example/x/y/b/"),
                ("/b/./c/../d", "https://g.example/b/d"),
                ("?q", "https://g.example/x/y/z?q"), ("#f", "https://g.example/x/y/z?a=1#f"),
                ("//h.example/b", "https://h.example/b"),
                ("b", "https://g.example/x/y/b"), ("b.html", "https://g.example/x/y/b.html"),
                ("../../../..", "https://g.example/"),
            ] as [(String, String)])
        func addressesAreResolvedAsBefore(reference: String, address: String) {
            #expect(WebAddress.resolved(reference, base: "https://g.example/x/y/z?a=1") == address)
        }
    }
}
