import Foundation
import TestSupport
import Testing

/// The librarian's desk at the command line, as it is used: against servers on loopback, by the built program.
@Suite struct FeedCommandTests {
    private static func rss(_ title: String, _ items: [String], text: String = "A short text.") -> [UInt8] {
        let list = items.enumerated().map { number, title in
            "<item><title>\(title)</title><link>https://feeds.example.org/\(title.lowercased())</link>"
                + "<pubDate>\(7 + number) Sep 2026 08:00:00 GMT</pubDate><description>\(text)</description></item>"
        }
        return Array(
            "<rss version=\"2.0\"><channel><title>\(title)</title><language>en</language>\(list.joined())</channel></rss>"
                .utf8)
    }

    private static func server() throws -> LoopbackServer {
        try LoopbackServer(patience: 60) { path, _ in
            switch path {
            case "/":
                .ok(
                    Array(
                        "<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head><body><a href=/feed.xml>RSS</a></body></html>"
                            .utf8))
            case "/two": .ok(Array("<html><body><a href=/feed>A</a> <a href=/other.rss>B</a></body></html>".utf8))
            case "/none": .ok(Array("<html><body>No feed here</body></html>".utf8))
            case "/feed": .ok(rss("Moons & more", ["Io", "Titan", "Europa", "Callisto"]))
            case "/other.rss":
                .ok(rss("Stars", ["Sun"], text: String(repeating: "A long text of stars and of suns. ", count: 40)))
            case "/moved": .status("301 Moved", ["Location: /feed"])
            default: .status("404 Not Found")
            }
        }
    }

    private static func school() throws -> (GeneratedSchool, Program) {
        let school = try GeneratedSchool(feeds: 0, learners: 1, seed: 700)
        let configuration = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: configuration, encoding: .utf8)
        try school.write(text + "\nfetching: {allow-private-addresses: true}\n", to: "Config/gleaner.yaml")
        try school.write("<opml version=\"2.0\">\n<body>\n</body></opml>\n", to: "Feeds/feeds.opml")
        return (school, Program(folder: school.root))
    }

    private static func list(_ school: GeneratedSchool) throws -> String {
        try String(contentsOf: school.root.appendingPathComponent("Feeds/feeds.opml"), encoding: .utf8)
    }

    @Test func aPageLeadsToItsFeed() throws {
        let server = try Self.server()
        let (school, program) = try Self.school()
        defer { school.remove() }
        let added = try program.run("feeds", "add", server.address("/"), "--audience", "4", "--topics", "moons, space")
        #expect(added.status == 0, "\(added.talk)")
        #expect(
            added.output.contains(
                "“Moons & more” is on Feeds/feeds.opml now: 4 articles in en, 7 a week, 0 in 100 with full text."))
        #expect(added.output.contains("'--text page'"))
        #expect(server.requests.count == 2)
        let list = try Self.list(school)
        #expect(
            list.contains("xmlUrl=\"\(server.address("/feed"))\" category=\"moons,space\" gleaner:audience=\"4\""),
            "\(list)")
        let again = try program.run("feeds", "add", server.address("/feed"))
        #expect(again.status == 2 && again.talk.contains("already"))
        let two = try program.run("feeds", "add", server.address("/two"))
        #expect(
            two.status == 2 && two.talk.contains("names 2 feeds") && two.talk.contains(server.address("/other.rss")),
            "\(two.talk)")
        let none = try program.run("feeds", "add", server.address("/none"))
        #expect(none.status == 2 && none.talk.contains("names no feed"))
        // A feed itself costs one request.
        let asked = server.requests.count
        let whole = try program.run("feeds", "add", server.address("/other.rss"))
        #expect(
            whole.output.contains("1 article in en, 100 in 100 with full text.")
                && whole.output.contains("Nobody has reviewed it"), "\(whole.output)")
        #expect(server.requests.count == asked + 1)
    }

    @Test func whatTheListSaysIsChangedAndTakenBack() throws {
        let server = try Self.server()
        let (school, program) = try Self.school()
        defer { school.remove() }
        _ = try program.run("feeds", "add", server.address("/feed"))
        _ = try program.run("feeds", "add", server.address("/other.rss"), "--audience", "3")
        _ = try program.run("ingest", "--now", "2026-09-10T06:00:00Z")
        let review = try program.run("feeds", "review")
        #expect(
            review.output.hasPrefix("“Moons & more”") && review.output.contains("\n  Callisto\n"),
            "\(review.output)\(review.talk)")
        #expect(!review.output.contains("Stars"))
        #expect(try program.run("feeds", "set", "moons & MORE", "--audience", "2", "--text", "page").status == 0)
        #expect(try program.run("feeds", "review").output == "Every feed of the list has an audience.\n")
        #expect(try Self.list(school).contains("gleaner:audience=\"2\" gleaner:full-text=\"page\""))
        #expect(try program.run("feeds", "set", "moons", "--audience", "2").output.contains("says so already"))
        #expect(try program.run("feeds", "set", "moons", "--audience", "1-3").status == 0)
        #expect(try Self.list(school).contains("gleaner:audience=\"1-3\""))
        #expect(try program.run("feeds", "list").output.contains("  1-3  "))
        #expect(try program.run("feeds", "set", "moons", "--audience", "3-1").status == 2)
        #expect(try program.run("feeds", "set", "moons").talk.contains("Say what is to change"))
        let lost = try program.run("feeds", "set", "mons & more", "--audience", "2")
        #expect(lost.status == 2 && lost.talk.contains("Moons & more"), "\(lost.talk)")
        #expect(try program.run("feeds", "set", "127.0.0.1", "--audience", "2").talk.contains("may be 2 feeds"))

        #expect(try program.run("feeds", "pause", "Stars").status == 0)
        let asked = server.requests.count
        _ = try program.run("ingest", "--now", "2026-09-20T06:00:00Z")
        #expect(!server.requests[asked...].contains { $0.contains("/other.rss") })
        let table = try program.run("feeds", "list", "--now", "2026-11-20T06:00:00Z").output
        #expect(table.contains("paused by the school") && table.contains("silent since 2026-09-10"), "\(table)")
        let row = try program.run("feeds", "list", "--json", "--now", "2026-09-20T06:00:00Z").output
        #expect(
            row.contains("\"itemsAWeek\":0.5") && row.contains("\"languages\":[\"en\"]")
                && row.contains("\"withLevel\":0"), "\(row)")
        #expect(try program.run("feeds", "resume", "Stars").status == 0)

        let moved = try program.run("feeds", "move", "Moons", server.address("/moved"))
        #expect(moved.output.contains("has that address already"), "\(moved.output)\(moved.talk)")
        #expect(try program.run("feeds", "move", "Moons").status == 2)
        #expect(try program.run("feeds", "remove", "Moons").status == 0)
        let left = try Self.list(school)
        #expect(!left.contains("Moons") && left.contains("Stars"))
        #expect(try program.run("ingest", "--now", "2026-09-21T06:00:00Z").talk.contains("no longer on the feed list"))
    }

    @Test func anotherReadersListIsTakenOverWithItsFolders() throws {
        let server = try Self.server()
        let (school, program) = try Self.school()
        defer { school.remove() }
        _ = try program.run("feeds", "add", server.address("/feed"))
        try school.write(
            """
            <opml version="1.0"><body><outline text="Sky">
            <outline text="Moons" xmlUrl="\(server.address("/feed"))"/><outline text="Stars" xmlUrl="\(server.address("/other.rss"))"/>
            <outline text="Gone" xmlUrl="\(server.address("/gone"))"/></outline></body></opml>
            """, to: "theirs.opml")
        let done = try program.run("feeds", "import", "theirs.opml", "--audience", "Sky=5")
        #expect(done.status == 0, "\(done.talk)")
        #expect(
            done.output.contains(
                "1 feed added to Feeds/feeds.opml.\n1 feed stood there already.\n1 feed cannot be read"),
            "\(done.output)")
        #expect(done.output.contains("Gone") && done.output.contains("404"))
        let list = try Self.list(school)
        #expect(list.contains("<outline text=\"Sky\">\n      <outline type=\"rss\" text=\"Stars\""))
        #expect(list.contains("gleaner:audience=\"5\"") && !list.contains("Gone"))
        #expect(try program.run("feeds", "import", "theirs.opml", "--audience", "Sky=x").status == 2)
        #expect(try program.run("feeds", "import", "Config/gleaner.yaml").talk.contains("no list of feeds"))
    }
}
