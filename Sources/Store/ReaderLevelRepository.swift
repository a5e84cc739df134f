import Content
import GRDB

/// The levels of articles as readers find them: what a run made of all answers, kept so that the next one and `explain` see it.
public struct ReaderLevelRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "13 levels as readers find them"

    static let schema = """
        -- A row where a run's level of an item differs from that of the run before. No learner stands in it.
        CREATE TABLE readerLevel (
            item TEXT NOT NULL REFERENCES item(id),
            run INTEGER NOT NULL REFERENCES run(number),
            level REAL NOT NULL CHECK (level BETWEEN 0 AND 16),
            PRIMARY KEY (item, run)
        ) WITHOUT ROWID;
        """

    /// The levels that held after the runs up to one, as school grades.
    public func levels(upTo run: Int64 = .max) throws(StoreError) -> [ItemID: Double] {
        try StoreError.wrapping("read the levels of articles") {
            try database.read { db in
                var levels: [ItemID: Double] = [:]
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT item, level FROM readerLevel WHERE run <= ? ORDER BY item, run", arguments: [run])
                while let row = try rows.next() { levels[ItemID(rawValue: row["item"])] = row["level"] }
                return levels
            }
        }
    }

    /// Keeps what a run made of the answers, where it differs from what held.
    public func keep(_ levels: [ItemID: Double], of run: Int64, in scope: borrowing WriteScope) throws(StoreError) {
        let known = try self.levels(upTo: run)
        try StoreError.wrapping("keep the levels of articles") {
            let changed = levels.filter { known[$0.key] != $0.value }.sorted { $0.key < $1.key }
            try database.write { db in
                for (item, level) in changed {
                    try db.execute(
                        sql: "INSERT OR REPLACE INTO readerLevel(item, run, level) VALUES (?, ?, ?)",
                        arguments: [item.rawValue, run, level])
                }
            }
        }
    }

    /// Level and language of some articles, as readers find them, or else as they are stated or measured now.
    public func articles(_ ids: [ItemID]) throws(StoreError) -> [ItemID: (level: Double, language: String?)] {
        try StoreError.wrapping("read the levels of articles") {
            try database.read { db in
                var found: [ItemID: (level: Double, language: String?)] = [:]
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT language, COALESCE((SELECT level FROM readerLevel WHERE item = version.item ORDER BY run DESC LIMIT 1),
                            level) AS level
                        FROM itemVersion version WHERE item = ? ORDER BY number DESC LIMIT 1
                        """)
                for id in ids {
                    guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]),
                        let level: Double = row["level"]
                    else { continue }
                    found[id] = (level, row["language"])
                }
                return found
            }
        }
    }

    /// The learners who have found an article too hard or too easy, by id.
    public func answering(asOf marks: StoreMarks) throws(StoreError) -> [LearnerID] {
        try StoreError.wrapping("read who answered") {
            try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT learner.id FROM learnerFact JOIN learner ON learner.number = learnerFact.learner
                        WHERE learnerFact.kind IN ('tooHard', 'tooEasy') AND learnerFact.number <= ? ORDER BY learner.id
                        """, arguments: [marks.facts]
                ).map { LearnerID(rawValue: $0) }
            }
        }
    }
}
