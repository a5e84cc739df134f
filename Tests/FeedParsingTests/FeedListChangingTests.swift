import Content
import Testing

@testable import FeedParsing

/// A list that is changed says just that much else, and keeps what other programs wrote.
@Suite struct FeedListChangingTests {
    private static let list = """
        <?xml version="1.0"?>
        <opml version="2.0"><head><title>Ours</title></head>
        <body>
          <!-- <outline xmlUrl="https://b.example/?x=1&amp;y=2"/> -->
          <outline text="Space">
            <outline type='rss' text='A &amp; B' xmlUrl='https://a.example/feed' their:own="7" language="en"/>
            <outline text="B" xmlUrl="https://b.example/?x=1&amp;y=2"></outline>
          </outline>
        </body></opml>
        """

    @Test func onlyWhatIsSaidOfTheFeedChanges() throws {
        var outline = try FeedList.read(Array(Self.list.utf8)).outlines[0]
        #expect(outline.folder == "Space")
        outline.audience = 4
        outline.language = "es"
        outline.topics = ["space", "moons"]
        outline.text = .page
        outline.isPaused = true
        let text = try #require(FeedList.changing("https://a.example/feed", to: outline, in: Self.list))
        let expected = Self.list.replacing(
            "<outline type='rss' text='A &amp; B' xmlUrl='https://a.example/feed' their:own=\"7\" language=\"en\"/>",
            with:
                "<outline type=\"rss\" text=\"A &amp; B\" xmlUrl=\"https://a.example/feed\" their:own=\"7\" language=\"es\""
                + " category=\"space,moons\" gleaner:audience=\"4\" gleaner:full-text=\"page\" gleaner:paused=\"true\"/>"
        ).replacing("<opml version", with: "<opml xmlns:gleaner=\"urn:gleaner:feeds\" version")
        #expect(text == expected)
        // And back.
        outline.audience = nil
        outline.topics = []
        outline.text = nil
        outline.isPaused = false
        let back = try #require(FeedList.changing("https://a.example/feed", to: outline, in: text))
        #expect(!back.contains("gleaner:audience") && !back.contains("category") && !back.contains("paused"))
    }

    @Test func aFeedThatIsRemovedTakesItsLineWithIt() throws {
        let text = try #require(FeedList.removing("https://b.example/?x=1&y=2", from: Self.list))
        let expected = Self.list.replacing(
            "    <outline text=\"B\" xmlUrl=\"https://b.example/?x=1&amp;y=2\"></outline>\n", with: "")
        #expect(text == expected)
        #expect(FeedList.removing("https://none.example/", from: Self.list) == nil)
    }

    @Test func aFeedThatHoldsOthersIsNotTakenAwayWithThem() {
        let list = "<opml><body><outline xmlUrl='a.xml' text='A'><outline xmlUrl='b.xml'/></outline></body></opml>"
        #expect(FeedList.removing("a.xml", from: list) == nil)
        #expect(FeedList.removing("b.xml", from: list) != nil)
    }

    @Test func feedsOfAFolderAreAddedInOne() throws {
        var moon = FeedList.Outline(address: "https://m.example/", title: "Moon", audience: 3)
        moon.folder = "Sky & more"
        let text = try #require(FeedList.adding([FeedList.Outline(address: "c.xml"), moon], to: Self.list))
        #expect(text.contains("    <outline text=\"Sky &amp; more\">\n      <outline type=\"rss\" text=\"Moon\""))
        #expect(try FeedList.read(Array(text.utf8)).outlines.last == moon)
    }
}
