import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// What is said is taken down once, and only whoever said never may take it back.
@Suite struct SayingTests {
    @Test func oneTickOnOneItemIsOneWishWheneverItIsTyped() throws {
        let (generated, store, item) = try Self.school(seed: 51)
        defer { generated.remove() }
        let desk = SayWish(store: store)
        func say(_ wish: Fact.Kind, days: Int64) throws -> Int {
            try desk.run(
                .init(wish, learner: "l1", about: item, by: .learner), by: Actor(),
                now: RunTests.monday.adding(seconds: days * 86_400)
            ).appended
        }
        #expect(try say(.tooHard, days: 1) == 1)
        #expect(try say(.tooHard, days: 9) == 0)
        #expect(try say(.more, days: 9) == 1)
        // A change of mind is something new, and so is changing it back.
        #expect(try say(.less, days: 10) == 1)
        #expect(try say(.more, days: 11) == 1)
    }

    @Test func aTopicCountsOnceADay() throws {
        let (generated, store, _) = try Self.school(seed: 52)
        defer { generated.remove() }
        let desk = SayWish(store: store)
        func more(days: Int64) throws -> Int {
            try desk.run(
                .init(.more, learner: "l1", about: "Whales", isTopic: true, by: .learner), by: Actor(),
                now: RunTests.monday.adding(seconds: days * 86_400)
            ).appended
        }
        #expect(try more(days: 0) == 1)
        #expect(try more(days: 0) == 0)
        #expect(try more(days: 7) == 1)
    }

    @Test func aLearnerDoesNotLiftAGuardiansNever() throws {
        let (generated, store, _) = try Self.school(seed: 53)
        defer { generated.remove() }
        let desk = SayWish(store: store)
        func avoids() throws -> [String] {
            try ShowLearner(store: store).run(.init("l1"), by: Actor(), now: RunTests.monday).profile.avoids.map {
                $0.phrase
            }
        }
        func say(_ wish: Fact.Kind, _ origin: Fact.Origin, days: Int64) throws {
            _ = try desk.run(
                .init(wish, learner: "l1", about: "chess", isTopic: true, by: origin), by: Actor(),
                now: RunTests.monday.adding(seconds: days * 86_400))
        }
        try say(.never, .guardian, days: 0)
        try say(.allow, .learner, days: 1)
        #expect(try avoids() == ["chess"])
        try say(.allow, .guardian, days: 2)
        #expect(try avoids().isEmpty)
        try say(.never, .learner, days: 3)
        try say(.allow, .learner, days: 4)
        #expect(try avoids().isEmpty)
    }

    @Test func aWishAboutAnItemThatIsNotThereIsRefused() throws {
        let (generated, store, _) = try Self.school(seed: 54)
        defer { generated.remove() }
        let desk = SayWish(store: store)
        #expect(throws: NamingRefusal.self) {
            try desk.run(
                .init(.tooHard, learner: "l1", about: "ZZZZZ", by: .learner), by: Actor(), now: RunTests.monday)
        }
        #expect(throws: NamingRefusal.self) {
            try desk.run(
                .init(.more, learner: "l1", about: "https://feeds.example.org/nothing", by: .learner), by: Actor(),
                now: RunTests.monday)
        }
    }

    private static func school(seed: UInt64) throws -> (GeneratedSchool, Store, String) {
        let generated = try GeneratedSchool(feeds: 2, learners: 3, seed: seed)
        let (school, store) = try generated.open()
        try RunTests.run(school, store)
        let list = try #require(try store.lists.lists(for: LearnerID(rawValue: "l1")).first).list
        let item = try #require(try store.items.items(versions: [list.entries[0].version]).values.first)
        return (generated, store, item.code.rawValue)
    }
}
