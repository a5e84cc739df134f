import Content
import GRDB

/// Who may come to the desk: invitations and sessions, by digests of what their holders have.
public struct DeskRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "22 desk"

    static let schema = """
        CREATE TABLE deskInvitation (
            digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
            person TEXT NOT NULL,
            by TEXT NOT NULL,
            made INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > made),
            used INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE deskSession (
            digest TEXT PRIMARY KEY CHECK (length(digest) = 64),
            person TEXT NOT NULL,
            begun INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > begun),
            ended INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX deskSessionPerson ON deskSession(person);
        """

    /// How long what has ended is kept, in seconds: a week, for whoever asks who was there.
    static let keeps: Int64 = 7 * 86_400

    /// Keeps an invitation, and forgets those that ended long ago.
    public func add(_ invitation: DeskInvitation, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep an invitation") {
            try database.write { db in
                try db.execute(
                    sql: "DELETE FROM deskInvitation WHERE ends < ?",
                    arguments: [invitation.made.seconds - Self.keeps])
                try db.execute(
                    sql: "INSERT INTO deskInvitation VALUES (?, ?, ?, ?, ?, NULL)",
                    arguments: [
                        invitation.digest, invitation.person, invitation.by, invitation.made.seconds,
                        invitation.ends.seconds,
                    ])
            }
        }
    }

    /// An invitation; nil where there is none of that digest.
    public func invitation(_ digest: String) throws(StoreError) -> DeskInvitation? {
        try StoreError.wrapping("read an invitation") {
            try database.read { db in
                try Row.fetchOne(db, sql: "SELECT * FROM deskInvitation WHERE digest = ?", arguments: [digest]).map {
                    DeskInvitation(
                        digest: $0["digest"], person: $0["person"], by: $0["by"],
                        made: Timestamp(seconds: $0["made"]), ends: Timestamp(seconds: $0["ends"]),
                        used: ($0["used"] as Int64?).map { Timestamp(seconds: $0) })
                }
            }
        }
    }

    /// Uses an invitation for a session; false where somebody has used it, or it has ended, since it was looked at.
    public func use(
        _ digest: String, for session: DeskSession, in scope: borrowing WriteScope
    ) throws(StoreError) -> Bool {
        try StoreError.wrapping("begin a session") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE deskInvitation SET used = ? WHERE digest = ? AND used IS NULL AND ends > ?",
                    arguments: [session.begun.seconds, digest, session.begun.seconds])
                guard db.changesCount == 1 else { return false }
                try Self.insert(session, in: db)
                return true
            }
        }
    }

    /// Begins a session.
    public func begin(_ session: DeskSession, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("begin a session") { try database.write { db in try Self.insert(session, in: db) } }
    }

    private static func insert(_ session: DeskSession, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM deskSession WHERE ends < ?", arguments: [session.begun.seconds - Self.keeps])
        try db.execute(
            sql: "INSERT INTO deskSession VALUES (?, ?, ?, ?, NULL)",
            arguments: [session.digest, session.person, session.begun.seconds, session.ends.seconds])
    }

    /// A session; nil where there is none of that digest.
    public func session(_ digest: String) throws(StoreError) -> DeskSession? {
        try StoreError.wrapping("read a session") {
            try database.read { db in
                try Row.fetchOne(db, sql: "SELECT * FROM deskSession WHERE digest = ?", arguments: [digest])
                    .map(Self.session)
            }
        }
    }

    /// All sessions that are kept, the latest first.
    public func sessions() throws(StoreError) -> [DeskSession] {
        try StoreError.wrapping("read the sessions") {
            try database.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM deskSession ORDER BY begun DESC, digest").map(Self.session)
            }
        }
    }

    private static func session(_ row: Row) -> DeskSession {
        DeskSession(
            digest: row["digest"], person: row["person"], begun: Timestamp(seconds: row["begun"]),
            ends: Timestamp(seconds: row["ends"]), ended: (row["ended"] as Int64?).map { Timestamp(seconds: $0) })
    }

    /// Ends one session.
    public func end(_ digest: String, at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("end a session") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE deskSession SET ended = ? WHERE digest = ? AND ended IS NULL",
                    arguments: [now.seconds, digest])
            }
        }
    }

    /// Ends all of somebody's sessions and invitations, gives how many there were.
    public func end(ofPerson person: String, at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError)
        -> Int
    {
        try StoreError.wrapping("end sessions") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE deskSession SET ended = ? WHERE person = ? AND ended IS NULL AND ends > ?",
                    arguments: [now.seconds, person, now.seconds])
                var count = db.changesCount
                try db.execute(
                    sql: "DELETE FROM deskInvitation WHERE person = ? AND used IS NULL", arguments: [person])
                count += db.changesCount
                return count
            }
        }
    }
}
