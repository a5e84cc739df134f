import Content
import Testing

@testable import FeedParsing

extension HostileTests {
    /// Items and values of items, by the million.
    @Suite struct Lists {
        @Test(arguments: [("<item/>", 1_000_000), ("<item></item>", 50_000), ("<item>", 50_000)] as [(String, Int)])
        func emptyItems(item: String, times: Int) throws {
            var document = HostileDocument.rss()
            document.add(item, times: times)
            document.add("</channel></rss>")
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == ParsingLimits.standard.entries)
        }

        @Test func manySmallItems() throws {
            var document = HostileDocument.rss()
            document.addNumbered(
                "<item><title>Article ", "</title><link>https://garden.example/a</link></item>", count: 100_000)
            document.add("<link>https://garden.example/</link></channel></rss>")
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == ParsingLimits.standard.entries)
            // What stands behind the entries that are too many is read.
            #expect(run.count(of: "\"feed\":{\"title\":\"Hostile\",\"link\":\"https://garden.example/\"}") == 1)
        }

        @Test(
            arguments: [
                ("<category>t", "</category>"), ("<category term='t", "'/>"), ("<author>a", "</author>"),
                ("<enclosure url='https://garden.example/", ".mp3'/>"), ("<y>", "</y>"), ("<x:y>", "</x:y>"),
                ("<link href='https://garden.example/", "'/>"), ("<title>t", "</title>"), ("<x y='", "'/>"),
            ] as [(String, String)])
        func valuesOfOneItem(start: String, end: String) throws {
            var document = HostileDocument.rss()
            document.add("<item>")
            document.addNumbered(start, end, count: 50_000)
            document.add("</item>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 2 && run.keepsGoodItem)
            #expect(run.output.count < 1_000_000)
        }

        @Test func valuesOfManyItems() throws {
            let tags = (0..<200).map { "<category>t\($0)</category><x\($0)>y</x\($0)>" }.joined()
            var document = HostileDocument.rss()
            document.add("<item>\(tags)</item>", times: 800)
            document.add("<item><category term='\(String(repeating: "t", count: 60_000))'/></item>", times: 500)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.entries == 1_301 && run.keepsGoodItem)
        }

        @Test func whatIsKeptIsBoundedAndSaid() throws {
            var limits = ParsingLimits.standard
            limits.totalBytes = 2_000
            let item = "<item><title>a</title><link>b</link><category>c</category><x:d>e</x:d></item>"
            let (feed, findings) = try FeedParser(limits: limits).parse(
                Array(Fixture.rss(String(repeating: item, count: 100)).utf8), address: "test",
                baseURL: "https://garden.example/")
            #expect(feed.entries.count == 100)
            #expect(feed.entries.allSatisfy { $0.title == "a" && $0.link == "https://garden.example/b" })
            #expect(feed.entries.first?.tags == ["c"] && feed.entries.last?.tags == [])
            #expect(findings.contains { $0.problem.contains("too many values") })
        }
    }
}
