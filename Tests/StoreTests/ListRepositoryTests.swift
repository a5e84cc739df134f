import Content
import Testing

@testable import Store

/// Lists are made once, and what counts as given follows what happened to their messages.
struct ListRepositoryTests {
    static let mia = LearnerID(rawValue: "s1")
    static let all = ["s1", "s2"].map { LearnerID(rawValue: $0) }

    @Test func aListIsReadBackAsItWasStored() throws {
        let store = try Store.inMemory()
        let list = Sample.list("s1", items: ["a", "b"], run: try Sample.run(store))
        try store.lists.add([list], in: .unguarded)
        #expect(try store.lists.lists(of: Sample.edition) == [list])
        #expect(try store.lists.lists(for: Self.mia) == [list])
        #expect(try store.lists.learners(of: Sample.edition) == [Self.mia])
    }

    @Test func aListThatIsThereIsNeverOverwritten() throws {
        let store = try Store.inMemory()
        let first = Sample.list("s1", items: ["a"], run: try Sample.run(store))
        try store.lists.add([first], in: .unguarded)
        let run = try Sample.run(store)
        try store.lists.add(
            [Sample.list("s1", items: ["b"], run: run), Sample.list("s2", items: ["c"], run: run)], in: .unguarded)
        let lists = try store.lists.lists(of: Sample.edition)
        #expect(lists.first == first)
        #expect(lists.map(\.list.learner.rawValue) == ["s1", "s2"])
        try store.outbox.add([Sample.message("m", state: .sent)], in: .unguarded)
        #expect(
            try store.lists.given(to: Self.all).mapValues { $0.items }[Self.mia]?.keys.map(\.rawValue) == ["a"],
            "the refused list's items are not given")
    }

    @Test func aNewStateIsInTheListToo() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        try store.lists.add([Sample.list("s1", run: run), Sample.list("s2", run: run)], in: .unguarded)
        #expect(try store.lists.editionsAwaitingApproval() == [Sample.edition])
        try store.lists.setState(
            from: .awaitingApproval, to: .ready, edition: Sample.edition, learners: [Self.mia], in: .unguarded)
        var expected = Sample.list("s1", run: run)
        expected.list.state = .ready
        #expect(try store.lists.lists(of: Sample.edition) == [expected, Sample.list("s2", run: run)])
        try store.lists.setState(
            from: .awaitingApproval, to: .withheld, edition: Sample.edition, learners: [LearnerID(rawValue: "s2")],
            in: .unguarded)
        #expect(try store.lists.editionsAwaitingApproval().isEmpty)
    }

    @Test func editionsComeInTheOrderOfTheirDates() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        for name in ["weekly@2026-09-14", "z@2026-09-07", "manual@2026-10-01", "manual@2025-12-31"] {
            try store.lists.add([Sample.list("s1", edition: try #require(Edition(name)), run: run)], in: .unguarded)
        }
        #expect(
            try store.lists.editionsAwaitingApproval().map(\.description)
                == ["manual@2025-12-31", "z@2026-09-07", "weekly@2026-09-14", "manual@2026-10-01"])
    }

    @Test(arguments: [
        (OutboxEntry.State.rendered, false), (.written, true), (.sent, true), (.ambiguous, true), (.failed, false),
    ])
    func anItemIsGivenOnceItsMessageIsOutOrMayBe(_ state: OutboxEntry.State, _ isGiven: Bool) throws {
        let store = try Store.inMemory()
        try store.lists.add([Sample.list("s1", items: ["a", "b"], run: try Sample.run(store))], in: .unguarded)
        #expect(try store.lists.given(to: Self.all).mapValues { $0.items }.isEmpty)
        try store.outbox.add([Sample.message("m")], in: .unguarded)
        #expect(try store.lists.given(to: Self.all).mapValues { $0.items }.isEmpty)
        try store.outbox.setState(state, of: [Sample.name("m")], in: .unguarded)
        let given =
            try store.lists.given(to: Self.all).mapValues { $0.items }[Self.mia]?.mapValues(\.description) ?? [:]
        let items = ["a", "b"].map { (ItemID(rawValue: $0), Sample.edition.description) }
        #expect(given == (isGiven ? Dictionary(uniqueKeysWithValues: items) : [:]))
    }

    @Test func onlyTheLearnersOfAMessageAndItsEditionAreGivenIt() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        let next = try #require(Edition("manual@2026-09-14"))
        try store.lists.add(
            [
                Sample.list("s1", items: ["a"], run: run), Sample.list("s2", items: ["a"], run: run),
                Sample.list("s1", items: ["b"], edition: next, run: run),
            ], in: .unguarded)
        try store.outbox.add([Sample.message("page", learners: ["s1"], kind: .page, state: .written)], in: .unguarded)
        let given = try store.lists.given(to: Self.all).mapValues { $0.items }
        #expect(given.count == 1 && given[Self.mia]?.keys.map(\.rawValue) == ["a"])
    }

    @Test func givenBeforeARunIsWhatEarlierRunsMadeByTheFirstEdition() throws {
        let store = try Store.inMemory()
        let next = try #require(Edition("manual@2026-09-14"))
        let (first, second) = (try Sample.run(store), try Sample.run(store))
        try store.lists.add(
            [
                Sample.list("s1", items: ["a"], edition: next, run: second),
                Sample.list("s1", items: ["a"], run: first),
            ], in: .unguarded)
        try store.outbox.add(
            [Sample.message("1", state: .sent), Sample.message("2", edition: next, state: .sent)], in: .unguarded)
        let item = ItemID(rawValue: "a")
        #expect(try store.lists.given(to: Self.all).mapValues { $0.items }[Self.mia] == [item: Sample.edition])
        #expect(
            try store.lists.given(to: Self.all, beforeRun: second).mapValues { $0.items }[Self.mia] == [
                item: Sample.edition
            ])
        #expect(try store.lists.given(to: Self.all, beforeRun: first).mapValues { $0.items }.isEmpty)
    }
}
