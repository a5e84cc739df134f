import Content
import GRDB
import Testing

@testable import Store

/// A write is there whole or not at all.
struct AtomicityTests {
    /// A store that refuses a row of a table whose column has the value `bad`.
    static func store(refusing table: String, _ column: String) throws -> Store {
        let store = try Store.inMemory()
        try store.database.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON \(table) WHEN NEW.\(column) = 'bad'
                    BEGIN SELECT RAISE(ABORT, 'refused'); END
                    """)
        }
        return store
    }

    static func rows(_ store: Store) throws -> Int {
        try store.database.read { db in
            let tables = [
                "feed", "feedVersion", "fetch", "item", "itemKey", "itemOrigin", "itemVersion", "copyMark", "nearCopy",
                "learnerFact",
                "classVersion",
                "teacherRule", "standingRule", "learner", "learnerClass", "class", "classTeacher", "list", "listItem",
                "outbox", "outboxLearner",
            ]
            return try tables.reduce(0) { try $0 + (Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($1)") ?? 0) }
        }
    }

    @Test func aFeedWithOneItemThatFailsLeavesNothing() throws {
        let store = try Self.store(refusing: "itemVersion", "title")
        let items = [Sample.entry("a"), Sample.entry("b", title: "bad"), Sample.entry("c")]
        let validators = FeedValidators(etag: "e", lastModified: nil, digest: "d")
        #expect(throws: StoreError.self) {
            try store.items.record(Sample.science, items: items, validators: validators, at: Sample.now, in: .unguarded)
        }
        #expect(try Self.rows(store) == 0)
    }

    @Test func factsClassesAndRulesAreStoredAllOrNone() throws {
        let facts = try Self.store(refusing: "learnerFact", "value")
        #expect(throws: StoreError.self) {
            try facts.learners.append(
                [Sample.fact("s1", .name, "Mia"), Sample.fact("s1", .name, "bad")], in: .unguarded)
        }
        #expect(try Self.rows(facts) == 0)
        let classes = try Self.store(refusing: "classVersion", "name")
        #expect(throws: StoreError.self) {
            try classes.learners.append(
                [SchoolClass(name: "7A"), SchoolClass(name: "bad")], at: Sample.now, in: .unguarded)
        }
        #expect(try Self.rows(classes) == 0)
        let rules = try Self.store(refusing: "teacherRule", "topic")
        #expect(throws: StoreError.self) {
            try rules.learners.append(
                ["good", "bad"].map {
                    TeacherRule(kind: .veto, scope: .schoolClass("7A"), target: .topic($0), by: "R", at: Sample.now)
                }, in: .unguarded)
        }
        #expect(try Self.rows(rules) == 0)
    }

    @Test func aListOfARunThatNeverWasTakesItsWholeBlockWithIt() throws {
        let store = try Store.inMemory()
        let run = try Sample.run(store)
        #expect(throws: StoreError.self) {
            try store.lists.add([Sample.list("s1", run: run), Sample.list("s2", run: run + 7)], in: .unguarded)
        }
        #expect(try Self.rows(store) == 0)
    }

    @Test func messagesAreStoredAndMarkedAllOrNone() throws {
        let store = try Self.store(refusing: "learner", "id")
        #expect(throws: StoreError.self) {
            try store.outbox.add([Sample.message("a"), Sample.message("b", learners: ["s1", "bad"])], in: .unguarded)
        }
        #expect(try Self.rows(store) == 0)
        try store.outbox.add([Sample.message("a", kind: .page), Sample.message("b", kind: .page)], in: .unguarded)
        let before = try store.outbox.entries(of: Sample.edition)
        #expect(throws: StoreError.self) {
            try store.outbox.add(
                [
                    Sample.message("a", kind: .page, bytes: "new"),
                    Sample.message("b", learners: ["bad"], kind: .page, bytes: "new"),
                ],
                replacing: true, in: .unguarded)
        }
        #expect(try store.outbox.entries(of: Sample.edition) == before)
    }

    @Test func whatWentWrongIsToldInWords() throws {
        let store = try Self.store(refusing: "learnerFact", "value")
        let error = #expect(throws: StoreError.self) {
            try store.learners.append([Sample.fact("s1", .name, "bad")], in: .unguarded)
        }
        #expect(error?.description.hasPrefix("could not store what is said of learners: refused") == true)
    }
}
