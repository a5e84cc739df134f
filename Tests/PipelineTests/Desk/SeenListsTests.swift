import Configuration
import Content
import ContentDigest
import Foundation
@testable import Pipeline
import Ranking
@testable import Store
import Testing
@testable import UseCases

/// Who acts on lists that they looked at: where somebody else has changed them since, nothing is done.
@Suite struct SeenListsTests {
    private static let edition = OpenSchool.edition

    private static func digest(_ open: OpenSchool) throws -> String {
        try ShowReview(open.opened).run(.init("5A", edition: edition), by: Actor(.teacher), now: OpenSchool.now).sheet
            .digest
    }

    private static func states(_ open: OpenSchool) throws -> [String] {
        try OpenSchool.class5A.map { id in
            let list = try open.list(id)
            return "\(id) \(list.state) \(list.contentDigest)"
        }
    }

    private static func rules(_ open: OpenSchool) throws -> Int { try open.store.learners.rules().known.count }

    @Test func theSecondOfTwoIsRefusedAndNothingHasChanged() throws {
        let open = try OpenSchool(seed: 961)
        defer { open.remove() }
        let (item, _) = try open.shared(OpenSchool.class5A)
        let seen = try Self.digest(open)
        try open.review { ($0.schoolClass, $0.edition, $0.hold, $0.seen) = ("5A", Self.edition, ["l1"], seen) }
        let (before, rules) = (try Self.states(open), try Self.rules(open))
        let acts: [(inout ReviewLists.Request) -> Void] = [
            { $0.veto = [item.code.rawValue] }, { $0.swap = [item.code.rawValue] }, { $0.pin = [item.code.rawValue] },
            { $0.approves = true }, { ($0.approves, $0.learner) = (true, "l2") }, { $0.hold = ["l2"] },
            { $0.lift = ["l1"] }, { ($0.veto, $0.approves) = ([item.code.rawValue], true) },
        ]
        for (number, act) in acts.enumerated() {
            #expect(throws: ListRefusal.hasChanged, "act \(number)") {
                try open.review {
                    ($0.schoolClass, $0.edition, $0.seen) = ("5A", Self.edition, seen)
                    act(&$0)
                }
            }
            #expect(try Self.states(open) == before && Self.rules(open) == rules, "act \(number)")
        }
        // Who looks again may.
        let again = try Self.digest(open)
        #expect(again != seen)
        let done = try open.review {
            ($0.schoolClass, $0.edition, $0.veto, $0.seen) = ("5A", Self.edition, [item.code.rawValue], again)
            $0.approves = true
        }
        #expect(done.repair?.remade.isEmpty == false && done.parts.first?.review?.approvedLists == 5)
        #expect(try open.list("l1").state == .held)
    }

    @Test func eachChangeIsSeenAndNothingElseIs() throws {
        let open = try OpenSchool(seed: 962)
        defer { open.remove() }
        var digests: [String] = [try Self.digest(open)]
        #expect(try Self.digest(open) == digests[0])
        let steps: [(inout ReviewLists.Request) -> Void] = [
            { $0.hold = ["l1"] }, { $0.lift = ["l1"] }, { ($0.learner, $0.approves) = ("l2", true) },
            { $0.approves = true },
        ]
        for step in steps {
            try open.review {
                $0.schoolClass = "5A"
                step(&$0)
            }
            digests.append(try Self.digest(open))
        }
        // Held and let go it is what it was.
        #expect(digests[0] == digests[2] && Set(digests).count == 4)
        // What the other class does is not this one's.
        try open.review { ($0.schoolClass, $0.hold) = ("9B", ["l0"]) }
        #expect(try Self.digest(open) == digests.last)
    }

    /// A list is made anew in a second or two. A colleague who holds it back meanwhile must find it held.
    @Test func whatIsDecidedWhileListsAreMadeAnewStands() throws {
        let open = try OpenSchool(seed: 963)
        defer { open.remove() }
        let learners = ["l1", "l2", "l4"].map { LearnerID(rawValue: $0) }
        let before = try OpenLists(of: Self.edition, learners: learners, school: open.school, store: open.store)
        try open.review { ($0.schoolClass, $0.hold) = ("5A", ["l1"]) }
        try open.review { ($0.schoolClass, $0.learner, $0.approves) = ("5A", "l2", true) }
        let (item, _) = try open.shared(["l1", "l2"])
        let rule = TeacherRule(
            kind: .veto, scope: .schoolClass("5A"), target: .item(item.id), by: "Ms Rivera", at: OpenSchool.now)
        try open.store.write { scope in try open.store.learners.append([rule], in: scope) }
        let outcome = try ListRemaking(school: open.school, store: open.store).remake(
            before.open, of: Self.edition, asking: [], now: OpenSchool.now)
        #expect(outcome.lists.count == 3)
        #expect(try open.list("l1").state == .held, "held meanwhile")
        #expect(try open.list("l2").state == .awaitingApproval, "what was approved was another list")
        #expect(try open.list("l4").state == .awaitingApproval)
        for id in ["l1", "l2"] { #expect(try !open.items(id).contains(item.id)) }
        // Let go, it waits for the approval that nobody has given.
        try open.review { ($0.schoolClass, $0.lift) = ("5A", ["l1"]) }
        #expect(try open.list("l1").state == .awaitingApproval)
    }

    @Test func anArticleThatWaitsIsSettledAsItWasSeen() throws {
        let open = try OpenSchool(seed: 964)
        defer { open.remove() }
        try open.generated.write("[9]\nvolcano\nfootball\n", to: "Config/held-words/en.txt")
        let (school, _) = try open.generated.open()
        let opened = SchoolAndStore(school, open.store)
        func held() throws -> [ListHeldArticles.Held] {
            try ListHeldArticles(opened).run(.init("5A"), by: Actor(.teacher), now: OpenSchool.now).articles
        }
        func settle(_ answer: SettleHeldArticles.Answer, _ code: ItemCode, seen: String?) throws {
            _ = try SettleHeldArticles(opened).run(
                .init(answer, articles: [code.rawValue], class: "5A", seen: seen), by: Actor(.teacher),
                now: OpenSchool.now)
        }
        let waiting = try held()
        try #require(waiting.count >= 2)
        let (one, other) = (waiting[0], waiting[1])
        try settle(.refuse, one.article.code, seen: one.digest)
        let rules = try Self.rules(open)
        #expect(throws: ListRefusal.hasChanged) { try settle(.approve, one.article.code, seen: one.digest) }
        #expect(throws: ListRefusal.hasChanged) { try settle(.approve, other.article.code, seen: one.digest) }
        #expect(try Self.rules(open) == rules)
        try settle(.approve, other.article.code, seen: other.digest)
        #expect(try held().count == waiting.count - 2)
    }

    /// What words hold is found by reading the held articles alone; ranking's view of all of them says the same.
    @Test func whatIsHeldIsWhatRankingHolds() throws {
        let open = try OpenSchool(seed: 965)
        defer { open.remove() }
        try open.generated.write("[7]\nvolcano\n[9]\nrobots\nchess\n", to: "Config/held-words/en.txt")
        let (school, _) = try open.generated.open()
        let opened = SchoolAndStore(school, open.store)
        let veto = TeacherRule(
            kind: .veto, scope: .schoolClass("5A"), target: .topic("robots"), by: "Ms Rivera", at: OpenSchool.now)
        for step in 0..<2 {
            if step == 1 { try open.store.write { scope in try open.store.learners.append([veto], in: scope) } }
            for name in ["5A", "9B"] {
                let told = try ListHeldArticles(opened).run(.init(name), by: Actor(.teacher), now: OpenSchool.now)
                let snapshot = try RankSnapshot(
                    store: open.store, asOf: .all, settings: school.rankingSettings, now: OpenSchool.now)
                let lines = try StoredLines(store: open.store, marks: .all).block(
                    open.store.learners.ids(inClass: name))
                var expected: [ItemCode: Int] = [:]
                for line in lines.lines where line.learner.homeClass == name {
                    for item in snapshot.heldForWords(line) { expected[item.item.code, default: 0] += 1 }
                }
                let found = Dictionary(told.articles.map { ($0.article.code, $0.learners) }) { first, _ in first }
                #expect(found == expected, "\(name), step \(step)")
                #expect(name != "5A" || !expected.isEmpty)
            }
        }
    }
}
