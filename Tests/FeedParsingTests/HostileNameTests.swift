import Content
import Testing

@testable import FeedParsing

extension HostileTests {
    /// Attributes and names, by the hundred thousand.
    @Suite struct Names {
        private static let many = 150_000

        @Test(arguments: ["rss", "item", "x"]) func aMillionAttributes(element: String) throws {
            var document = HostileDocument(element == "rss" ? "" : "<rss><channel>")
            document.add("<\(element) ")
            document.addNumbered("a", "='x' ", count: 1_000_000)
            document.add(element == "rss" ? "><channel>" : "></\(element)>")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
        }

        @Test func attributesOfManyElements() throws {
            var document = HostileDocument.rss()
            document.addNumbered("<x a", "='x'/>", count: Self.many)
            document.add("<x " + (0..<60).map { "a\($0)='x'" }.joined(separator: " ") + "/>", times: 3_000)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
        }

        @Test(
            arguments: [
                ("<a", "/>"), ("<item><a", "/></item>"), ("<a", ":title>x</title>"), ("<x xmlns='urn:", "'/>"),
                ("<x xmlns:p='urn:", "'/>"), ("<title a", ":b='c'/>"),
            ] as [(String, String)])
        func distinctNames(start: String, end: String) throws {
            var document = HostileDocument.rss()
            document.addNumbered(start, end, count: Self.many)
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem || run.entries == ParsingLimits.standard.entries)
        }

        @Test func longNames() throws {
            var document = HostileDocument.rss()
            for number in 0..<20 {
                document.add("<a\(number)")
                document.add("b", times: 1_000_000)
                document.add(">")
            }
            document.add("<c d=\"")
            document.add("e", times: 50_000_000)
            document.add("\">")
            document.endFeed()
            let run = try document.parse()
            run.expectBounded()
            #expect(run.keepsGoodItem)
        }

        @Test func namesWithAMeaningAreReadBehindAllOthers() throws {
            let names = (0..<5_000).map { "<n\($0) m\($0)='x' xmlns:o\($0)='urn:\($0)'/>" }.joined()
            let item = """
                <item><title>a</title><TITLE>b</TITLE><guid isPermaLink="false">c</guid><q1:z>d</q1:z><z>e</z>\
                <enclosure url="https://garden.example/f.mp3" type="audio/mpeg" length="1" other="x"/>\
                <description><p title="x">g</p><p>h</p></description></item>
                """
            let (feed, findings) = try Fixture.parse(Fixture.rss(names + item))
            let entry = try #require(feed.entries.first)
            #expect(entry.title == "a" && entry.id == "c" && entry.summary == "g\n\nh")
            #expect(entry.enclosures == [Enclosure(url: "https://garden.example/f.mp3", type: "audio/mpeg", length: 1)])
            #expect(entry.extensions.isEmpty)
            #expect(findings.contains { $0.problem.contains("too many names") })
        }
    }
}
