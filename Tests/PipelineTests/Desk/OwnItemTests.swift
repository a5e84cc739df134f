import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import TestSupport
import Testing
@testable import UseCases

/// What a school adds itself is ranked like all else, and what has no age is never too old.
@Suite struct OwnItemTests {
    private static let now = ["--now", "2026-09-07T08:00:00Z"]

    private static func items(_ program: Program) throws -> [[String: Any]] {
        try program.run("items", "list", "--json").output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func filesPagesAndBooksAreAddedListedAndTakenAway() throws {
        let open = try OpenSchool(seed: 941)
        defer { open.remove() }
        let program = Program(folder: open.generated.root)
        let sentence = "Bees dance to tell each other where the flowers are, and the school has a hive. "
        let text = String(repeating: sentence, count: 12)
        try open.generated.write(
            "# The *dance* of the bees\n\n\(text)\n- [a hive](https://x.example/)\n", to: "bees.md")
        try open.generated.write(
            "<html lang=\"en\"><head><title>Our hive</title></head><body><nav>Menu</nav><article><p>\(text)</p><p>\(text)</p></article></body></html>",
            to: "hive.html")
        for arguments in [
            ["bees.md", "--level", "4"], ["hive.html", "--audience", "4", "--evergreen"],
            ["--title", "The Bee Book", "--minutes", "25", "--language", "en", "--level", "5"],
        ] {
            let result = try program.run(["items", "add"] + arguments + Self.now)
            #expect(result.status == 0, "\(result.talk)")
        }
        let listed = try Self.items(program)
        #expect(listed.map { $0["title"] as? String } == ["Our hive", "The Bee Book", "The dance of the bees"])
        #expect(listed.map { $0["audience"] as? Int } == [4, 0, 0])
        #expect(listed.map { $0["evergreen"] as? Bool } == [true, false, false])
        #expect(listed[1]["minutes"] as? Int == 25 && listed[2]["level"] as? Double == 4)
        #expect(listed[0]["language"] as? String == "en" && listed[0]["level"] != nil)
        let bees = try open.store.items.items().map { $0.item }.first { $0.title == "The dance of the bees" }
        #expect(bees?.text.hasSuffix("\na hive") == true && bees?.text.contains("Bees dance") == true)

        // The school's list of feeds does not take them away.
        #expect(try program.run(["ingest"] + Self.now).status == 0)
        #expect(try Self.items(program).count == 3)
        let code = try #require(listed[1]["code"] as? String)
        _ = try program.run(["pin", code, "--class", "9B"] + Self.now)
        #expect(try program.run(["rank", "--edition", "2026-09-08"] + Self.now).status == 0)
        let list = try open.store.lists.newest(
            for: LearnerID(rawValue: "l0"), edition: Edition(date: CalendarDate(year: 2026, month: 9, day: 8)))
        #expect(try open.item(try #require(list?.list.entries.first?.item)).title == "The Bee Book")

        #expect(try program.run(["items", "remove", code] + Self.now).status == 0)
        #expect(try Self.items(program).count == 2)
        #expect(try program.run(["items", "remove", code] + Self.now).status == 2)
        let others = try #require(try open.store.items.items().first { !$0.item.feed.hasPrefix("school:") }).item
        #expect(try program.run(["items", "remove", others.code.rawValue] + Self.now).status == 2)
        let there = try program.run(["items", "add", try #require(others.url), "--title", "X"] + Self.now)
        #expect(there.status == 2 && there.talk.contains(others.code.rawValue), "it is another feed's: \(there.talk)")
        // Said anew, it comes back under the code that is printed.
        #expect(try program.run(["items", "add", "--title", "The Bee Book", "--audience", "6"] + Self.now).status == 0)
        let again = try Self.items(program).first { $0["title"] as? String == "The Bee Book" }
        #expect(again?["code"] as? String == code && again?["audience"] as? Int == 6)
        for wrong in [
            ["items", "add"], ["items", "add", "none.md"], ["items", "add", "--title", "X", "--level", "40"],
        ] {
            #expect(try program.run(wrong + Self.now).status == 2)
        }
    }

    @Test func aPageIsMeasuredByItsTextAndShownByItsBeginning() throws {
        let open = try OpenSchool(seed: 944)
        defer { open.remove() }
        let paragraph = "The museum shows how bees build their combs and how they keep them warm in the long winter. "
        let page = Array(
            ("<html lang=\"en\"><head><title>Bees at the museum</title></head><body><nav><a href=\"/\">Home</a></nav><article>"
                + (0..<30).map { "<p>Part \($0). \(paragraph)\(paragraph)</p>" }.joined() + "</article></body></html>")
                .utf8)
        let server = try LoopbackServer(patience: 60) { path, _ in
            path == "/bees" ? .ok(page, headers: ["Content-Type: text/html"]) : .status("404 Not Found")
        }
        let name = "Config/gleaner.yaml"
        try open.generated.write(
            open.text(of: name) + "\nfetching: {allow-private-addresses: true}\n", to: name)
        let program = Program(folder: open.generated.root)
        let added = try program.run(["items", "add", server.address("/bees"), "--audience", "3"] + Self.now)
        #expect(added.status == 0, "\(added.talk)")
        let item = try #require(try open.store.items.item(named: server.address("/bees")))
        #expect(item.title == "Bees at the museum" && item.language == "en" && item.words > 900)
        #expect(item.minutes > 5 && item.level != nil && item.text.count < 700)
        #expect(item.summary.hasPrefix("Part 0.") && item.pageText?.contains("Part 29.") == true)
        // Added again it is the same, measured the same.
        #expect(try program.run(["items", "add", server.address("/bees"), "--audience", "3"] + Self.now).status == 0)
        #expect(try open.store.items.item(named: server.address("/bees")) == item)
        // What has no page is not added without a word of it, but under a title.
        #expect(try program.run(["items", "add", server.address("/none")] + Self.now).status == 2)
        let book = try program.run(["items", "add", server.address("/none"), "--title", "None"] + Self.now)
        #expect(book.status == 0 && book.output.contains("could not be read"))
    }

    @Test func whatHasNoAgeIsNeverTooOld() throws {
        let open = try OpenSchool(seed: 942)
        defer { open.remove() }
        let opml = "Feeds/feeds.opml"
        let list = try open.text(of: opml)
        try open.generated.write(
            list.replacing("xmlUrl=\"feed0.xml\"", with: "xmlUrl=\"feed0.xml\" gleaner:evergreen=\"true\""), to: opml)
        let program = Program(folder: open.generated.root)
        let later = ["--now", "2027-06-07T06:00:00Z"]
        #expect(try program.run(["ingest"] + later).status == 0)
        let items = try open.store.items.items().map { $0.item }
        #expect(items.contains { $0.isEvergreen })
        #expect(items.allSatisfy { $0.isEvergreen == ($0.feed == "Feeds/feed0.xml") })
        let then = RunTests.monday.adding(seconds: 273 * 86_400)
        _ = try Pipeline(school: open.school, store: open.store).run(
            [.rank], edition: Edition(date: then.utcDate), now: then)
        var seen: Set<String> = []
        for id in OpenSchool.class9B {
            let made = try open.store.lists.newest(for: LearnerID(rawValue: id), edition: Edition(date: then.utcDate))
            for entry in made?.list.entries ?? [] { seen.insert(try open.item(entry.item).feed) }
            let freshness = made?.list.entries.first?.scores.first { $0.scorer == "Freshness" }
            #expect(freshness?.score == nil, "it says nothing of what has no age")
        }
        #expect(seen == ["Feeds/feed0.xml"])
    }

    @Test func aSourceOfTheConfigurationMayHaveNoAge() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 1, seed: 943)
        defer { school.remove() }
        let name = "Config/gleaner.yaml"
        let yaml = try String(contentsOf: school.root.appendingPathComponent(name), encoding: .utf8)
        try school.write(
            yaml.replacing("[Feeds/feeds.opml]", with: "[{source: Feeds/feed1.xml, audience: 0, evergreen: true}]"),
            to: name)
        #expect(try Program(folder: school.root).run("ingest", "--now", "2026-09-07T06:00:00Z").status == 0)
        let items = try school.open().1.items.items()
        #expect(!items.isEmpty && items.allSatisfy { $0.item.isEvergreen })
    }
}
