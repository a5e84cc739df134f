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
        "version.feed IN (SELECT feed FROM currentFeed WHERE listed)": "all articles are looked through for words",
        "JOIN itemOrigin ON itemOrigin.feed = currentFeed.feed":
            "the school's own articles, when somebody asks for them",
        "FROM itemOrigin": "how many articles each feed has",
        "INSERT INTO itemVersion (item, feed, seen, textOf": "articles of feeds that left the list, a rare thing",
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
            let waiting = try TeacherDesk(school: school, store: store).review(
                class: "9B", approve: false, items: [], by: nil, now: now)
            #expect(waiting.lists.count == 10)
        }
        #expect(review.lists == 10 && review.facts <= 20 && review.everybody == 0)
        let show = try work { _ = try LearnerFile(store: store).file(of: "learner 3") }
        #expect(show.facts <= 3 && show.everybody == 0)
        let say = try work {
            _ = try Saying(store: store).say(
                .more, learner: "l4", about: "chess", isTopic: true, by: .learner, now: now)
        }
        #expect(say.facts <= 3 && say.everybody == 0)
        let explain = try work {
            _ = try Explaining(school: school, store: store).explain(learner: "l5", item: nil, edition: nil)
        }
        #expect(explain.lists == 1 && explain.facts <= 3 && explain.everybody == 0)
        let preview = try work {
            _ = try Previewing(school: school, store: store).preview(learner: "l6", edition: nil, to: nil)
        }
        #expect(preview.lists <= 3 && preview.facts <= 4 && preview.everybody == 0)
    }

    /// Lists that are looked at and repaired, and what stands.
    private static func repair(_ opened: School, _ store: Store, now: Timestamp) throws {
        let desk = ReviewDesk(school: opened, store: store)
        _ = try desk.review(ReviewDesk.Request(), now: now)
        var request = ReviewDesk.Request()
        request.learner = "l1"
        let edition = Edition(date: opened.localDate(at: now))
        let list = try #require(try store.lists.newest(for: LearnerID(rawValue: "l1"), edition: edition)).list
        request.swap = [try #require(list.entries.first).item.rawValue]
        _ = try desk.review(request, now: now)
        let rules = StandingRuleList(school: opened, store: store)
        _ = (try rules.pins(class: nil, now: now), try rules.vetoes(class: "5A", now: now))
        _ = try ItemSearching(store: store).search(["volcano"], levels: nil, language: nil, limit: 5)
        let own = OwnItems(school: opened, store: store)
        var book = OwnItems.Request()
        book.title = "The Bee Book"
        _ = try own.add(book, now: now)
        _ = try own.remove(try #require(try own.list().first).item.code.rawValue, now: now)
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
        let saying = Saying(store: store)
        _ = try saying.say(.more, learner: "l1", about: item, isTopic: false, by: .learner, now: monday)
        _ = try saying.say(.never, learner: "Learner 2", about: "chess", isTopic: true, by: .guardian, now: monday)
        _ = try Explaining(school: opened, store: store).explain(learner: "l1", item: item, edition: nil)
        _ = try Previewing(school: opened, store: store).preview(learner: "l1", edition: nil, to: nil)
        _ = try LearnerFile(store: store).file(of: "l3")
        _ = try LearnerFile(store: store).all()
        let desk = TeacherDesk(school: opened, store: store)
        _ = try desk.pin(item, for: .schoolClass("5A"), by: nil, assigned: false, remove: false, now: monday)
        _ = try desk.veto("bread", isTopic: true, for: .learner("l2"), by: nil, remove: false, now: monday)
        school.generated.reviewAll()
        try RunTests.run(opened, store, now: monday.adding(seconds: 20 * 86_400))
        for approve in [false, true] {
            let later = monday.adding(seconds: 20 * 86_400)
            _ = try desk.review(class: "5A", approve: approve, items: [], by: nil, now: later)
        }
        let last = monday.adding(seconds: 27 * 86_400)
        _ = try Pipeline(school: opened, store: store).run(
            [.rank], edition: Edition(date: opened.localDate(at: last)), now: last)
        try repair(opened, store, now: last)
        _ = try desk.review(class: "5A", approve: false, hold: ["l1"], by: nil, now: last)
        _ = try desk.review(class: "5A", approve: false, lift: ["l1"], by: nil, now: last)
        _ = try store.learners.standingRules(for: LearnerID(rawValue: "l2"), classes: ["5A"])
        _ = try store.runs.findings(about: .learner(LearnerID(rawValue: "l1")))
        _ = try store.outbox.holder(ofToken: "NOBODY")
        _ = try Overview(school: opened, store: store).forEachBlock(of: Edition(date: monday.utcDate)) { _ in }
        _ = try store.lists.editionsToDeliver()
        _ = try? Evaluating(school: opened, types: Shipped.scorers).evaluate(store: store, now: monday, compare: nil)
        #expect(throws: RequestError.self) {
            try Unsubscribing(school: opened, store: store).stop(token: "NOBODY", now: monday)
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
