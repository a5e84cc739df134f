import Content
import Foundation
import GRDB
import TestSupport
import Testing
import Topics

@testable import Store

/// A store of each version that was released becomes one of today's, and says what it said.
struct MigrationTests {
    /// The stores in `Tests/Fixtures/stores`: what the sample's school had after two editions, by the last migration of the version.
    private static let released = ["5-nights"]

    private static func restored(_ name: String, in folder: String) throws -> String {
        let path = folder + "/gleaner.sqlite"
        let fixture = CProgram.checkout + "/Tests/Fixtures/stores/\(name).sql"
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let sql = try String(contentsOfFile: fixture, encoding: .utf8)
        // The text has a transaction of its own.
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        return path
    }

    @Test(arguments: released) func aReleasedStoreSaysWhatItSaid(name: String) throws {
        try Sample.withFolder { folder in
            let path = try Self.restored(name, in: folder)
            func said(_ sql: String) throws -> [String] {
                try DatabaseQueue(path: path).read {
                    try Row.fetchAll($0, sql: sql).map { "\(Array($0.databaseValues))" }
                }
            }
            let questions = [
                ("learnerFact", "number, learner, kind, value, item, origin, at"),
                ("teacherRule", "number, kind, class, learner, item, topic, by, assigned, readDigest, at"),
                ("list", "edition, learner, run, made, state, body, record"),
                ("outboxLearner", "outboxLearner.name, learner"),
                ("givenEarlier", "learner, item, edition, run"),
            ]
            let before = try questions.map { try said("SELECT \($1) FROM \($0) ORDER BY 1, 2") }
            let items = try said("SELECT edition, learner, item FROM listItem ORDER BY 1, 2, 3")
            let store = try Store(path: path)
            let after = try questions.map { table, columns in
                let own = columns.replacing("learner", with: "learner.id")
                    .replacing("number,", with: "\(table).number,")
                return try said(
                    "SELECT \(own) FROM \(table) LEFT JOIN learner ON learner.number = \(table).learner ORDER BY 1, 2")
            }
            for (number, question) in questions.enumerated() {
                // What was said of all guardians is said of each again, at the end.
                let own =
                    question.0 == "learnerFact" ? Array(after[number].prefix(before[number].count)) : after[number]
                #expect(own == before[number], "\(question.0)")
            }
            #expect(
                try said(
                    """
                    SELECT edition, learner.id, item FROM listItem JOIN list ON list.number = listItem.list
                        JOIN learner ON learner.number = list.learner ORDER BY 1, 2, 3
                    """) == items)
            #expect(before.allSatisfy { !$0.isEmpty } && !items.isEmpty, "the fixture has some of each")
            #expect(try said("PRAGMA foreign_key_check").isEmpty)
            #expect(try said("PRAGMA integrity_check") == ["[\"ok\"]"])
            let farid = try #require(
                try store.learners.facts(about: LearnerID(rawValue: "farid")).last { $0.kind == .classes })
            #expect(farid.value == "9B;5A")
            #expect(try store.learners.ids(inClass: "5A").map { $0.rawValue }.contains("farid"))
        }
    }

    /// The version that first kept what topics mean.
    @Test func aStoreOfTopicsSaysWhatItSaid() throws {
        try Sample.withFolder { folder in
            let store = try Store(path: try Self.restored("7-topics", in: folder))
            let ben = LearnerID(rawValue: "ben")
            #expect(try store.learners.facts(about: ben).contains { $0.kind == .never && $0.value == "spiders" })
            let families = try store.topics.families()
            #expect(families.family(of: "Spiders", said: "en")?.topic == "spiders")
            #expect(families.family(of: "spiders", said: "xx")?.words["es"] != nil)
            #expect(try store.topics.unresolved().isEmpty && store.topics.barred().contains("spiders"))
            #expect(try store.lists.editions(of: ben).count == 2)
            #expect(try store.lists.lists(for: ben).allSatisfy { !$0.list.entries.isEmpty && $0.list.answers == nil })
            #expect(try store.lists.given(to: [ben])[ben]?.made.count == 2)
            #expect(try store.topics.lastVersion() == nil && store.acknowledgements.all().isEmpty)
        }
    }

    /// Consent was said of all guardians at once; each has their own from now on, and nobody more or less than before.
    @Test func consentOfGuardiansIsOfEachFromNowOn() throws {
        try Sample.withFolder { folder in
            let path = try Self.restored("7-topics", in: folder)
            let ana = LearnerID(rawValue: "ana")
            try DatabaseQueue(path: path).write { db in
                let number = try Int64.fetchOne(db, sql: "SELECT number FROM learner WHERE id = 'ana'")
                for (kind, value, origin) in [
                    ("guardianEmail", "Ruiz@families.example; two@x.example", "roster"),
                    ("guardianConsent", "yes", "roster"),
                ] {
                    try db.execute(
                        sql:
                            "INSERT INTO learnerFact (learner, kind, value, origin, at) VALUES (?, ?, ?, ?, 1788000000)",
                        arguments: [number, kind, value, origin])
                }
            }
            let store = try Store(path: path)
            let facts = try store.learners.facts(about: ana)
            let learner = Learner(id: ana, facts: facts)
            #expect(learner.guardians.map(\.consent) == [true, true] && learner.guardianConsent == true)
            // Whoever is named from now on has not been asked.
            let third = Fact(
                learner: ana, kind: .guardianEmail, value: "two@x.example;three@x.example", origin: .roster,
                at: Timestamp(seconds: 1_789_000_000))
            try store.learners.append([third], in: .unguarded)
            let after = Learner(id: ana, facts: try store.learners.facts(about: ana))
            #expect(after.guardians.map(\.consent) == [true, nil])
            let rows = try store.database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT guardian.address || ' ' || coalesce(learnerGuardian.consent, '-') FROM learnerGuardian
                            JOIN guardian ON guardian.number = guardian JOIN learner ON learner.number = learner
                            WHERE learner.id = 'ana' AND until IS NULL ORDER BY place
                        """)
            }
            #expect(rows == ["two@x.example 1", "three@x.example -"])
        }
    }

    @Test(arguments: released + ["7-topics"]) func itHasTheTablesOfANewOne(name: String) throws {
        try Sample.withFolder { folder in
            func schema(_ store: Store) throws -> Set<String> {
                try store.database.read { db in
                    let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'"
                    return Set(
                        try String.fetchAll(db, sql: sql).map {
                            $0.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ").replacing(
                                "\"", with: "")
                        })
                }
            }
            let migrated = try schema(Store(path: try Self.restored(name, in: folder)))
            let new = try schema(Store.inMemory())
            #expect(migrated.symmetricDifference(new).sorted() == [])
        }
    }

    @Test func whatIsDamagedIsCarriedOverAndCostsWhomItIsAbout() throws {
        try Sample.withFolder { folder in
            let path = try Self.restored("5-nights", in: folder)
            try DatabaseQueue(path: path).write {
                try $0.execute(
                    sql: """
                        UPDATE learnerFact SET kind = '' WHERE learner = 'ana' AND kind = 'consent';
                        UPDATE teacherRule SET class = NULL, learner = NULL, assigned = 7 WHERE number = 1;
                        """)
            }
            let store = try Store(path: path)
            let facts = try store.learners.facts()
            #expect(facts.unread.keys.map { $0.rawValue } == ["ana"], "\(facts.findings)")
            let understood = try store.database.read {
                try Int.fetchAll($0, sql: "SELECT isUnderstood FROM learner WHERE id IN ('ana', 'ben') ORDER BY id")
            }
            #expect(understood == [0, 1])
        }
    }
}
