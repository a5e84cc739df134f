import Testing

@testable import FeedParsing

/// A title, an author's name and a tag are as hostile as a body: nothing that runs or loads survives in any field.
@Suite struct HostileTextTests {
    private static let payloads = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>", "<iframe src='https://evil.example/'></iframe>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>", "<style>@import 'https://evil.example/'</style>",
        "<object data='https://evil.example/'>", "<math><mtext></p><script>alert(1)</script>",
        "<!--<script>alert(1)</script>-->", "<p style='background:url(https://evil.example/)'>",
        "<form action='https://evil.example/'><input name=p></form>", "<base href='https://evil.example/'>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>", "<SCRIPT\n>alert(1)</SCRIPT\n>",
        "<img/src=\"x\"/onerror=alert(1)>", "<script>alert(1)", "\"><script>alert(1)</script>",
    ]

    /// What may stand in no text that was HTML.
    private static let forbidden = [
        "<script", "<svg", "<iframe", "<object", "<style", "<form", "<base", "<meta", "javascript:", "onerror=",
        "evil.example",
        "alert(1)<",
    ]

    private func fields(of feed: ParsedFeed) -> [String] {
        var texts: [String?] = [feed.title, feed.summary] + feed.authors + feed.tags
        for entry in feed.entries {
            texts += [entry.title, entry.summary, entry.content, entry.source?.title, entry.license]
            texts += (entry.authors + entry.tags).map { $0 }
        }
        return texts.compactMap { $0 }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    @Test(arguments: payloads) func inEveryTextOfRSS(payload: String) throws {
        for text in [escaped(payload), "<![CDATA[\(payload)]]>", escaped("before \(payload) after")] {
            let document = """
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
                <title>\(text)</title><description>\(text)</description><category>\(text)</category><itunes:author>\(text)</itunes:author>
                <item><title>\(text)</title><description>\(text)</description><content:encoded>\(text)</content:encoded>
                <author>\(text)</author><category>\(text)</category><source url="https://a.example/">\(text)</source></item>
                <item><dc:title>\(text)</dc:title><dc:creator>\(text)</dc:creator><dc:subject>\(text)</dc:subject>
                <media:description>\(text)</media:description><media:keywords>\(text)</media:keywords></item></channel></rss>
                """
            for field in fields(of: try Fixture.parse(document).feed) {
                for word in Self.forbidden { #expect(!field.lowercased().contains(word), "\(field)") }
            }
        }
    }

    @Test(arguments: payloads) func inEveryTextOfAtomAndJSONFeed(payload: String) throws {
        let text = escaped(payload)
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">\(text)</title><subtitle type="html">\(text)</subtitle>
            <entry><title type="html">\(text)</title><summary type="html">\(text)</summary><content type="html">\(text)</content>
            <author><name>\(text)</name></author><category term="\(text)"/></entry></feed>
            """
        let quoted = payload.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        let json = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "\(quoted)", "description": "\(quoted)", "items": [{"id": "1",
            "title": "\(quoted)", "summary": "\(quoted)", "content_html": "\(quoted)", "tags": ["\(quoted)"],
            "authors": [{"name": "\(quoted)"}]}]}
            """
        for document in [atom, json] {
            let feed = try Fixture.parse(document).feed
            #expect(feed.entries.count == 1)
            for field in fields(of: feed) {
                for word in Self.forbidden { #expect(!field.lowercased().contains(word), "\(field)") }
            }
        }
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", "java&#10;script:alert(1)", "vbscript:x", "&#106;avascript:x",
    ])
    func inEveryAddress(address: String) throws {
        let document = """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><link>\(address)</link><image><url>\(address)</url></image>
            <item><title>a</title><link>\(address)</link><enclosure url="\(address)"/><media:thumbnail url="\(address)"/>
            <source url="\(address)">b</source><description>&lt;img src="\(address)"&gt;</description></item></channel></rss>
            """
        let feed = try Fixture.parse(document).feed
        let entry = try #require(feed.entries.first)
        #expect(feed.link == nil && feed.image == nil)
        #expect(entry.link == nil && entry.enclosures.isEmpty && entry.image == nil && entry.source?.link == nil)
    }
}
