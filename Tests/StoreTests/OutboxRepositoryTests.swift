import Content
import Testing

@testable import Store

/// What was rendered is kept byte for byte, and a mail is never another mail.
struct OutboxRepositoryTests {
    @Test func entriesAreReadBackByteForByte() throws {
        let store = try Store.inMemory()
        var entry = Sample.message("m1", learners: ["s1", "s2"])
        entry.bytes = Array(0...255) + [0, 0]
        try store.outbox.add([entry, Sample.message("p1", kind: .page)], in: .unguarded)
        #expect(try store.outbox.entries(of: Sample.edition).first == entry)
        #expect(try store.outbox.names(of: Sample.edition) == [Sample.name("m1"), Sample.name("p1")])
        #expect(try store.outbox.digests(of: Sample.edition) == [Sample.name("m1"): "x", Sample.name("p1"): "x"])
        let other = try #require(Edition("manual@2026-09-14"))
        #expect(try store.outbox.entries(of: other).isEmpty)
    }

    @Test func whatIsThereStaysAsItIs() throws {
        let store = try Store.inMemory()
        for kind in [OutboxEntry.Kind.mail, .page, .data] {
            let first = Sample.message("\(kind)", kind: kind, bytes: "first", state: .ambiguous)
            try store.outbox.add([first], in: .unguarded)
            try store.outbox.add(
                [Sample.message("\(kind)", learners: ["s2"], kind: kind, bytes: "second")], in: .unguarded)
            #expect(try store.outbox.entries(of: Sample.edition).filter { $0.kind == kind } == [first])
        }
    }

    @Test func aPageIsReplacedWhenItsBytesAreOthersAndAMailNever() throws {
        let store = try Store.inMemory()
        let kinds: [OutboxEntry.Kind] = [.mail, .page, .data]
        let old = kinds.map { Sample.message("\($0)", kind: $0, bytes: "old", state: .ambiguous) }
        let new = kinds.map { Sample.message("\($0)", learners: ["s1", "s2"], kind: $0, bytes: "new") }
        try store.outbox.add(old, in: .unguarded)
        try store.outbox.add(
            old.map { Sample.message($0.name, kind: $0.kind, bytes: "old") }, replacing: true, in: .unguarded)
        #expect(Set(try store.outbox.entries(of: Sample.edition)) == Set(old), "the same bytes change nothing")
        try store.outbox.add(new, replacing: true, in: .unguarded)
        #expect(Set(try store.outbox.entries(of: Sample.edition)) == [old[0], new[1], new[2]])
    }

    @Test(arguments: [
        (OutboxEntry.State.rendered, true), (.ambiguous, true), (.written, false), (.sent, false), (.failed, false),
    ])
    func bytesAreKeptAsLongAsTheyMayBeNeeded(state: OutboxEntry.State, areKept: Bool) throws {
        let store = try Store.inMemory()
        try store.outbox.add([Sample.message("a"), Sample.message("b", state: state)], in: .unguarded)
        try store.outbox.setState(state, of: [Sample.name("a")], in: .unguarded)
        let entries = try store.outbox.entries(of: Sample.edition)
        #expect(entries.map { $0.bytes.isEmpty } == [!areKept, !areKept])
        #expect(entries.map { $0.digest } == ["x", "x"])
        try store.outbox.withdraw(Sample.edition, in: .unguarded)
        #expect(try store.outbox.entries(of: Sample.edition, in: .failed).allSatisfy { $0.bytes.isEmpty })
    }

    @Test func statesAreSetByNameAndEntriesFoundByState() throws {
        let store = try Store.inMemory()
        try store.outbox.add(["a", "b", "c"].map { Sample.message($0) }, in: .unguarded)
        try store.outbox.setState(.sent, of: ["c", "a", "nobody"].map { Sample.name($0) }, in: .unguarded)
        #expect(
            try store.outbox.entries(of: Sample.edition, in: .sent).map(\.name) == ["a", "c"].map { Sample.name($0) })
        #expect(try store.outbox.entries(of: Sample.edition, in: .rendered).map(\.name) == [Sample.name("b")])
        #expect(try store.outbox.entries(of: Sample.edition).count == 3)
    }
}

/// The ledger.
struct RunRepositoryTests {
    @Test func aRunIsWrittenWhenItBeginsAndWhenItEnds() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        let begun = try #require(try store.runs.run(run))
        #expect(
            begun.outcome == .started && begun.summary == nil && begun.stages == ["rank"] && begun.now == Sample.now)
        try store.runs.end(run, outcome: .degraded, milliseconds: 12, summary: "{}", in: .unguarded)
        let ended = try #require(try store.runs.run(run))
        #expect(ended.outcome == .degraded && ended.milliseconds == 12 && ended.summary == "{}")
        #expect(try store.runs.run(run + 1) == nil)
    }

    @Test func theNewestRunComesFirst() throws {
        let store = try Store.inMemory()
        let numbers = [try Sample.run(store), try Sample.run(store), try Sample.run(store)]
        #expect(numbers == [1, 2, 3])
        #expect(try store.runs.all().map(\.number) == [3, 2, 1])
    }
}
