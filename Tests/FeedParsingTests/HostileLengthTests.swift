import Testing

@testable import FeedParsing

extension HostileTests {
    /// Texts far longer than any that is kept.
    @Suite struct Length {
        private static let bytes = 100_000_000

        @Test(
            arguments: ["description", "title"],
            [
                ("word ", "", ""), ("&lt;p&gt;word&lt;/p&gt; ", "", ""), ("<p>word</p> ", "<![CDATA[", "]]>"),
            ] as [(String, String, String)])
        func aHundredMegabytes(element: String, text: (String, String, String)) throws {
            var document = HostileDocument.rss()
            document.addItem(
                body: text.0, times: Self.bytes / text.0.utf8.count, in: element, around: (text.1, text.2))
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
            // What is kept is the beginning, as far as a field may go.
            #expect((400_000..<1_100_000).contains(run.count(of: "word") * 5))
        }

        @Test(arguments: ["<p>word</p> ", "<![CDATA[word]]>", "&#119;&eacute;"])
        func tagsSectionsAndReferences(piece: String) throws {
            let run = try HostileDocument.rss(body: piece, times: 8_000_000 / piece.utf8.count).parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
        }

        @Test func manyBodiesOfAMegabyte() throws {
            var document = HostileDocument.rss()
            for _ in 0..<90 { document.addItem(body: "word ", times: 199_000) }
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 91 && run.keepsGoodItem)
        }

        @Test func outsideOfItems() throws {
            var document = HostileDocument("before ")
            document.add("<a> ", times: 1_000_000)
            document.add("<rss><channel><!--")
            document.add("word ", times: 10_000_000)
            document.add("--><x>")
            document.add("word ", times: 5_000_000)
            document.add("</x>")
            document.add(" \n", times: 10_000_000)
            document.endFeed()
            document.add("<a> ", times: 1_000_000)
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 1 && run.keepsGoodItem)
        }

        @Test func anItemOfTooManyIsPassedOver() throws {
            for end in ["/>", "></item>", ">", "><title>x</title><description><a></description></item>"] {
                var document = HostileDocument.rss()
                document.add("<item" + end, times: 21_000)
                document.add("</channel></rss>")
                let run = try document.parse()
                run.expectBounded()
                #expect(run.entries == ParsingLimits.standard.entries, "\(end)")
            }
        }

        @Test func whatFollowsASkippedTextIsRead() throws {
            var limits = ParsingLimits.standard
            limits.fieldBytes = 1_000
            let text = String(repeating: "<b>x</b> y ", count: 4_000)
            let feed = try Fixture.parse(
                Fixture.rss(
                    "<item><description>\(text)<description>inner</description><![CDATA[</description>]]>\(text)</description>"
                        + "<title>a</title></item><wrap>\(text)<item><title>b</title></item></wrap>"
                        + "\(text)<item><description>\(text)<item><title>c</title></item>"), limits: limits
            ).feed
            #expect(feed.entries.map(\.title) == ["a", "b", nil, "c"])
            #expect(feed.entries.first?.summary?.hasPrefix("x y x y") == true)
        }
    }
}
