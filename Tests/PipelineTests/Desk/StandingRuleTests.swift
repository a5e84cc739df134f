import Content
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import Testing
@testable import UseCases

/// What stands is told, ends by its date, and is taken back only where it stands.
@Suite struct StandingRuleTests {
    @Test func pinsAndVetoesAreToldWithWhomAndUntilWhen() throws {
        let open = try OpenSchool(seed: 921)
        defer { open.remove() }
        let program = Program(folder: open.generated.root)
        let now = ["--now", "2026-09-07T08:00:00Z"]
        let codes = try open.store.items.items().prefix(3).map { $0.item.code.rawValue }
        for arguments in [
            ["pin", codes[0], "--class", "5A"], ["pin", codes[1], "--learner", "l0", "--until", "2026-09-10"],
            ["veto", codes[2], "--class", "9B"], ["veto", "--topic", "Gambling", "--learner", "l1"],
        ] {
            let result = try program.run(arguments + now)
            #expect(result.status == 0, "\(result.talk)")
        }
        func lines(_ arguments: [String]) throws -> [[String: Any]] {
            try program.run(arguments + ["--json"]).output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
        let pins = try lines(["pins"] + now)
        #expect(pins.map { $0["article"] as? String } == [codes[0], codes[1]])
        #expect(pins.map { $0["until"] as? String } == ["forever", "2026-09-10"])
        #expect(pins[0]["class"] as? String == "5A" && pins[1]["learner"] as? String == "l0")
        #expect(pins[0]["by"] as? String == "Ms Rivera" && pins[1]["by"] as? String == "Mr Adeyemi")
        #expect(try lines(["pins", "--class", "9B"] + now).count == 1)
        #expect(try lines(["pins", "--now", "2026-09-11T08:00:00Z"]).count == 1, "one has ended")
        #expect(try lines(["vetoes"] + now).count == 2)
        #expect(try program.run(["vetoes", "--class", "5A"] + now).output.contains("the topic 'Gambling'"))

        let wrong = try program.run(["pin", "--remove", codes[2], "--class", "5A"] + now)
        #expect(wrong.status == 2 && wrong.talk.contains(codes[0]), "it names what stands: \(wrong.talk)")
        let elsewhere = try program.run(["pin", "--remove", codes[0], "--class", "9B"] + now)
        #expect(elsewhere.status == 2 && elsewhere.talk.contains("It is pinned for class 5A"))
        #expect(try program.run(["veto", "--remove", "--topic", "gambling", "--learner", "l1"] + now).status == 0)
        #expect(try program.run(["pin", "--remove", codes[0], "--class", "5A"] + now).status == 0)
        #expect(try lines(["pins"] + now).count == 1)
        #expect(try program.run(["pin", codes[0], "--class", "5A", "--until", "2026-09-01"] + now).status == 2)
    }

    @Test func whatEndsHoldsForTheEditionsUpToItsDate() throws {
        let open = try OpenSchool(seed: 922)
        defer { open.remove() }
        let item = try open.item(try #require(try open.items("l0").first))
        _ = try VetoArticle(open.opened).run(
            .init(
                item.code.rawValue, for: .schoolClass("9B"), until: CalendarDate(year: 2026, month: 9, day: 14)),
            by: Actor(), now: OpenSchool.now)
        func has(_ days: Int64) throws -> Bool {
            let now = RunTests.monday.adding(seconds: days * 86_400)
            _ = try Pipeline(school: open.school, store: open.store).run(
                [.rank], edition: Edition(date: now.utcDate), now: now)
            let list = try open.store.lists.newest(
                for: LearnerID(rawValue: "l0"), edition: Edition(date: now.utcDate))
            return list?.list.entries.contains { $0.item == item.id } ?? false
        }
        #expect(try !has(7))
        #expect(try has(8))
    }

    @Test func articlesAreFoundByTitleBeforeText() throws {
        let open = try OpenSchool(seed: 923)
        defer { open.remove() }
        let search = SearchArticles(SchoolAndStore(open.school, open.store))
        func found(_ request: SearchArticles.Request) throws -> SearchArticles.Outcome {
            try search.run(request, by: Actor(), now: OpenSchool.now)
        }
        let all = try found(.init(words: ["volcano"], limit: 1_000))
        let items = all.found.items
        #expect(!items.isEmpty && all.more == 0)
        let titled = items.prefix { $0.isInTitle }
        #expect(titled.allSatisfy { $0.item.title.contains("volcanoes") }, "any form of the word")
        #expect(items.dropFirst(titled.count).allSatisfy { !$0.isInTitle && $0.item.text.contains("volcanoes") })
        let expected = try open.store.items.items().count { ($0.item.title + $0.item.text).contains("volcanoes") }
        #expect(items.count == expected)
        for part in [Array(titled), Array(items.dropFirst(titled.count))] {
            #expect(zip(part, part.dropFirst()).allSatisfy { $0.item.published >= $1.item.published }, "newest first")
        }
        let few = try found(.init(words: ["volcano"], limit: 2))
        #expect(few.found.items.count == 2 && few.more == expected - 2)
        #expect(few.talkBesideJSON == [try #require(few.lines.last)])
        #expect(few.lines.last == "… and \(expected - 2) more; --limit shows more of them.")
        let easy = try found(.init(words: ["volcano"], levels: "..5", language: "en", limit: 1_000))
        #expect(easy.found.items.allSatisfy { ($0.item.level ?? 99) <= 5 && $0.item.language == "en" })
        let levels = "9..3"
        #expect(throws: ArticleRefusal.notLevels(Verbatim(levels))) {
            try found(.init(words: ["a"], levels: levels, limit: 5))
        }
        #expect(throws: ArticleRefusal.noWord) { try found(.init(words: ["…"], limit: 5)) }
    }
}
