import Content
import GRDB

/// Which editions have something to put out.
extension ListRepository {
    /// The editions with lists that may go out and have not, or with rendered files that are not yet written; the earliest
    /// first. One that its schedule is still at work on goes out by that, at its own time.
    public func editionsToDeliver() throws(StoreError) -> [Edition] {
        try StoreError.wrapping("read the editions") {
            try database.read { db in
                let open = Set(
                    try String.fetchAll(
                        db, sql: "SELECT schedule || '@' || date FROM scheduledEdition WHERE state = 'open'"))
                let rendered = try String.fetchAll(
                    db, sql: "SELECT DISTINCT edition FROM outbox INDEXED BY outboxRendered WHERE state = 'rendered'")
                let unsent = try Self.editions(in: .ready, db).filter {
                    try !open.contains($0) && Self.hasUnsent($0, db)
                }
                // Mails to grown-ups about learners are looked after by themselves.
                return try Set(rendered + unsent).subtracting(open).filter { !$0.hasPrefix("safeguarding@") }
                    .map { try Self.edition($0, of: "list or outbox") }.sorted()
            }
        }
    }

    /// Whether an edition has lists that wait for a teacher, lists that may go out and have not, or files that are not yet
    /// written: whether anything of it is still to come.
    public func isUnfinished(_ edition: Edition) throws(StoreError) -> Bool {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                let sql = """
                    SELECT EXISTS (SELECT 1 FROM list WHERE state = 'awaitingApproval' AND edition = ?1)
                        OR EXISTS (SELECT 1 FROM outbox INDEXED BY outboxRendered WHERE state = 'rendered' AND edition = ?1)
                        OR EXISTS (SELECT 1 FROM scheduledEdition
                            WHERE schedule = ?2 AND date = ?3 AND (state = 'open' OR approved = 1))
                    """
                let isWaiting = try Bool.fetchOne(
                    db, sql: sql, arguments: [edition.description, edition.schedule, edition.date.iso])
                return try isWaiting == true || Self.hasUnsent(edition.description, db)
            }
        }
    }

    /// A text that changes whenever something does that the delivery of an edition depends on: how many lists there are in
    /// which state and from which runs, and how many messages and pages.
    public func deliveryState(of edition: Edition) throws(StoreError) -> String {
        try StoreError.wrapping("read the state of \(edition)") {
            try database.read { db in try Self.deliveryState(of: edition.description, db) }
        }
    }

    /// The editions with a list in a state, from one to the next: however many lists each has.
    static func editions(in state: ReadingList.State, _ db: Database) throws -> [String] {
        let sql = """
            WITH RECURSIVE known(edition) AS (
                SELECT MIN(edition) FROM list WHERE state = ?1
                UNION ALL SELECT (SELECT MIN(edition) FROM list WHERE state = ?1 AND edition > known.edition)
                    FROM known WHERE known.edition IS NOT NULL)
            SELECT edition FROM known WHERE edition IS NOT NULL
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [state.rawValue])
    }

    /// Whether an edition has lists that may go out and are in no message or page. Where nothing has changed since a delivery
    /// without a fault, all of them are out that ever will be, and none is looked at.
    private static func hasUnsent(_ edition: String, _ db: Database) throws -> Bool {
        let last = try RunRepository.lastDelivery(of: edition, db)
        if let out = last?.out, try out == deliveryState(of: edition, db) { return false }
        let sql = """
            SELECT EXISTS (SELECT 1 FROM list WHERE state = 'ready' AND edition = ?
                AND NOT EXISTS (SELECT 1 FROM outboxLearner WHERE \(OutboxRepository.isOf("list"))))
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [edition]) == true
    }

    private static func deliveryState(of edition: String, _ db: Database) throws -> String {
        let sql = """
            SELECT 'list ' || state || ' ' || COUNT(*) || ' ' || MAX(run) FROM list
                WHERE state IN (\(states)) AND edition = ?1 GROUP BY state
            UNION ALL
            SELECT 'outbox ' || state || ' ' || COUNT(*) FROM outbox WHERE edition = ?1 GROUP BY state
            ORDER BY 1
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [edition]).joined(separator: "\n")
    }
}

extension OutboxRepository {
    /// That a row of `outboxLearner` is about the learner and edition of another row. An entry's name begins with its edition, so
    /// that this is a range of the table's key, however many editions a learner has had.
    static func isOf(_ row: String) -> String {
        """
        outboxLearner.learner = \(row).learner
            AND outboxLearner.name > \(row).edition || '/' AND outboxLearner.name < \(row).edition || '0'
        """
    }
}
