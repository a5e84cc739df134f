import Content
import Testing

@testable import FeedParsing

@Suite struct FormatTests {
    @Test func rdf() throws {
        let feed = try Fixture.feed("rdf.xml")
        let entry = try #require(feed.entries.first)
        #expect(feed.format == .rdf)
        #expect(feed.language == "en-GB")
        #expect(entry.id == "https://garden.example/1")
        #expect(entry.published?.iso == "2024-05-01T08:00:00Z")
    }

    @Test func atomWithRelativeLinks() throws {
        let feed = try Fixture.feed("atom-relative-links.xml")
        let entry = try #require(feed.entries.first)
        #expect(feed.format == .atom)
        #expect(feed.title == "Schul\u{AD}garten")
        #expect(feed.link == "https://garden.example/")
        #expect(feed.language == "de")
        #expect(entry.title == "Erbsen < Bohnen")
        #expect(entry.link == "https://garden.example/news/2024/erbsen?a=1&b=2")
        #expect(entry.summary == "Vom <b>-Element")
        #expect(entry.authors == ["Ada"])
        #expect(entry.tags == ["beet"])
        #expect(
            entry.enclosures == [Enclosure(url: "https://garden.example/news/a.mp3", type: "audio/mpeg", length: 5)])
        #expect(entry.updated?.iso == "2024-05-02T10:00:00Z")
    }

    @Test func oldAtom() throws {
        let feed = try Fixture.feed("atom-0.3.xml")
        #expect(feed.format == .atom03)
        #expect(feed.title == "School garden")
        #expect(feed.entries.first?.title == "Peas")
        #expect(feed.entries.first?.published?.iso == "2004-05-01T10:00:00Z")
    }

    @Test func channelDefinition() throws {
        let feed = try Fixture.feed("cdf.xml")
        #expect(feed.link == "https://garden.example/")
        #expect(feed.entries.first?.link == "https://garden.example/1")
        #expect(feed.entries.first?.updated?.iso == "2004-05-01T00:00:00Z")
    }

    @Test func jsonFeedWithBadFields() throws {
        let feed = try Fixture.feed("json-feed.json", base: "https://garden.example/feed.json")
        #expect(feed.format == .jsonFeed(version: "1.1"))
        #expect(feed.entries.map(\.id) == ["7", "8"])
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Peas & beans")
        #expect(entry.link == "https://garden.example/1")
        #expect(entry.content == "One\n\nTwo")
        #expect(entry.published?.iso == "2024-05-01T10:00:00Z")
        #expect(entry.authors == ["Ada"])
        #expect(entry.tags == ["beds", "seeds"])
        #expect(feed.entries.last?.title == nil)
        #expect(feed.entries.last?.content == "Corn")
    }

    @Test(arguments: ["empty.xml", "other-xml.xml", "json-of-another-kind.json"])
    func whatIsNoFeedIsAnError(file: String) throws {
        let (feed, findings) = try FeedParser().parse(Fixture.bytes(file), address: file)
        #expect(feed.format == .none)
        #expect(feed.entries.isEmpty)
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func webPagesAndOtherBytesThrow() throws {
        #expect(throws: FeedParseError.webPage) { try Fixture.feed("web-page.html") }
        #expect(throws: FeedParseError.notAFeed) { try Fixture.parse("no markup at all") }
    }

    @Test func namespacesCountNotPrefixes() throws {
        let other = try #require(try Fixture.feed("other-prefixes.xml").entries.first)
        #expect(other.authors == ["Ada Gardener"])
        #expect(other.content == "One\n\nTwo")
        #expect(try Fixture.feed("undeclared-prefix.xml").entries.first?.authors == ["Ada Gardener"])
    }

    @Test func fieldsOfOtherElementsDoNotLeak() throws {
        let feed = try Fixture.feed("image-and-source-titles.xml")
        #expect(feed.title == "School garden")
        #expect(feed.image == "https://garden.example/logo.png")
        let entry = try #require(feed.entries.first)
        #expect(entry.title == "Peas")
        #expect(entry.link == "https://garden.example/peas")
        #expect(entry.image == "https://garden.example/pea.png")
    }

    @Test func learningMetadataAndUnknownElementsAreKept() throws {
        let entry = try #require(try Fixture.feed("learning-metadata.xml").entries.first)
        #expect(entry.learning.educationLevels == ["Grade 3"])
        #expect(entry.learning.audiences == ["students"])
        #expect(entry.learning.ageRanges == ["8-10", "7-9"])
        #expect(entry.learning.timesRequired == ["PT20M"])
        #expect(entry.extensions == ["x:soil": ["loam"], "x:soil@depth": ["3"]])
    }

    @Test func identifiersAndLinks() throws {
        let feed = try Fixture.feed("guid-as-link.xml")
        #expect(feed.entries.map(\.link) == ["https://garden.example/peas", nil])
        let (unsafe, findings) = try FeedParser().parse(Fixture.bytes("javascript-link.xml"), address: "x")
        #expect(unsafe.entries.first?.link == "https://garden.example/peas")
        #expect(findings.count == 1)
    }

    @Test func modulesAreReadByTheirNamespaces() throws {
        let feed = try Fixture.feed("modules-with-odd-prefixes.xml")
        let entry = try #require(feed.entries.first)
        #expect(feed.license == "https://licences.example/by/4.0/")
        #expect(entry.license == "https://licences.example/by-sa/4.0/")
        #expect(entry.source == EntrySource(title: "The other garden", link: "https://other.example/feed.xml"))
        #expect(entry.commentCount == 4)
        #expect(entry.replyTo == "urn:garden:1")
        #expect(entry.place == GeoPlace(latitude: 52.5, longitude: 13.25, name: "Old orchard"))
        #expect(entry.extensions["link:via"] == ["https://via.example/1"])
        #expect(entry.extensions["podcast:transcript@url"] == ["https://garden.example/1.vtt"])
        #expect(entry.extensions["podcast:transcript@type"] == ["text/vtt"])
        let second = try #require(feed.entries.last)
        #expect(second.place == GeoPlace(latitude: -33.9, longitude: 18.4))
        #expect(second.license == "All rights: nobody's")
        #expect(second.commentCount == nil)
        #expect(second.source == nil)
    }

    @Test func aFeedInsideAFeedKeepsItsEntriesToItself() throws {
        let feed = try Fixture.feed("feed-inside-an-entry.xml")
        #expect(feed.title == "Outer")
        #expect(feed.entries.map(\.title) == ["First", "Second"])
        #expect(feed.entries.first?.source == EntrySource(title: "Inner source", link: "https://inner.example/"))
        #expect(feed.entries.first?.link == "https://outer.example/1")
        #expect(feed.entries.first?.authors == ["Outer author"])
    }
}

/// What is said of rights.
@Suite struct RightsTests {
    private func feed(_ head: String, _ entry: String) throws -> ParsedFeed {
        let names = "xmlns='http://www.w3.org/2005/Atom' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        return try Fixture.parse("<feed \(names)>\(head)<entry><id>1</id>\(entry)</entry></feed>").feed
    }

    @Test func wordsOnRightsCountWhereNoLicenceIsNamed() throws {
        let plain = try feed("<rights>CC BY 4.0</rights>", "<dc:rights>All rights reserved</dc:rights>")
        #expect(plain.license == "CC BY 4.0" && plain.entries[0].license == "All rights reserved")
        let link = "<link rel='license' href='https://l.example/'/>"
        let named = try feed("", "<rights>All mine</rights>" + link)
        #expect(named.license == nil && named.entries[0].license == "https://l.example/")
        #expect(named.entries[0].extensions["rights"] == ["All mine"])
        let rss = Fixture.rss("<copyright>CC BY 4.0</copyright><item><title>A</title></item>")
        #expect(try Fixture.parse(rss).feed.license == "CC BY 4.0")
    }

    @Test func theSchoolsOwnListMayNameALicence() throws {
        let list = """
            <opml version="2.0" xmlns:gleaner="urn:gleaner"><body>
            <outline xmlUrl="https://a.example/f" gleaner:license="CC BY 4.0"/><outline xmlUrl="https://b.example/f"/>
            </body></opml>
            """
        #expect(try FeedList.read(Array(list.utf8)).outlines.map { $0.license } == ["CC BY 4.0", nil])
    }
}
