import Content
import GRDB

extension ListRepository {
    /// The lists of some learners of an edition; one that is not there is left out.
    public func lists(of edition: Edition, learners: [LearnerID]) throws(StoreError) -> ListsRead {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT run, body, (SELECT digest FROM listDecision WHERE list = list.number AND kind = 'approve'
                            ORDER BY number DESC LIMIT 1) AS approved FROM list
                            WHERE edition = ? AND learner = (SELECT number FROM learner WHERE id = ?)
                        """)
                var read = ListsRead()
                for learner in learners {
                    // Read while the cursor stands on the row, which is not copied: it may be large.
                    let rows = try Row.fetchCursor(statement, arguments: [edition.description, learner.rawValue])
                    guard let row = try rows.next() else { continue }
                    let strict = StrictRow(row, of: "list", name: "\(edition) \(learner)")
                    do throws(StoreError) {
                        let list = try strict.json(ReadingList.self, "body")
                        read.lists[learner] = ListOfRun(
                            list: list, run: try strict.number("run"), approved: try strict.optionalText("approved"))
                    } catch {
                        read.unread[learner] = error
                    }
                }
                return read
            }
        }
    }
}

extension OutboxRepository {
    /// The next entries of an edition after a name that are rendered and not yet handed over.
    public func rendered(
        of edition: Edition, after name: String, atMost limit: Int
    ) throws(StoreError) -> EntriesRead {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                // By names first, from the index of what waits: the planner would rather sort all of it, with its bytes, for every
                // few that are taken.
                let sql = """
                    SELECT name FROM outbox INDEXED BY outboxRendered
                        WHERE edition = ?1 AND name > ?2 AND state = 'rendered' ORDER BY name LIMIT ?3
                    """
                let names = try String.fetchAll(
                    db.cachedStatement(sql: sql), arguments: [edition.description, name, limit])
                let statement = try db.cachedStatement(sql: "SELECT * FROM outbox WHERE name = ?")
                var read = EntriesRead(last: names.last)
                for name in names {
                    // Read while the cursor stands on the row, which is not copied: it may be large.
                    let rows = try Row.fetchCursor(statement, arguments: [name])
                    guard let row = try rows.next() else { continue }
                    do {
                        read.entries.append(try Self.entry(row, in: db))
                    } catch let error as StoreError {
                        read.findings.append(.waitingFileNotUnderstood(name, error))
                    }
                }
                return read
            }
        }
    }

    /// Which of some names classes' files of an edition have.
    public func classFiles(_ names: Set<String>, of edition: Edition) throws(StoreError) -> Set<String> {
        let places = [("print", "html"), ("csv", "csv"), ("atom", "xml"), ("bundle", "zip"), ("mail/teacher", "eml")]
        var there: Set<String> = []
        for name in names {
            let files = places.map { "\(edition)/\($0.0)/\(name).\($0.1)" }
            if try !known(of: files).isEmpty { there.insert(name) }
        }
        return there
    }

    /// Which of some names have an entry.
    public func known(of names: [String]) throws(StoreError) -> [String: String] {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let statement = try db.cachedStatement(sql: "SELECT digest FROM outbox WHERE name = ?")
                var known: [String: String] = [:]
                for name in names { known[name] = try String.fetchOne(statement, arguments: [name]) }
                return known
            }
        }
    }
}

extension RunRepository {
    /// What the last run that ended came to for an edition, of those that delivered; nil where there is none.
    public func lastDelivery(of edition: Edition) throws(StoreError) -> RunSummary.Deliver? {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in try Self.lastDelivery(of: edition.description, db) }
        }
    }

    static func lastDelivery(of edition: String, _ db: Database) throws -> RunSummary.Deliver? {
        let sql = """
            SELECT number, summary FROM run WHERE edition = ? AND stages LIKE '%deliver%' AND summary IS NOT NULL
                AND outcome IN ('done', 'degraded') ORDER BY number DESC LIMIT 1
            """
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [edition])
            .map { try StrictRow($0, of: "run").json(RunSummary.self, "summary") }?.deliver
    }
}
