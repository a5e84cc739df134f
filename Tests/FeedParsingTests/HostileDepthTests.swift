import Testing

@testable import FeedParsing

extension HostileTests {
    /// Elements one inside the other: the deepest tags go, no text and no item does.
    @Suite struct Depth {
        private static let many = 100_000

        @Test func inADescription() throws {
            var document = HostileDocument.rss()
            document.add("<item><title>First</title><description>")
            document.add("<a>", times: Self.many)
            document.add("deep")
            document.add("</a>", times: Self.many)
            document.add("</description><link>https://garden.example/deep</link></item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
            #expect(run.count(of: "\"summary\":\"deep\"") == 1 && run.count(of: "https://garden.example/deep") == 1)
        }

        @Test func neverClosed() throws {
            var document = HostileDocument.rss()
            document.add("<item><title>First</title><description>")
            document.add("<a>", times: Self.many)
            document.add("deep</description><link>https://garden.example/deep</link></item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem && run.count(of: "https://garden.example/deep") == 1)
        }

        @Test func aroundTheItems() throws {
            var document = HostileDocument.rss()
            document.add("<a>", times: Self.many)
            document.add(HostileDocument.goodItem)
            document.add("</a>", times: Self.many)
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 1 && run.keepsGoodItem)
        }

        @Test func itemsThatAreNeverClosed() throws {
            var document = HostileDocument.rss()
            document.addNumbered("<item><title>Article ", "</title>", count: 5_000)
            document.add(HostileDocument.goodItem)
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 5_001 && run.keepsGoodItem)
        }

        @Test func basesOneOnTheOther() throws {
            var document = HostileDocument.rss()
            document.add("<a xml:base=\"\(String(repeating: "y", count: 60_000))/\">", times: 190)
            document.add("<item><title>a</title><link>b</link></item>", times: 1_000)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 1_001 && run.keepsGoodItem)
        }

        @Test func endTagsOfNothing() throws {
            var document = HostileDocument.rss()
            document.add("<item><title>First</title><description>")
            document.add("<b>", times: 195)
            document.add("</a>", times: 1_000_000)
            document.add("</description></item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }
    }
}
