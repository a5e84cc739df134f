import Testing

@testable import FeedParsing

/// What an article's own address is, of the many that stand in its entry.
@Suite struct LinkTests {
    private func links(_ document: String, base: String? = nil) throws -> [String?] {
        try FeedParser().parse(Array(document.utf8), address: "test", baseURL: base).feed.entries.map { $0.link }
    }

    private func atom(_ entry: String, _ head: String = "") -> String {
        "<feed xmlns='http://www.w3.org/2005/Atom'>\(head)<entry><id>1</id>\(entry)</entry></feed>"
    }

    @Test func theArticleIsNamedBesideTheServiceThatCountsClicks() throws {
        let feedburner = "xmlns:f='http://rssnamespace.org/feedburner/ext/1.0'"
        let pheedo = "xmlns:p='http://www.pheedo.com/namespace/pheedo'"
        #expect(
            try links(
                """
                <rss version="2.0" \(feedburner) \(pheedo)><channel>
                <item><f:origLink>https://e.example/a</f:origLink><link>https://count.example/1</link></item>
                <item><link>https://count.example/2</link><p:origLink>https://e.example/b</p:origLink></item>
                </channel></rss>
                """) == ["https://e.example/a", "https://e.example/b"])
    }

    @Test func anIdentifierThatIsSaidToBeALinkIsOne() throws {
        let items = [
            "<guid isPermaLink='true'>episode/1/</guid>", "<guid isPermaLink='false'>episode/1/</guid>",
            "<guid>episode</guid>",
            "<guid isPermaLink='true'>episode/1/</guid><link>https://e.example/a</link>",
        ].map { "<item><title>A</title>\($0)</item>" }.joined()
        #expect(
            try links("<rss version='2.0' xml:base='https://e.example/p/'><channel>\(items)</channel></rss>")
                == ["https://e.example/p/episode/1/", nil, nil, "https://e.example/a"])
    }

    @Test func anAlternateIsAboveAllElse() throws {
        let alternate = "<link rel='alternate' type='text/html' href='https://e.example/a'/>"
        for other in [
            "<link rel='enclosure' type='image/jpeg'>https://img.example/a.jpg</link>",
            "<link>https://e.example/x</link>",
            "<link rel='self' href='https://e.example/x.atom'/>",
            "<link rel='alternate' type='application/json' href='https://e.example/x.json'/>",
            "<link rel='alternate' href='https://e.example/a'>https://e.example/x</link>",
        ] {
            #expect(try links(atom(alternate + other)) == ["https://e.example/a"], "\(other)")
            #expect(try links(atom(other + alternate)) == ["https://e.example/a"], "\(other)")
        }
        let entry = try #require(
            try Fixture.parse(atom(alternate + "<link rel='enclosure'>https://img.example/a.jpg</link>")).feed.entries
                .first)
        #expect(entry.enclosures.map { $0.url } == ["https://img.example/a.jpg"])
    }

    @Test func anEmptyAddressIsThePlaceItself() throws {
        #expect(
            try links(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry xml:base='https://e.example/a'><link href=''/></entry></feed>"
            ) == ["https://e.example/a"])
        #expect(try links(atom("<link href=''/>"), base: "https://e.example/feed") == [nil])
    }

    @Test func typographicQuotesAreQuotes() throws {
        #expect(
            try links(
                "<feed xmlns=“http://www.w3.org/2005/Atom”><entry><link href=“https://e.example/1”/></entry></feed>")
                == ["https://e.example/1"])
        #expect(try links(atom("<link rel=‘alternate’ href=„https://e.example/2“/>")) == ["https://e.example/2"])
        // One that is never closed does not swallow the tags behind it.
        #expect(try links(atom("<link href=“https://e.example/3/><title>“T”</title>")).count == 1)
    }

    @Test(arguments: [
        ("", "stories/1.html", "https://e.example/news/stories/1.html"), ("", "/1.html", "https://e.example/1.html"),
        ("", "//cdn.example/1.html", "https://cdn.example/1.html"),
        ("https://feeds.example/f/rss.xml", "1.html", "https://e.example/news/1.html"),
    ])
    func relativeLinksOfRSSAreOfTheSite(base: String, link: String, resolved: String) throws {
        let document =
            "<rss version='2.0'><channel><link>https://e.example/news/</link><item><link>\(link)</link></item></channel></rss>"
        #expect(try links(document, base: base.isEmpty ? nil : base) == [resolved])
    }

    @Test func relativeLinksAreOfWhatTheDocumentSaysOfItself() throws {
        let own = "<link rel='self' href='https://e.example/feeds/a.xml'/>"
        #expect(try links(atom("<link href='1.html'/>", own)) == ["https://e.example/feeds/1.html"])
        // Where the feed came from is surer than what it says, and `xml:base` is surest.
        #expect(
            try links(atom("<link href='1.html'/>", own), base: "https://real.example/a.xml")
                == ["https://real.example/1.html"])
        #expect(
            try links(atom("<link xml:base='https://b.example/' href='1.html'/>", own)) == ["https://b.example/1.html"])
        // The site may be named behind the entries.
        #expect(
            try links(
                "<rss version='2.0'><channel><item><link>1.html</link></item><link>https://e.example/</link></channel></rss>"
            )
                == ["https://e.example/1.html"])
    }

    @Test func theFeedsAuthorsAreItsEntries() throws {
        let authors = try Fixture.parse(
            """
            <feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id></entry>
            <entry><id>2</id><author><name>Bo</name></author></entry>
            <entry><id>3</id><source><title>Elsewhere</title></source></entry>
            <author><name>Ann</name></author></feed>
            """
        ).feed.entries.map { $0.authors }
        #expect(authors == [["Ann"], ["Bo"], []])
        let json = #"{"version":"https://jsonfeed.org/version/1.1","authors":{"name":"Ann"},"items":[{"id":"1"}]}"#
        #expect(try Fixture.parse(json).feed.entries.map { $0.authors } == [["Ann"]])
    }

    @Test func rssInTheFormOfJSONIsRefused() {
        #expect(throws: FeedParseError.rssInJSON) {
            try Fixture.parse(#"{"rss":{"channel":{"item":[{"title":"A"}]}}}"#)
        }
    }
}
