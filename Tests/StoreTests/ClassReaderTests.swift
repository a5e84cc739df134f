import Content
@testable import Store
import Testing

/// The reader of a class's page stands in no roster, and what is known of it follows from the class.
struct ClassReaderTests {
    private static let reader = LearnerID.reader(ofClass: "5A")

    private static func store() throws -> Store {
        let store = try Store.inMemory()
        try store.learners.append(
            [
                Sample.fact("a", .classes, "5A"), Sample.fact("a", .grade, "6"), Sample.fact("b", .classes, "5A"),
                Sample.fact("b", .grade, "5"), Sample.fact("c", .classes, "9B"), Sample.fact("c", .grade, "9"),
            ], in: .unguarded)
        try store.learners.append(
            [SchoolClass(name: "5A", language: "es"), SchoolClass(name: "9B")], at: Sample.now, in: .unguarded)
        return store
    }

    private static func reader(_ store: Store, asOf marks: StoreMarks = .all) throws -> Learner {
        Learner(id: reader, facts: try store.learners.facts(about: reader, asOf: marks))
    }

    @Test func itFollowsFromTheClassAsItWasAtTheMarks() throws {
        let store = try Self.store()
        let marks = try store.marks()
        let then = try Self.reader(store)
        #expect(then.grade == 5 && then.languages == ["es"] && then.classes == ["5A"] && then.name == "5A")
        try store.learners.append(
            [Sample.fact("b", .classes, "6A"), Sample.fact("a", .grade, "7")], in: .unguarded)
        try store.learners.append([SchoolClass(name: "5A")], at: Sample.later(1), in: .unguarded)
        let now = try Self.reader(store)
        #expect(now.grade == 7 && now.languages.isEmpty)
        #expect(try Self.reader(store, asOf: marks) == then)
        #expect(try store.learners.facts(about: .reader(ofClass: "nobody's")).isEmpty)
    }

    @Test func itIsInNoListOfPeopleAndNothingIsKeptOfWhatIsSaidOfIt() throws {
        let store = try Self.store()
        let run = try Sample.run(store)
        try store.lists.add([Sample.list(Self.reader.rawValue, run: run), Sample.list("a", run: run)], in: .unguarded)
        try store.learners.append([Sample.fact(Self.reader.rawValue, .more, "moons")], in: .unguarded)
        #expect(try store.learners.ids().map(\.rawValue) == ["a", "b", "c"])
        #expect(try store.learners.allNames().count == 3)
        #expect(try store.learners.ids(inClass: "5A").count == 2)
        #expect(try store.learners.ids(named: "5A").isEmpty && store.learners.ids(named: "class;5A").isEmpty)
        #expect(try store.learners.facts().known[Self.reader] == nil)
        #expect(try !store.learners.facts(about: Self.reader).contains { $0.kind == .more })
        #expect(try store.lists.classPages(of: Sample.edition, in: .awaitingApproval).map(\.schoolClass) == ["5A"])
        #expect(try store.lists.readers(ofClass: "5A") == [Self.reader] && store.lists.readers(ofClass: "9B").isEmpty)
        try store.lists.setState(
            from: .awaitingApproval, to: .ready, edition: Sample.edition,
            learners: [Self.reader, LearnerID(rawValue: "a")],
            in: .unguarded)
        // It is put out by itself.
        #expect(try store.order(of: Sample.edition, in: .ready) { _ in "" }.count == 1)
    }

    @Test func whoEnteredConsentIsKnownByTheFact() throws {
        try Sample.withFolder { folder in
            let store = try Store(path: folder + "/gleaner.sqlite", actor: "jo")
            _ = try store.write { scope throws(StoreError) in
                try store.learners.append(
                    [
                        Sample.fact("a", .name, "Ana"), Sample.fact("a", .consent, "yes"),
                        Fact(
                            learner: LearnerID(rawValue: "a"), kind: .mailed, value: "no", guardian: "mum@x.example",
                            origin: .guardian, at: Sample.now),
                    ], in: scope)
            }
            try store.learners.append([Sample.fact("b", .consent, "yes")], in: .unguarded)
            let facts = try store.learners.facts(about: LearnerID(rawValue: "a")).filter { $0.kind != .name }
            #expect(
                try store.learners.actorsOfConsent()
                    == Dictionary(uniqueKeysWithValues: facts.map { ($0.number, "jo") }))
            #expect(try store.learners.actorsOfConsent(of: LearnerID(rawValue: "b")).isEmpty)
        }
    }
}
