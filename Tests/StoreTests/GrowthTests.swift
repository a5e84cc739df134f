import Content
import Foundation
import TestSupport
import Testing

@testable import Store

/// What questions to the store cost, in steps of SQLite's machine: they grow with what is asked about, never with its square.
struct GrowthTests {
    @Test func whatIsToBePutOutIsAskedInProportionToTheLists() throws {
        let ask: (Store) throws -> Void = { store in try Self.expectNothingToDeliver(store) }
        let (once, twice) = (try Self.steps(learners: 200, ask), try Self.steps(learners: 400, ask))
        #expect(twice < once * 5 / 2, "\(once) steps for 200 learners, \(twice) for 400")
        let more = try Self.steps(learners: 200, editions: 8, ask)
        #expect(more < once * 5, "\(once) steps for 2 editions, \(more) for 8")
    }

    @Test func listsThatNobodyGetsAreNotToBePutOutForEver() throws {
        try Sample.withFolder { folder in
            let store = try Store(path: folder + "/Data/gleaner.sqlite")
            let edition = Self.edition(0)
            var list = Sample.list("l1", edition: edition, run: try Sample.run(store, edition: edition))
            list.list.state = .ready
            try store.lists.add([list], in: .unguarded)
            #expect(try store.lists.editionsToDeliver() == [edition])
            #expect(try store.lists.isUnfinished(edition))
            // Neither mail nor page was to be made of it.
            try Self.settle(store, edition)
            #expect(try store.lists.editionsToDeliver().isEmpty)
            #expect(try store.lists.isUnfinished(edition) == false)
            list.list.learner = LearnerID(rawValue: "l2")
            try store.lists.add([list], in: .unguarded)
            #expect(try store.lists.editionsToDeliver() == [edition])
        }
    }

    @Test func whatALearnerWasGivenIsAskedInProportionToTheirArticles() throws {
        let some = (0..<10).map { LearnerID(rawValue: "l\($0)") }
        let ask: (Store) throws -> Void = { store in
            let given = try store.lists.given(to: some).mapValues { $0.items }
            #expect(given.count == 10)
        }
        let few = try Self.steps(learners: 20, ask)
        #expect(try Self.steps(learners: 400, ask) < few * 11 / 10, "the others do not matter")
        let many = try Self.steps(learners: 20, editions: 16, ask)
        #expect(many < few * 10, "\(few) steps for 2 editions, \(many) for 16")
    }

    @Test func anEditionIsRemovedInProportionToItsLists() throws {
        let remove: (Store) throws -> Void = { try $0.oldEditions.remove(Self.edition(0), in: .unguarded) }
        let (once, twice) = (try Self.steps(learners: 200, remove), try Self.steps(learners: 400, remove))
        #expect(twice < once * 5 / 2, "\(once) steps for 200 learners, \(twice) for 400")
        let more = try Self.steps(learners: 200, editions: 8, remove)
        #expect(more < once * 3 / 2, "\(once) steps beside one edition, \(more) beside seven")
    }

    @Test func aListIsFoundWithoutALookAtTheOthers() throws {
        let learner = LearnerID(rawValue: "l7")
        let ask: (Store) throws -> Void = { store in
            let newest = try store.lists.newest(for: learner)
            #expect(newest?.list.edition == Self.edition(1))
        }
        let few = try Self.steps(learners: 20, ask)
        #expect(try Self.steps(learners: 400, ask) < few * 11 / 10)
    }

    private static func expectNothingToDeliver(_ store: Store) throws {
        let editions = try store.lists.editionsToDeliver()
        #expect(editions.isEmpty)
    }

    private static func edition(_ number: Int) -> Edition {
        Edition(date: CalendarDate(year: 2026, month: 9, day: 7 + number))
    }

    /// The steps that a question takes in a store with lists that are all out: three articles each, a mail each and a page a class of
    /// twenty.
    private static func steps(
        learners: Int, editions: Int = 2, _ ask: (Store) throws -> Void
    ) throws -> Int {
        try Sample.withFolder { folder in
            let watch = WatchedStatements(below: folder)
            defer { watch.end() }
            let store = try Store(path: folder + "/Data/gleaner.sqlite")
            for number in 0..<editions { try fill(store, learners: learners, edition(number)) }
            return try watch.steps { try ask(store) }
        }
    }

    private static func fill(_ store: Store, learners: Int, _ edition: Edition) throws {
        let run = try Sample.run(store, edition: edition)
        let ids = (0..<learners).map { "l\($0)" }
        let lists = ids.map { id in
            var list = Sample.list(id, items: (0..<3).map { "\(edition) \($0)" }, edition: edition, run: run)
            list.list.state = .ready
            return list
        }
        try store.lists.add(lists, in: .unguarded)
        try store.outbox.add(
            ids.map { Sample.message("mail/\($0).eml", learners: [$0], edition: edition, state: .written) },
            in: .unguarded)
        for start in stride(from: 0, to: learners, by: 20) {
            let page = Sample.message(
                "print/\(start).html", learners: Array(ids[start..<min(start + 20, learners)]), kind: .page,
                edition: edition,
                state: .written)
            try store.outbox.add([page], in: .unguarded)
        }
    }

    /// The record that a delivery without a fault leaves.
    private static func settle(_ store: Store, _ edition: Edition) throws {
        let delivery = try store.runs.begin(
            RunRecord(edition: edition, stages: ["deliver"], now: Sample.now, version: "1", configuration: "c"),
            in: .unguarded)
        var summary = RunSummary()
        summary.deliver = RunSummary.Deliver()
        summary.deliver?.out = try store.lists.deliveryState(of: edition)
        try store.runs.end(
            delivery, outcome: .done, milliseconds: 1,
            summary: String(decoding: JSONEncoder().encode(summary), as: UTF8.self), in: .unguarded)
    }
}
