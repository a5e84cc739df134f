import Content
import Foundation
import Phrases
import Pipeline
import Ranking
import ScorerKit
import Store
import Testing
import UseCases

/// `explain` tells the truth about what is in a list and what is not, also after things have changed.
@Suite struct ExplainTests {
    @Test func itAnswersForEveryItemOfTheStore() throws {
        let generated = try GeneratedSchool(learners: 3, seed: 11)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let explaining = ExplainList(SchoolAndStore(school, store))
        for stored in try store.lists.lists(of: Edition(date: CalendarDate(year: 2026, month: 9, day: 7))) {
            let places = Dictionary(uniqueKeysWithValues: stored.list.entries.map { ($0.item, $0) })
            for item in try store.items.items().map({ $0.item }).prefix(12) {
                let answer = try explaining.run(
                    .init(of: stored.list.learner.rawValue, item: item.code.rawValue), by: Actor(),
                    now: RunTests.monday)
                switch try #require(answer.item).outcome {
                case .placed(let entry): #expect(entry == places[item.id])
                case .removed, .stopped: #expect(places[item.id] == nil)
                }
            }
        }
    }

    @Test func aListIsExplainedByWhatWasKnownThen() throws {
        let generated = try GeneratedSchool(learners: 6, seed: 12)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let explaining = ExplainList(SchoolAndStore(school, store))
        let before = try explaining.run(.init(of: "l1"), by: Actor(), now: RunTests.monday)
        let topic = try #require(before.profile.wants.first?.phrase)
        // What is said afterwards, even at the same moment, must not reach into the past.
        _ = try SayWish(store: store).run(
            .init(.never, learner: "l1", about: topic, isTopic: true, by: .learner), by: Actor(), now: RunTests.monday)
        let after = try explaining.run(
            .init(of: "l1", item: before.items[0].code.rawValue), by: Actor(), now: RunTests.monday)
        #expect(after.profile == before.profile)
        guard case .placed(let entry)? = after.item?.outcome else {
            Issue.record("the first item is no longer explained as placed")
            return
        }
        #expect(entry == before.list.entries[0])
    }

    @Test func theRecordedPartsAddUpToTheBlend() throws {
        let generated = try GeneratedSchool(learners: 10, seed: 13)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        let edition = try RunTests.run(school, store).edition
        for stored in try store.lists.lists(of: edition) {
            for entry in stored.list.entries {
                let sum = entry.scores.reduce(0) { $0 + $1.contribution }
                #expect(abs(sum - entry.blend) < 1e-12)
                #expect(entry.scores.map { $0.scorer } == school.scorers.map { $0.card.name })
            }
        }
    }

    @Test func whoDoesNotExistIsNotExplained() throws {
        let generated = try GeneratedSchool(learners: 3, seed: 14)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let explaining = ExplainList(SchoolAndStore(school, store))
        let now = RunTests.monday
        #expect(throws: NamingRefusal.self) { try explaining.run(.init(of: "nobody"), by: Actor(), now: now) }
        #expect(throws: NamingRefusal.self) {
            try explaining.run(.init(of: "l1", item: "ZZZZZ"), by: Actor(), now: now)
        }
        #expect(throws: ListRefusal.self) {
            try explaining.run(.init(of: "l1", edition: Edition("2020-01-01")), by: Actor(), now: now)
        }
    }
}
