import Configuration
import Content
import ContentDigest
import Foundation
@testable import Phrases
@testable import Pipeline
@testable import Store
import TestSupport
import Testing
@testable import UseCases

/// Learners of several classes through whole runs: the table of ``ClassTerms`` holds whatever teachers do, in whichever order.
@Suite(.timeLimit(.minutes(20))) struct SeveralClassesTests {
    private static let names = ["5A", "5B", "Choir", "Chess"]

    private struct Given {
        var classes: [String]
        var home: String?
        var dial: Int?
        var homeClass: String { home.flatMap { classes.contains($0) ? $0 : nil } ?? classes[0] }
    }

    @Test(arguments: 1...6) func theTableHoldsOverRandomRostersAndActs(seed: UInt64) throws {
        var chance = SeededRandom(seed: 9_000 + seed)
        let school = try GeneratedSchool(feeds: 4, items: 8, learners: 1, seed: 700 + seed)
        defer { school.remove() }
        let people = Dictionary(
            uniqueKeysWithValues: (0..<10).map { number in
                let classes = Self.names.filter { _ in chance.chance(0.5) }.shuffled(using: &chance)
                let own = classes.isEmpty ? ["5A"] : classes
                return (
                    "l\(number)",
                    Given(
                        classes: own, home: chance.chance(0.4) ? Self.names.randomElement(using: &chance) : nil,
                        dial: chance.chance(0.2) ? 3 : nil)
                )
            })
        let dials = Dictionary(
            uniqueKeysWithValues: Self.names.map { ($0, chance.chance(0.7) ? chance.number(1...4) : nil) })
        let reviews = Set(Self.names.filter { _ in chance.chance(0.4) })
        let taught = Set(Self.names.filter { _ in chance.chance(0.7) })
        try school.write(
            "learner_id,name,class,grade,homeroom,dial,consent\n"
                + people.sorted { $0.key < $1.key }.map { id, given in
                    "\(id),Learner \(id),\(given.classes.joined(separator: ";")),6,\(given.home ?? ""),\(given.dial.map(String.init) ?? ""),yes\n"
                }.joined(), to: "Config/learners.csv")
        try school.write(
            "class,teacher,dial,review\n"
                + Self.names.map { name in
                    "\(name),\(taught.contains(name) ? "T \(name)" : ""),\((dials[name] ?? nil).map { "\($0)" } ?? ""),\(reviews.contains(name) ? "yes" : "no")\n"
                }.joined(), to: "Config/classes.csv")
        let (opened, store) = try school.open()
        let now = RunTests.monday
        _ = try RunTests.run(opened, store, now: now)
        let open = SchoolAndStore(opened, store)
        let items = try store.items.items().map { $0.item }.prefix(6)
        var (pins, vetoes): ([(String, ItemID)], [String: Set<ItemID>]) = ([], [:])
        for _ in 0..<8 {
            guard let name = Self.names.randomElement(using: &chance), let item = items.randomElement(using: &chance),
                people.values.contains(where: { $0.classes.contains(name) })
            else { continue }
            if chance.chance(0.7) {
                _ = try PinArticle(open).run(
                    .init(item.code.rawValue, for: .schoolClass(name), isAssigned: true),
                    by: Actor(name: Verbatim(name)), now: now)
                if !pins.contains(where: { $0 == (name, item.id) }) { pins.append((name, item.id)) }
            } else {
                _ = try VetoArticle(open).run(
                    .init(item.code.rawValue, for: .schoolClass(name)), by: Actor(name: Verbatim(name)), now: now)
                vetoes[name, default: []].insert(item.id)
            }
        }
        let later = now.adding(seconds: 7 * 86_400)
        _ = try Pipeline(school: opened, store: store).run(
            [.rank], edition: Edition(date: later.utcDate), now: later)
        for (id, given) in people {
            guard
                let list = try store.lists.newest(for: LearnerID(rawValue: id), edition: Edition(date: later.utcDate))?
                    .list
            else { continue }
            let dial = given.dial ?? (dials[given.homeClass] ?? nil) ?? 2
            #expect(list.dial.rawValue == dial, "\(id)")
            let asks = given.classes.contains { reviews.contains($0) }
            #expect(list.state == (asks || dial <= 1 ? .awaitingApproval : .ready), "\(id)")
            let vetoed = Set(given.classes.flatMap { vetoes[$0] ?? [] })
            #expect(list.entries.allSatisfy { !vetoed.contains($0.item) })
            let wanted = pins.filter { $0.0 == given.homeClass } + pins.filter { $0.0 != given.homeClass }
            var due: [ItemID] = []
            for (name, item) in wanted
            where given.classes.contains(name) && !vetoed.contains(item) && !due.contains(item) {
                due.append(item)
            }
            let got = list.entries.filter { $0.side == .pin }.map { $0.item }
            #expect(got == due.filter { got.contains($0) }, "home's come first")
            #expect(due.prefix(1).allSatisfy { got.contains($0) } || dial == 4, "\(id): \(due) and \(got)")
        }
        try release(ReviewClass(open), store, people, reviews, taught, later, &chance)
    }

    private static func state(_ id: String, _ edition: Edition, _ store: Store) throws -> ReadingList.State? {
        let stored = try store.lists.newest(for: LearnerID(rawValue: id), edition: edition)
        return stored?.list.state
    }

    /// Holds, lifts and approves by any class; then each list is where the table says.
    private func release(
        _ desk: ReviewClass, _ store: Store, _ people: [String: Given], _ reviews: Set<String>, _ taught: Set<String>,
        _ now: Timestamp, _ chance: inout SeededRandom
    ) throws {
        let edition = Edition(date: now.utcDate)
        var was: [String: ReadingList.State] = [:]
        for id in people.keys { was[id] = try Self.state(id, edition, store) }
        var holds: [String: Set<String>] = [:]
        for _ in 0..<25 {
            guard let name = Self.names.randomElement(using: &chance),
                let id = people.keys.sorted().randomElement(using: &chance), let given = people[id], was[id] != nil,
                try store.learners.hasClass(name)
            else { continue }
            let isTheirs = given.classes.contains(name)
            let teacher = Actor(name: Verbatim(name))
            switch chance.next() % 3 {
            case 0:
                let isNew = isTheirs && !holds[id, default: []].contains(name)
                if (try? desk.run(.init(name, hold: [id]), by: teacher, now: now)) != nil {
                    #expect(isNew)
                    holds[id, default: []].insert(name)
                } else {
                    #expect(!isNew, "\(id) of \(given.classes), held by \(holds[id] ?? []), \(name)")
                }
            case 1:
                let may =
                    isTheirs
                    && (name == given.homeClass ? holds[id]?.isEmpty == false : holds[id]?.contains(name) == true)
                if (try? desk.run(.init(name, lift: [id]), by: teacher, now: now)) != nil {
                    #expect(may)
                    if name == given.homeClass { holds[id] = [] } else { holds[id]?.remove(name) }
                } else {
                    #expect(!may)
                }
            default:
                _ = try desk.run(.init(name, approves: true), by: teacher, now: now)
                for (id, given) in people where was[id] == .awaitingApproval && holds[id, default: []].isEmpty {
                    let isHome = name == given.homeClass
                    let asked = given.classes.contains(name) && reviews.contains(name)
                    if given.classes.contains(name), isHome || (asked && !taught.contains(given.homeClass)) {
                        was[id] = .ready
                    }
                }
            }
        }
        for (id, before) in was {
            #expect(
                try Self.state(id, edition, store) == (holds[id, default: []].isEmpty ? before : .held),
                "\(id) held by \(holds[id] ?? [])")
            let list = try #require(try store.lists.newest(for: LearnerID(rawValue: id), edition: edition)?.list)
            let made = try store.lists.decisions(on: edition, of: LearnerID(rawValue: id))
            #expect(made.allSatisfy { $0.digest == list.contentDigest }, "what each was about is kept")
        }
    }

    @Test func whatWasApprovedIsWhatGoesOut() throws {
        let school = try GeneratedSchool(learners: 3, seed: 720)
        defer { school.remove() }
        try school.write(
            "class,teacher,dial,review\n5A,Ms Rivera,2,yes\n9B,Mr Adeyemi,2,yes\n", to: "Config/classes.csv")
        let (opened, store) = try school.open()
        let now = RunTests.monday
        _ = try RunTests.run(opened, store, now: now)
        let edition = Edition(date: opened.localDate(at: now))
        let desk = ReviewClass(SchoolAndStore(opened, store))
        #expect(try desk.run(.init("5A", approves: true), by: Actor(), now: now).approvedLists == 2)
        let decision = try #require(try store.lists.decisions(on: edition, of: LearnerID(rawValue: "l1")).first)
        #expect(decision.by == "Ms Rivera" && decision.schoolClass == "5A" && decision.kind == .approve)
        // Another hand than ours changes one of them.
        try StoreDump.change(
            opened.folder.store,
            "UPDATE list SET body = replace(body, '\"place\":1', '\"place\":9') WHERE learner = (SELECT number FROM learner WHERE id = 'l1')"
        )
        let report = try Pipeline(school: opened, store: store).run([.deliver], edition: edition, now: now)
        #expect(
            report.findings.contains {
                $0.place == "learner l1" && $0.problem.contains("not the one that was approved")
            })
        let mails = school.files(below: "Outbox").keys.filter { $0.hasSuffix(".eml") }
        #expect(mails.contains { $0.contains("l2") } && !mails.contains { $0.contains("l1-") })
    }

    @Test func aHeldListStaysBehindAndGoesWhenItIsLifted() throws {
        let school = try GeneratedSchool(learners: 3, seed: 721)
        defer { school.remove() }
        let (opened, store) = try school.open()
        let now = RunTests.monday
        _ = try ImportRoster(store: store).run(.init(of: opened), by: Actor(), now: now)
        let edition = Edition(date: opened.localDate(at: now))
        let pipeline = Pipeline(school: opened, store: store)
        _ = try pipeline.run([.ingest, .rank], edition: edition, now: now)
        let desk = ReviewClass(SchoolAndStore(opened, store))
        let held = try desk.run(.init("5A", hold: ["l1"]), by: Actor(), now: now)
        #expect(held.held.map { $0.name } == ["Learner 1"] && held.lists.map { $0.heldBy.map { $0.text } } == [["5A"]])
        _ = try pipeline.run([.deliver], edition: edition, now: now)
        func isOut() -> Bool { school.files(below: "Outbox").keys.contains { $0.contains("mail/l1-") } }
        #expect(!isOut())
        let lifted = try desk.run(.init("5A", lift: ["l1"]), by: Actor(), now: now).lifted
        #expect(lifted.map { $0.name } == ["Learner 1"])
        _ = try pipeline.run([.deliver], edition: edition, now: now)
        #expect(isOut())
        #expect(throws: ListRefusal.self) { try desk.run(.init("5A", hold: ["l1"]), by: Actor(), now: now) }
    }
}
