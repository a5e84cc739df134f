import Content
import GRDB

/// What tells whether the clock can be right: when runs took place by it, and what people said of it.
extension RunRepository {
    /// The moments of all runs, in the order in which they took place.
    public func moments() throws(StoreError) -> [Timestamp] {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in
                try Int64.fetchAll(db, sql: "SELECT now FROM run ORDER BY number").map { Timestamp(seconds: $0) }
            }
        }
    }

    /// The last moment at which a person said that the clock was right; nil: nobody ever did.
    public func clockWord() throws(StoreError) -> Timestamp? {
        try StoreError.wrapping("read what was said of the clock") {
            try database.read { db in
                try Int64.fetchOne(db, sql: "SELECT at FROM clockWord ORDER BY number DESC LIMIT 1")
                    .map { Timestamp(seconds: $0) }
            }
        }
    }

    /// Keeps that a person said, at a moment, that the clock is right.
    public func keepClockWord(at now: Timestamp, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep what was said of the clock") {
            try database.write {
                try $0.execute(sql: "INSERT INTO clockWord (at) VALUES (?)", arguments: [now.seconds])
            }
        }
    }
}
