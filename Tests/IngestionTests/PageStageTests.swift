import Configuration
import Content
import Store
import TestSupport
import Testing

@testable import Ingestion

/// Pages of articles, from a server of the test's own: read once, only where the school and the server allow it, never shown.
struct PageStageTests {
    private static let teaser = "Ash is fine dust that flies far around the world, and it took a summer […]"
    private static let sentence =
        "The ash of a volcano is fine dust that flies far around the world and took a summer from it. "
    private static let article =
        "<html><body><nav>Home</nav><article><h1>Ash</h1><p>" + String(repeating: sentence, count: 20)
        + "</p></article></body></html>"

    private static func feed(_ texts: [(path: String, text: String)], _ server: LoopbackServer, license: String = "")
        -> [UInt8]
    {
        let items = texts.map {
            "<item><title>Ash of volcanoes</title><link>\(server.address($0.path))</link><guid>\($0.path)</guid>"
                + "<description>\($0.text)</description></item>"
        }
        return Array("<rss version=\"2.0\"><channel><title>T</title>\(license)\(items.joined())</channel></rss>".utf8)
    }

    /// Reads a feed and then its pages, so many days after the first time.
    private static func run(
        _ store: Store, _ server: LoopbackServer, _ feed: [UInt8], text: TextOrigin = .page, day: Int64 = 0
    ) throws -> (read: Int, findings: [Finding]) {
        let now = Sample.now.adding(seconds: day * 86_400)
        return try Sample.withFolder(["feed.xml": feed]) { folder in
            var source = FeedSource(source: "feed.xml", language: "en")
            source.text = text
            let fetcher = DiskAndWebFetcher(settings: CurlTransferTests.settings())
            let plan = FeedPlan(sources: [source], folder: folder, fetcher: fetcher)
            _ = try IngestStage(store: store, fetcher: fetcher, wordsPerMinute: 100).run(plan, isWhole: true, now: now)
            return try PageStage(store: store, fetcher: fetcher, wordsPerMinute: 100).run(plan, now: now)
        }
    }

    private static func item(_ store: Store) throws -> ContentItem { try #require(try store.items.items().first?.item) }

    @Test func aTeaserIsMeasuredByItsPageAndReadOnce() throws {
        let server = try LoopbackServer { path, _ in
            path == "/a" ? .ok(Array(Self.article.utf8)) : .status("404 Not Found")
        }
        let store = try Store.inMemory()
        let feed = Self.feed([("/a", Self.teaser)], server, license: "<copyright>CC BY 4.0</copyright>")
        let before = try store.marks()
        #expect(try Self.run(store, server, feed).read == 1)
        let item = try Self.item(store)
        #expect(item.words > 300 && item.minutes == 4 && item.level != nil)
        #expect(item.pageText?.contains("took a summer from it.") == true)
        // What is shown stays the feed's.
        #expect(item.text.hasSuffix("[…]") && item.summary.hasSuffix("[…]"))
        #expect(try store.items.licenses(versions: [item.version]) == [item.version: "CC BY 4.0"])
        #expect(try store.items.items(asOf: before).isEmpty)
        // Nothing is asked again, and the feed's next reading changes nothing.
        let asked = server.requests.count
        #expect(server.requests.contains { $0.hasPrefix("GET /a ") && $0.contains("Accept: text/html") })
        #expect(try Self.run(store, server, feed, day: 1).read == 0)
        #expect(server.requests.count == asked)
        #expect(try Self.item(store) == item)
        // A corrected title keeps what is behind it; a whole text takes its place.
        let other = Self.feed([("/a", Self.teaser + " and more")], server)
        _ = try Self.run(store, server, other, day: 2)
        #expect(try Self.item(store).words == item.words)
        let whole = Self.feed([("/a", String(repeating: Self.sentence, count: 19))], server)
        _ = try Self.run(store, server, whole, day: 3)
        #expect(try Self.item(store).pageText == nil)
    }

    @Test func whatTheFeedStatesOfLevelAndMinutesStays() throws {
        let server = try LoopbackServer { path, _ in
            path == "/a" ? .ok(Array(Self.article.utf8)) : .status("404 Not Found")
        }
        let store = try Store.inMemory()
        let stated = String(decoding: Self.feed([("/a", Self.teaser)], server), as: UTF8.self).replacing(
            "<description>",
            with: "<educationLevel xmlns=\"http://purl.org/dc/terms/\">Grade 3</educationLevel><description>")
        _ = try Self.run(store, server, Array(stated.utf8))
        let item = try Self.item(store)
        #expect(item.level == 3 && item.words > 300, "\(String(describing: item.level))")
    }

    @Test func nothingIsReadWithoutTheSchoolsWord() throws {
        let server = try LoopbackServer { _, _ in .ok(Array(Self.article.utf8)) }
        let store = try Store.inMemory()
        #expect(try Self.run(store, server, Self.feed([("/a", Self.teaser)], server), text: .feed).read == 0)
        #expect(server.requests.isEmpty)
    }

    @Test func aServersRulesAreKept() throws {
        let server = try LoopbackServer { path, _ in
            path == "/robots.txt"
                ? .ok(Array("User-agent: *\nDisallow: /a\nAllow: /ab".utf8)) : .ok(Array(Self.article.utf8))
        }
        let store = try Store.inMemory()
        let feed = Self.feed([("/a/1", Self.teaser), ("/ab", Self.teaser)], server)
        let (read, findings) = try Self.run(store, server, feed)
        #expect(read == 1)
        #expect(findings.count == 1 && findings[0].problem.contains("read 1 of its pages"))
        #expect(!server.requests.contains { $0.hasPrefix("GET /a/1") })
    }

    @Test func aServerWhoseRulesCannotBeHadIsLeftAlone() throws {
        let server = try LoopbackServer { path, _ in
            path == "/robots.txt" ? .status("500 Oh") : .ok(Array(Self.article.utf8))
        }
        let store = try Store.inMemory()
        #expect(try Self.run(store, server, Self.feed([("/a", Self.teaser)], server)).read == 0)
        #expect(server.requests.count == 1)
        // It was no refusal: when the rules can be had again, the page is.
        let well = try LoopbackServer { path, _ in
            path == "/robots.txt" ? .status("404 Not Found") : .ok(Array(Self.article.utf8))
        }
        #expect(try Self.run(store, well, Self.feed([("/a", Self.teaser)], well), day: 1).read == 1)
    }

    @Test func aWallBeforeTheArticleIsNotTheArticle() throws {
        let wall =
            "<html><body><main><p>"
            + String(
                repeating: "Please accept all that we store on your machine, or pay for it each month. ", count: 12)
            + "</p></main></body></html>"
        let server = try LoopbackServer { path, _ in path == "/a" ? .ok(Array(wall.utf8)) : .status("404 Not Found") }
        let store = try Store.inMemory()
        let (read, findings) = try Self.run(store, server, Self.feed([("/a", Self.teaser)], server))
        #expect(read == 0 && findings.first?.problem.contains("hold no article") == true)
        #expect(try Self.item(store).pageText == nil)
        // Three times in all, a day between them.
        for day in 1...5 { _ = try Self.run(store, server, Self.feed([("/a", Self.teaser)], server), day: Int64(day)) }
        #expect(server.requests.count { $0.hasPrefix("GET /a ") } == 3)
    }

    @Test func aFeedThatGivesAllIsNotAskedOn() throws {
        let server = try LoopbackServer { path, _ in
            path.hasPrefix("/p") ? .ok(Array(Self.article.utf8)) : .status("404 Not Found")
        }
        let store = try Store.inMemory()
        let whole = String(repeating: Self.sentence, count: 20)
        let first = (0..<6).map { ("/p\($0)", whole) }
        _ = try Self.run(store, server, Self.feed(first, server))
        let asked = server.requests.count
        #expect(asked == 7)
        _ = try Self.run(store, server, Self.feed(first + [("/p7", whole)], server), day: 1)
        #expect(server.requests.count == asked)
    }

    @Test(arguments: [
        ("User-agent: *\nDisallow: /", "/x", false),
        ("User-agent: *\nDisallow:", "/x", true),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Gleaner\nDisallow: /private", "/x", true),
        ("User-agent: Other\nUser-agent: gleaner\nDisallow: /private\nUser-agent: *\nDisallow: /", "/private/x", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true),
        ("User-agent: *\nDisallow: /caf%c3%a9", "/café", false),
        ("user-agent : * # all\n disallow : /x # no", "/x", false),
        ("<html>not found</html>", "/x", true),
        (
            "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 60) + "b",
            "/" + String(repeating: "a", count: 4_000), true
        ),
    ])
    func robotsAreReadAsTheStandardSays(file: String, path: String, isAllowed: Bool) {
        #expect(RobotsRules(Array(file.utf8)).allows("https://example.org" + path) == isAllowed)
    }

    @Test func theRulesOfAServerStandAtItsRoot() {
        #expect(
            RobotsRules.address(for: "https://me:secret@example.org:8443/a?b#c")
                == "https://example.org:8443/robots.txt")
        #expect(RobotsRules.address(for: "https://example.org") == "https://example.org/robots.txt")
        #expect(RobotsRules.address(for: "/a") == nil)
    }
}
