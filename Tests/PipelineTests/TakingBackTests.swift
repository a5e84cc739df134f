import Content
import Foundation
import GRDB
@testable import Phrases
@testable import Pipeline
@testable import Store
import TestSupport
import Testing
@testable import UseCases

/// Statements that are taken back count as if they had never been said, and lists from before can still be explained.
@Suite struct TakingBackTests {
    private let now = OpenSchool.now

    @Test func aTickByMistakeCountsNoMore() throws {
        let school = try OpenSchool(seed: 701)
        defer { school.remove() }
        let (store, id) = (school.store, LearnerID(rawValue: "l1"))
        let before = try store.learners.facts(about: id)
        let item = try school.item(try #require(try school.items("l1").first))
        _ = try SayWish(school.opened).run(
            .init(.more, learner: "l1", about: item.code.rawValue, by: .learner), by: Actor(), now: now)
        let marks = try store.marks()
        let said = try #require(try store.learners.facts(about: id).last)
        let outcome = try TakeBackFacts(school.opened).run(
            .init("l1", facts: [said.number]), by: Actor(.teacher), now: now)
        #expect(outcome.said.map(\.kind) == [.more])
        #expect(try store.learners.facts(about: id) == before)
        // What a run saw before, it saw.
        #expect(try store.learners.facts(about: id, asOf: marks).last == said)
        #expect(throws: PersonRefusal.self) {
            try TakeBackFacts(school.opened).run(.init("l1", facts: [said.number]), by: Actor(), now: now)
        }
        // It can be said again.
        let again = try SayWish(school.opened).run(
            .init(.more, learner: "l1", about: item.code.rawValue, by: .learner), by: Actor(), now: now)
        #expect(again.appended == 1)
    }

    /// Whatever is said and taken back, in whatever order: facts and what holds of the learner are those of what is left.
    @Test(arguments: 1...6 as ClosedRange<UInt64>) func anythingSaidAndTakenBackLeavesWhatIsLeft(seed: UInt64) throws {
        var numbers = SeededRandom(seed: seed)
        let (one, other) = (try Store.inMemory(), try Store.inMemory())
        let id = LearnerID(rawValue: "ana")
        let kinds: [Fact.Kind] = [.more, .less, .never, .allow, .liked, .level, .dial, .interests, .needs]
        var kept: [Fact] = []
        var said: [(number: Int64, fact: Fact)] = []
        for step in 0..<40 {
            let at = now.adding(seconds: Int64(step))
            if !said.isEmpty, Int.random(in: 0..<3, using: &numbers) == 0 {
                let gone = said.remove(at: Int.random(in: 0..<said.count, using: &numbers))
                var fact = gone.fact
                fact.number = gone.number
                _ = try one.write { scope in
                    try one.learners.append([TakeBackFacts.takingBack(fact, now: at)], in: scope)
                }
                kept.removeAll { $0 == gone.fact }
            } else {
                let kind = kinds.randomElement(using: &numbers) ?? .more
                let value = kind == .level ? "5" : kind == .dial ? "3" : "topic \(step)"
                let fact = Fact(learner: id, kind: kind, value: value, origin: .teacher, at: at)
                let given = try one.write { scope in try one.learners.append([fact], in: scope) }
                said.append((try #require(given.first), fact))
                kept.append(fact)
            }
        }
        _ = try other.write { scope in try other.learners.append(kept, in: scope) }
        func plain(_ store: Store) throws -> [Fact] {
            try store.learners.facts(about: id).map { fact in
                var fact = fact
                fact.number = 0
                return fact
            }
        }
        #expect(try plain(one) == plain(other) && plain(one) == kept)
        #expect(try one.learners.facts().known[id]?.count == kept.count)
        let learner = Learner(id: id, facts: try one.learners.facts(about: id))
        #expect(learner.dial == Learner(id: id, facts: kept).dial)
        // What is kept beside the facts is of them too.
        #expect(try topics(one) == topics(other) && !topics(one).isEmpty)
    }

    private func topics(_ store: Store) throws -> [String] {
        try store.database.read { db in
            try String.fetchAll(db, sql: "SELECT stance || ' ' || phrase || ' ' || at FROM learnerTopic ORDER BY place")
        }
    }

    @Test func aTeacherTakesNothingBackThatIsNotTheirs() throws {
        let school = try OpenSchool(seed: 702)
        defer { school.remove() }
        let facts = try school.store.learners.facts(about: LearnerID(rawValue: "l1"))
        let roster = try #require(facts.first { $0.kind == .interests })
        #expect(throws: PersonRefusal.isNotYours(.roster)) {
            try TakeBackFacts(school.opened).run(.init("l1", facts: [roster.number]), by: Actor(.teacher), now: now)
        }
        _ = try SayWish(school.opened).run(
            .init(.never, learner: "l1", about: "clowns", isTopic: true, by: .guardian), by: Actor(), now: now)
        let never = try #require(try school.store.learners.facts(about: LearnerID(rawValue: "l1")).last)
        #expect(throws: PersonRefusal.isNotYours(.guardian)) {
            try TakeBackFacts(school.opened).run(.init("l1", facts: [never.number]), by: Actor(.teacher), now: now)
        }
        // Another learner's number is nobody's here.
        #expect(throws: PersonRefusal.self) {
            try TakeBackFacts(school.opened).run(.init("l2", facts: [never.number]), by: Actor(), now: now)
        }
    }

    @Test func aLevelGoesWithItsDateAndAGuardiansWordByItsNumberAlone() throws {
        let school = try OpenSchool(seed: 704)
        defer { school.remove() }
        let id = LearnerID(rawValue: "l1")
        let before = try school.store.learners.facts(about: id)
        _ = try SayWish(school.opened).run(
            .init(.never, learner: "l1", about: "clowns", isTopic: true, by: .guardian), by: Actor(), now: now)
        _ = try CorrectLearner(school.opened).run(.init("l1", .level, .value("7.5")), by: Actor(), now: now)
        let gone = try TakeBackFacts(school.opened).run(.init("l1"), by: Actor(), now: now)
        #expect(gone.said.map(\.kind) == [.level])
        let left = try school.store.learners.facts(about: id)
        #expect(left.count == before.count + 1 && left.last?.kind == .never)
        #expect(throws: PersonRefusal.self) { try TakeBackFacts(school.opened).run(.init("l1"), by: Actor(), now: now) }
    }

    @Test func whatIsNotForATeacherIsNotToldByTakingItBack() throws {
        let school = try OpenSchool(seed: 705)
        defer { school.remove() }
        let (id, teacher) = (LearnerID(rawValue: "l1"), Actor(.teacher))
        _ = try SayWish(school.opened).run(
            .init(.more, learner: "l1", about: "ramadan", isTopic: true, by: .learner), by: Actor(), now: now)
        #expect(!school.opened.school.isNamedToOthers("ramadan"))
        let number = try #require(try school.store.learners.facts(about: id).last).number
        let gone = try TakeBackFacts(school.opened).run(.init("l1", facts: [number]), by: teacher, now: now)
        #expect(gone.said.map(\.about) == [nil])
        _ = try CorrectLearner(school.opened).run(
            .init("l1", .interests, .value("mosque;moons")), by: Actor(), now: now)
        let told = try CorrectLearner(school.opened).run(.init("l1", .interests, .add("kites")), by: teacher, now: now)
        #expect(told.values.map { $0?.text } == [nil, "moons", "kites"])
    }

    @Test func aCorrectionHoldsAndAnOldPageChangesNothing() throws {
        let school = try OpenSchool(seed: 703)
        defer { school.remove() }
        let (store, id) = (school.store, LearnerID(rawValue: "l1"))
        func correct(_ kind: Fact.Kind, _ change: CorrectLearner.Change, seen: Int64? = nil) throws
            -> CorrectLearner.Outcome
        {
            try CorrectLearner(school.opened).run(.init("l1", kind, change, seen: seen), by: Actor(.teacher), now: now)
        }
        let first = try correct(.level, .value("6,5"), seen: 0)
        #expect(first.values.map({ $0?.text }) == ["6.5"] && first.facts.count == 2)
        #expect(throws: PersonRefusal.self) { try correct(.level, .value("7"), seen: 0) }
        #expect(try correct(.level, .value("6.5")).facts.isEmpty)
        #expect(try correct(.needs, .add("electricity")).values.map({ $0?.text }).contains("electricity"))
        #expect(try !correct(.needs, .remove("Electricity")).values.map({ $0?.text }).contains("electricity"))
        for (kind, text) in [
            (Fact.Kind.dial, "5"), (.minutes, "0"), (.level, "17"), (.language, "english"), (.level, "x"),
        ] {
            #expect(throws: PersonRefusal.self) { try correct(kind, .value(text)) }
        }
        let facts = try store.learners.facts(about: id)
        #expect(facts.last { $0.kind == .level }?.value == "6.5" && facts.last { $0.kind == .levelDate } != nil)
    }
}
