import Testing

@testable import FeedParsing

/// Hostile documents end in bounded time with what can be kept. The times are watchdogs, not measurements.
@Suite struct BoundsTests {
    private func bounded(_ text: String, limits: ParsingLimits = .standard) throws -> ParsedFeed {
        let clock = ContinuousClock()
        let start = clock.now
        let feed = try Fixture.parse(text, limits: limits).feed
        #expect(start.duration(to: clock.now) < .seconds(20))
        return feed
    }

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test func depth() throws {
        let deep = repeated("<a>", 50_000) + "x" + repeated("</a>", 50_000)
        let feed = try bounded(Fixture.rss("<item><description>\(deep)</description><title>Peas</title></item>"))
        #expect(feed.entries.map(\.title) == ["Peas"])
    }

    @Test func attributes() throws {
        let many = (0..<20_000).map { "a\($0)='x'" }.joined(separator: " ")
        let feed = try bounded(Fixture.rss("<item \(many)><title>Peas</title></item>"))
        #expect(feed.entries.map(\.title) == ["Peas"])
        let html = try bounded(Fixture.rss("<item><description><![CDATA[<p \(many)>x]]></description></item>"))
        #expect(html.entries.count == 1)
    }

    @Test func longTextAndManyEntries() throws {
        var limits = ParsingLimits.standard
        limits.fieldBytes = 1_000
        limits.entries = 10
        let long = try bounded(
            Fixture.rss("<item><description>\(repeated("x ", 100_000))</description></item>"), limits: limits)
        #expect(long.entries.first?.summary?.utf8.count ?? 0 <= 1_000)
        #expect(try bounded(Fixture.rss(repeated("<item/>", 100_000)), limits: limits).entries.count == 10)
    }

    @Test(arguments: [
        "<!--", "<![CDATA[", "<?x ", "<!DOCTYPE ", "<!DOCTYPE a [", "<a b=\"", "<a b='\" ", "<", "&", "</rss>", "</a>",
    ])
    func marksWithoutAnEnd(mark: String) throws {
        _ = try bounded("<rss><channel>" + repeated(mark, 50_000) + "<item><title>Peas</title></item>")
    }

    @Test(arguments: ["<!-- ", "<div>", "<b>", "<li>", "<", "&", "</p>", "<p a=\""])
    func htmlWithoutAnEnd(mark: String) throws {
        let html = repeated(mark, 50_000)
        _ = try bounded(Fixture.rss("<item><description><![CDATA[\(html)]]></description></item>"))
    }

    @Test func entityExpansion() throws {
        let type = "<!DOCTYPE r [<!ENTITY a \"\(repeated("x", 250))\">]>"
        let feed = try bounded(type + Fixture.rss("<item><title>\(repeated("&a;", 100_000))</title></item>"))
        #expect(feed.entries.first?.title?.utf8.count ?? 0 < 400_000)
    }
}
