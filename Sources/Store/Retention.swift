import Content
import GRDB

/// What is kept of editions, and what goes when they are old.
public struct RetentionRepository: Sendable {
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
                let sql = """
                    SELECT edition, SUM(runs) AS runs, SUM(lists) AS lists, SUM(files) AS files, SUM(bytes) AS bytes FROM (
                        SELECT edition, COUNT(*) AS runs, 0 AS lists, 0 AS files, 0 AS bytes FROM run
                            WHERE substr(edition, -10) < ?1 GROUP BY edition
                        UNION ALL SELECT edition, 0, COUNT(*), 0, 0 FROM list WHERE substr(edition, -10) < ?1 GROUP BY edition
                        UNION ALL SELECT edition, 0, 0, COUNT(*), SUM(length(bytes)) FROM outbox
                            WHERE substr(edition, -10) < ?1 GROUP BY edition
                    ) GROUP BY edition ORDER BY substr(edition, -10), edition
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [date.iso]).map { row in
                    OldEdition(
                        edition: try ListRepository.edition(row["edition"], of: "run, list or outbox"),
                        runs: row["runs"], lists: row["lists"], files: row["files"], bytes: row["bytes"])
                }
            }
        }
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

    /// Removes the runs, lists and messages of an edition, all or none; gives the names of its messages. What was given to whom
    /// stays known, so that nothing is given twice.
    public func remove(_ edition: Edition) throws(StoreError) -> [String] {
        try StoreError.wrapping("remove \(edition)") {
            try database.write { db in
                let name = edition.description
                try db.execute(
                    sql: """
                        INSERT OR IGNORE INTO givenEarlier
                            SELECT given.learner, given.item, given.edition, list.run FROM given
                            JOIN list ON list.edition = given.edition AND list.learner = given.learner
                            WHERE given.edition = ?
                        """, arguments: [name])
                let files = try String.fetchAll(
                    db, sql: "SELECT name FROM outbox WHERE edition = ? ORDER BY name", arguments: [name])
                try db.execute(sql: "DELETE FROM outbox WHERE edition = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM listItem WHERE edition = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM list WHERE edition = ?", arguments: [name])
                try db.execute(sql: "DELETE FROM run WHERE edition = ?", arguments: [name])
                return files
            }
        }
    }
}
