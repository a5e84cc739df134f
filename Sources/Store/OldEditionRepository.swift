import Content
import GRDB

/// Old editions: what is kept of them, and their removal.
public struct OldEditionRepository: Sendable {
    let database: any DatabaseWriter

    /// What is there of one old edition.
    public struct OldEdition: Hashable, Codable, Sendable {
        /// The edition.
        public var edition: Edition
        /// How many runs worked for it.
        public var runs: Int
        /// How many lists it has.
        public var lists: Int
        /// How many messages and pages it has.
        public var files: Int
        /// How many bytes these have.
        public var bytes: Int
    }

    /// The editions before a date of which anything is kept, the earliest first.
    public func editions(before date: CalendarDate) throws(StoreError) -> [OldEdition] {
        try StoreError.wrapping("read the old editions") {
            try database.read { db in
                // From one edition to the next, in three indices: the lists and messages themselves are not read.
                let sql = """
                    WITH RECURSIVE listed(edition) AS (SELECT MIN(edition) FROM list UNION ALL
                        SELECT (SELECT MIN(edition) FROM list WHERE edition > listed.edition) FROM listed
                            WHERE listed.edition IS NOT NULL),
                    posted(edition) AS (SELECT MIN(edition) FROM outbox UNION ALL
                        SELECT (SELECT MIN(edition) FROM outbox WHERE edition > posted.edition) FROM posted
                            WHERE posted.edition IS NOT NULL)
                    SELECT edition FROM listed WHERE edition IS NOT NULL
                    UNION SELECT edition FROM posted WHERE edition IS NOT NULL UNION SELECT edition FROM run
                    """
                let old = try String.fetchAll(db, sql: sql)
                    .map { try ListRepository.edition($0, of: "run, list or outbox") }.filter { $0.date < date }
                return try old.sorted().map { try Self.old($0, in: db) }
            }
        }
    }

    private static func old(_ edition: Edition, in db: Database) throws -> OldEdition {
        let sql = """
            SELECT (SELECT COUNT(*) FROM run WHERE edition = ?1) AS runs,
                (SELECT COUNT(*) FROM list WHERE state IN (\(ListRepository.states)) AND edition = ?1) AS lists,
                COUNT(*) AS files, COALESCE(SUM(size), 0) AS bytes FROM outbox WHERE edition = ?1
            """
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [edition.description])
        return OldEdition(
            edition: edition, runs: row?["runs"] ?? 0, lists: row?["lists"] ?? 0, files: row?["files"] ?? 0,
            bytes: row?["bytes"] ?? 0)
    }

    /// Whether anything is kept of an edition before a date: quicker to ask than which.
    public func hasEditions(before date: CalendarDate) throws(StoreError) -> Bool {
        try StoreError.wrapping("read the old editions") {
            try database.read { db in
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE substr(edition, -10) < ?)", arguments: [date.iso])
                    ?? false
            }
        }
    }

    /// Removes the runs, lists and messages of an edition, all or none, once their files are gone. What was given to whom stays
    /// known, so that nothing is given twice.
    public func remove(_ edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("remove \(edition)") {
            try database.write { db in
                let name = edition.description
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO givenEarlier
                            SELECT list.learner, item, list.edition, list.run FROM list
                                CROSS JOIN listItem ON listItem.list = list.number
                            WHERE list.edition = ? AND \(ListRepository.isOut)
                        """, arguments: [name])
                try db.execute(sql: "DELETE FROM outbox WHERE edition = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM list WHERE edition = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM run WHERE edition = ?", arguments: [name])
            }
        }
    }
}
