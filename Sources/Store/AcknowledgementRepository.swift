import Content
import GRDB

/// What somebody has seen and need not be told again.
public struct AcknowledgementRepository: Sendable {
    let database: any DatabaseWriter
    /// Who is at the keyboard.
    let actor: String

    static let migration = "8 topics kept up"

    static let schema = """
        CREATE TABLE acknowledged (
            what TEXT PRIMARY KEY,
            -- Who was at the keyboard.
            actor TEXT NOT NULL,
            at INTEGER NOT NULL
        ) WITHOUT ROWID;
        -- By which lexicons the topics were looked through last.
        CREATE TABLE topicVersion (
            number INTEGER PRIMARY KEY,
            version TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        """

    /// All that was acknowledged.
    public func all() throws(StoreError) -> Set<String> {
        try StoreError.wrapping("read what was acknowledged") {
            try database.read { Set(try String.fetchAll($0, sql: "SELECT what FROM acknowledged")) }
        }
    }

    /// Notes that somebody has seen something.
    public func add(_ what: [String], at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("note what was acknowledged") {
            try database.write { db in
                for what in what {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO acknowledged (what, actor, at) VALUES (?, ?, ?)",
                        arguments: [what, actor, now.seconds])
                }
            }
        }
    }
}
