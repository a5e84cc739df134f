import Configuration
import Content
import Foundation
import Output
import Phrases
import Pipeline
import ShippedScorers
import Store
import TestSupport
import Testing
import UseCases

/// Every statement that the program runs on a store, as SQLite would go about it: none reads a table of learners, lists, messages or
/// articles from end to end, but those that are named here with the reason.
@Suite struct StatementPlanTests {
    /// The tables that grow with learners, editions or articles.
    private static let large: Set<String> = [
        "learner", "learnerFact", "learnerClass", "learnerTopic", "list", "listItem", "outbox", "outboxLearner",
        "givenEarlier", "item", "itemVersion", "itemKey",
        "itemOrigin", "itemText", "itemPlace", "itemLicense", "textForm", "copyMark", "nearCopy",
        "articlePage", "pageAsked",
    ]

    /// Parts of statements that read a table as a whole, because that is what is asked.
    private static let wholeReads = [
        "FROM spokenFact WHERE number <= ? ORDER BY number": "an import compares the roster with everybody",
        "SELECT id FROM learner WHERE EXISTS": "everybody is ranked",
        "JOIN feed ON feed.id = version.feed ORDER BY item.id": "all articles are ranked",
        "FROM outbox INDEXED BY outboxRendered": "in this index stands only what waits to be written",
        "FROM nearCopy": "all pairs of copies of all articles",
        "SELECT MAX(version.number) AS newest FROM itemVersion": "which articles have not been read",
        "FROM textForm ORDER BY number": "all words of all articles",
        "UPDATE outbox SET size": "once, when a store of an older version is opened",
        "INSERT INTO learner (id)": "once, when a store of an older version is opened",
        "JOIN learner ON learner.number = learnerSupply.learner": "what there is for everybody",
        "SELECT id, name FROM learner WHERE lastFact": "to tell somebody whom they may have meant",
        "SELECT number FROM learner ORDER BY number": "once, when what holds now is written anew",
        "SELECT version, row FROM itemText": "all articles' words",
        "SELECT version FROM itemText": "which articles have no place yet",
        "SELECT MAX(number) FROM itemVersion GROUP BY item": "the newest versions of all articles",
        "WHERE version.feed IN (SELECT value FROM json_each(?5))": "all articles are looked through for words",
        "JOIN itemOrigin ON itemOrigin.feed = currentFeed.feed":
            "the school's own articles, when somebody asks for them",
        "FROM itemOrigin": "how many articles each feed has",
        "INSERT INTO itemVersion (item, feed, seen, textOf": "articles of feeds that left the list, a rare thing",
        "WHERE version.number > ? AND version.number =": "the versions since the last look for held words, a range",
        "known ON known.version =": "the versions that were appended just before, by a range of their numbers",
    ]

    @Test func noStatementReadsALargeTableFromEndToEnd() throws {
        let school = try ScheduledSchool(
            "weekly: {days: [monday], time: 06:30, review: 14:00 3 days before, if-not-reviewed: send}",
            more: "operation: {keep-days: 30}", seed: 501)
        defer { school.remove() }
        let watch = WatchedStatements(below: school.generated.root.path)
        defer { watch.end() }
        try Self.live(through: school)
        let path = try school.calendar().folder.store
        let statements = watch.statements.filter { !$0.key.contains("ordered") && !$0.key.contains("sqlite_master") }
        #expect(statements.count > 80, "the statements were watched")
        var explained = 0
        for (sql, work) in statements.sorted(by: { $0.key < $1.key }) {
            guard let plan = QueryPlan(of: sql, at: path) else { continue }
            explained += 1
            let found = plan.wholeReads(among: Self.large, in: sql)
            if found.isEmpty || Self.wholeReads.keys.contains(where: { sql.contains($0) }) { continue }
            Issue.record("\(work.runs) times: \(sql)\n→ \(found.joined(separator: "; "))")
        }
        #expect(explained > 60)
    }

    @Test func whatIsAskedOfOneReadsNobodyElsesFactsOrLists() throws {
        let generated = try GeneratedSchool(learners: 30, seed: 502)
        defer { generated.remove() }
        try generated.write(
            "class,teacher,dial,review\n5A,Ms Rivera,1,yes\n9B,Mr Adeyemi,1,yes\n", to: "Config/classes.csv")
        let watch = WatchedStatements(below: generated.root.path)
        defer { watch.end() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let now = RunTests.monday
        func work(_ body: () throws -> Void) throws -> (lists: Int, facts: Int, everybody: Int) {
            let before = watch.statements
            try body()
            func runs(_ part: String) -> Int {
                watch.statements.filter { $0.key.contains(part) }.reduce(0) {
                    $0 + $1.value.runs - (before[$1.key]?.runs ?? 0)
                }
            }
            return (
                runs("SELECT run, body") + runs("body, record FROM list"),
                runs("FROM spokenFact WHERE learner = ? AND"),
                runs("FROM spokenFact WHERE number <= ? ORDER BY number")
            )
        }
        // Ten of the thirty are in 9B, and all lists wait.
        let review = try work {
            let waiting = try ReviewClass(SchoolAndStore(school, store)).run(.init("9B"), by: Actor(), now: now)
            #expect(waiting.lists.count == 10)
        }
        #expect(review.lists == 10 && review.facts <= 20 && review.everybody == 0)
        let show = try work {
            _ = try ShowLearner(store: store).run(.init("learner 3"), by: Actor(), now: RunTests.monday)
        }
        #expect(show.facts <= 3 && show.everybody == 0)
        let say = try work {
            _ = try SayWish(store: store).run(
                .init(.more, learner: "l4", about: "chess", isTopic: true, by: .learner), by: Actor(), now: now)
        }
        #expect(say.facts <= 3 && say.everybody == 0)
        let explain = try work {
            _ = try ExplainList(SchoolAndStore(school, store)).run(.init(of: "l5"), by: Actor(), now: now)
        }
        #expect(explain.lists == 1 && explain.facts <= 3 && explain.everybody == 0)
        let preview = try work {
            _ = try PreviewList(SchoolAndStore(school, store)).run(.init(of: "l6"), by: Actor(), now: now)
        }
        #expect(preview.lists <= 3 && preview.facts <= 4 && preview.everybody == 0)
    }

    /// Lists that are looked at and repaired, and what stands.
    private static func repair(_ opened: School, _ store: Store, now: Timestamp) throws {
        let open = SchoolAndStore(opened, store)
        let lists = ReviewLists(open)
        var request = ReviewLists.Request()
        _ = try lists.run(request, by: Actor(), now: now)
        request.learner = "l1"
        let edition = Edition(date: opened.localDate(at: now))
        let list = try #require(try store.lists.newest(for: LearnerID(rawValue: "l1"), edition: edition)).list
        request.swap = [try #require(list.entries.first).item.rawValue]
        _ = try lists.run(request, by: Actor(), now: now)
        let rules = ListStandingRules(open)
        _ = try rules.run(.init(.pins), by: Actor(), now: now)
        _ = try rules.run(.init(.vetoes, schoolClass: "5A"), by: Actor(), now: now)
        _ = try SearchArticles(open).run(.init(words: ["volcano"], limit: 5), by: Actor(), now: now)
        var book = AddOwnArticle.Request()
        book.title = "The Bee Book"
        let added = try AddOwnArticle(open).run(book, by: Actor(), now: now).article
        #expect(try ListOwnArticles(open).run(.init(), by: Actor(), now: now).articles.map { $0.item.id } == [added.id])
        _ = try RemoveOwnArticle(open).run(.init(article: added.code.rawValue), by: Actor(), now: now)
    }

    /// A few weeks of a school: everything that reads or writes the store.
    private static func live(through school: ScheduledSchool) throws {
        let opened = try School(folder: WorkingFolder(root: school.generated.root.path), scorerTypes: Shipped.scorers)
        let store = try school.store()
        let monday = RunTests.monday
        try RunTests.run(opened, store)
        try RunTests.run(opened, store, importing: false)
        for now in ["2026-09-08T06:00:00Z", "2026-09-11T14:00:00Z", "2026-09-14T06:30:00Z", "2026-09-14T12:40:00Z"] {
            try school.tick(now)
        }
        _ = try SchoolStatus(school.calendar(), now: monday)
        _ = try ShowHistory(school.calendar()).run(.init(count: 5), by: Actor(), now: monday)
        _ = try CheckSchedules(school.calendar(), scorerTypes: Shipped.scorers).run(.init(), by: Actor(), now: monday)
        let item = try #require(try store.items.items().first?.item.code.rawValue)
        let saying = SayWish(store: store)
        _ = try saying.run(.init(.more, learner: "l1", about: item, by: .learner), by: Actor(), now: monday)
        _ = try saying.run(
            .init(.never, learner: "Learner 2", about: "chess", isTopic: true, by: .guardian), by: Actor(), now: monday)
        let open = SchoolAndStore(opened, store)
        _ = try ExplainList(open).run(.init(of: "l1", item: item), by: Actor(), now: monday)
        _ = try PreviewList(open).run(.init(of: "l1"), by: Actor(), now: monday)
        _ = try ShowLearner(store: store).run(.init("l3"), by: Actor(), now: RunTests.monday)
        _ = try ListLearners(store: store).run(.init(), by: Actor(), now: RunTests.monday)
        _ = try PinArticle(open).run(.init(item, for: .schoolClass("5A")), by: Actor(), now: monday)
        _ = try VetoTopic(open).run(.init("bread", for: .learner("l2")), by: Actor(), now: monday)
        school.generated.reviewAll()
        try RunTests.run(opened, store, now: monday.adding(seconds: 20 * 86_400))
        let desk = ReviewClass(open)
        for approves in [false, true] {
            let later = monday.adding(seconds: 20 * 86_400)
            _ = try desk.run(.init("5A", approves: approves), by: Actor(), now: later)
        }
        let last = monday.adding(seconds: 27 * 86_400)
        _ = try Pipeline(school: opened, store: store).run(
            [.rank], edition: Edition(date: opened.localDate(at: last)), now: last)
        try repair(opened, store, now: last)
        _ = try desk.run(.init("5A", hold: ["l1"]), by: Actor(), now: last)
        _ = try desk.run(.init("5A", lift: ["l1"]), by: Actor(), now: last)
        _ = try store.learners.standingRules(for: LearnerID(rawValue: "l2"), classes: ["5A"])
        _ = try store.runs.findings(about: .learner(LearnerID(rawValue: "l1")))
        _ = try store.outbox.holder(ofToken: "NOBODY")
        let lists = try SummarizeLists(open).run(.init(of: Edition(date: monday.utcDate)), by: Actor(), now: monday)
        try lists.forEachBlock { _ in }
        _ = try store.lists.editionsToDeliver()
        _ = try? EvaluateRanking(opened, types: Shipped.scorers).run(.init(.lists(store)), by: Actor(), now: monday)
        #expect(throws: PersonRefusal.self) {
            try StopLists(open).run(.init(token: "NOBODY"), by: Actor(), now: monday)
        }
        _ = try store.items.itemCounts()
        try school.generated.write("<opml version=\"2.0\"><head/><body/></opml>", to: "Feeds/feeds.opml")
        _ = try Pipeline(school: opened, store: store).run(
            [.ingest], edition: Edition(date: monday.utcDate), now: monday)
        let outcome = try PruneEditions(CalendarAndStore(school.calendar())).run(
            .init(), by: Actor(), now: monday.adding(seconds: 60 * 86_400))
        #expect(outcome.status == 0 && !outcome.report.editions.isEmpty)
    }
}

extension GeneratedSchool {
    /// Lets the lists of one class wait for its teacher.
    fileprivate func reviewAll() {
        try? write(
            "class,teacher,teacher_email,dial,review\n5A,Ms Rivera,,1,yes\n9B,Mr Adeyemi,,3,no\n",
            to: "Config/classes.csv")
    }
}
