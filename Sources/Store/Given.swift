import Content
import GRDB

/// What has been given to whom. A list's items are given once a message or page with it is out, or may be; what was given in
/// editions that are no longer kept stays known.
extension ListRepository {
    /// What some learners were given in editions that an earlier run than `run` made: the first edition an item was in.
    public func given(
        to learners: [LearnerID], beforeRun run: Int64 = .max
    ) throws(StoreError) -> [LearnerID: [ItemID: Edition]] {
        try StoreError.wrapping("read what was given") {
            try database.read { db in
                var given: [LearnerID: [ItemID: Edition]] = [:]
                var editions: [String: Edition] = [:]
                func add(_ row: Row, to items: inout [ItemID: Edition]) throws {
                    let name: String = row[1]
                    let edition = try editions[name] ?? Self.edition(name, of: "listItem or givenEarlier")
                    editions[name] = edition
                    let item = ItemID(rawValue: row[0])
                    items[item] = items[item].map { min($0, edition) } ?? edition
                }
                for learner in learners {
                    var items: [ItemID: Edition] = [:]
                    let out = try Self.editionsOut(of: learner, beforeRun: run, db)
                    if !out.isEmpty {
                        let rows = try Row.fetchCursor(
                            db.cachedStatement(
                                sql: """
                                    SELECT item, edition FROM learner CROSS JOIN list ON list.learner = learner.number
                                        CROSS JOIN listItem ON listItem.list = list.number WHERE learner.id = ?
                                    """),
                            arguments: [learner.rawValue])
                        while let row = try rows.next() {
                            if out.contains(row[1]) { try add(row, to: &items) }
                        }
                    }
                    let earlier = try Row.fetchCursor(
                        db.cachedStatement(
                            sql: """
                                SELECT item, edition FROM learner CROSS JOIN givenEarlier earlier
                                    ON earlier.learner = learner.number WHERE learner.id = ? AND run < ?
                                """),
                        arguments: [learner.rawValue, run])
                    while let row = try earlier.next() { try add(row, to: &items) }
                    if !items.isEmpty { given[learner] = items }
                }
                return given
            }
        }
    }

    /// The editions of which a learner's list is out, or may be.
    private static func editionsOut(
        of learner: LearnerID, beforeRun run: Int64, _ db: Database
    ) throws -> Set<String> {
        let sql = """
            SELECT edition FROM learner CROSS JOIN list ON list.learner = learner.number
                WHERE learner.id = ? AND run < ? AND \(isOut)
            """
        return Set(try String.fetchAll(db.cachedStatement(sql: sql), arguments: [learner.rawValue, run]))
    }

    /// That a row of `list` is in a message or page that is out, or may be.
    static let isOut = """
        EXISTS (SELECT 1 FROM outboxLearner CROSS JOIN outbox INDEXED BY outboxState ON outbox.name = outboxLearner.name
            WHERE \(OutboxRepository.isOf("list")) AND outbox.state IN ('written', 'sent', 'ambiguous'))
        """
}
