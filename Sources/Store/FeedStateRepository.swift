import Content
import GRDB

/// How the feeds of the web have done, and which hosts want to be left alone. It is what the next run needs, and no history.
public struct FeedStateRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "9 feeds asked"

    static let schema = """
        CREATE TABLE feedState (
            -- As on the school's list.
            address TEXT PRIMARY KEY,
            asked INTEGER NOT NULL,
            good INTEGER,
            failingSince INTEGER,
            failures INTEGER NOT NULL CHECK (failures >= 0),
            problem TEXT,
            notBefore INTEGER,
            movedTo TEXT,
            ended INTEGER,
            CHECK ((failingSince IS NULL) = (failures = 0))
        ) WITHOUT ROWID;
        CREATE TABLE hostPause (
            -- With its port, in lower case.
            host TEXT PRIMARY KEY,
            until INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// The states of all feeds that were asked, by address.
    public func states() throws(StoreError) -> [String: FeedState] {
        try StoreError.wrapping("read how the feeds have done") {
            try database.read { db in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM feedState")
                return Dictionary(uniqueKeysWithValues: rows.map { ($0["address"], Self.state($0)) })
            }
        }
    }

    /// The state of a feed; nil: it was never asked.
    public func state(of address: String) throws(StoreError) -> FeedState? {
        try StoreError.wrapping("read how \(address) has done") {
            try database.read { db in
                try Row.fetchOne(
                    db.cachedStatement(sql: "SELECT * FROM feedState WHERE address = ?"), arguments: [address]
                ).map { Self.state($0) }
            }
        }
    }

    /// Keeps the state of a feed.
    public func keep(_ state: FeedState, of address: String, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep how \(address) has done") {
            try database.write { db in
                try db.cachedStatement(
                    sql: """
                        INSERT OR REPLACE INTO feedState (address, asked, good, failingSince, failures, problem,
                            notBefore, movedTo, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    address, state.asked.seconds, state.good?.seconds, state.failingSince?.seconds, state.failures,
                    state.problem, state.notBefore?.seconds, state.movedTo, state.ended?.seconds,
                ])
            }
        }
    }

    /// Until when hosts want to be left alone, as far as that is still to come.
    public func pauses(at now: Timestamp) throws(StoreError) -> [String: Timestamp] {
        try StoreError.wrapping("read which hosts want to be left alone") {
            try database.read { db in
                let sql = "SELECT host, until FROM hostPause WHERE until > ?"
                return Dictionary(
                    uniqueKeysWithValues: try Row.fetchAll(db, sql: sql, arguments: [now.seconds]).map {
                        ($0["host"], Timestamp(seconds: $0["until"]))
                    })
            }
        }
    }

    /// Keeps until when a host wants to be left alone; what is over is forgotten.
    public func pause(_ host: String, until: Timestamp, at now: Timestamp, in scope: borrowing WriteScope)
        throws(StoreError)
    {
        try StoreError.wrapping("keep that \(host) wants to be left alone") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM hostPause WHERE until <= ?", arguments: [now.seconds])
                try db.execute(
                    sql: "INSERT OR REPLACE INTO hostPause (host, until) VALUES (?, ?)",
                    arguments: [host, until.seconds])
            }
        }
    }

    private static func state(_ row: Row) -> FeedState {
        func moment(_ column: String) -> Timestamp? { (row[column] as Int64?).map { Timestamp(seconds: $0) } }
        var state = FeedState(asked: Timestamp(seconds: row["asked"]))
        state.good = moment("good")
        state.failingSince = moment("failingSince")
        state.failures = row["failures"]
        state.problem = row["problem"]
        state.notBefore = moment("notBefore")
        state.movedTo = row["movedTo"]
        state.ended = moment("ended")
        return state
    }
}
