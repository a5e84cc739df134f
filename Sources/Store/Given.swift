import Content
import GRDB

/// What has been given to whom. A list's items are given once a message or page with it is out, or may be; what was given in
/// editions that are no longer kept stays known.
extension ListRepository {
    /// What some learners were given in editions that an earlier run than `run` made.
    public func given(
        to learners: [LearnerID], beforeRun run: Int64 = .max
    ) throws(StoreError) -> [LearnerID: GivenItems] {
        try StoreError.wrapping("read what was given") {
            try database.read { db in
                var given: [LearnerID: GivenItems] = [:]
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
                            if out[row[1]] != nil { try add(row, to: &items) }
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
                    guard !items.isEmpty else { continue }
                    let made = try out.map { (try Self.edition($0, of: "list"), Timestamp(seconds: $1)) }
                    given[learner] = GivenItems(items, made: Dictionary(made, uniquingKeysWith: { $1 }))
                }
                return given
            }
        }
    }

    /// The editions of which a learner's list is out, or may be, with when it was made.
    private static func editionsOut(
        of learner: LearnerID, beforeRun run: Int64, _ db: Database
    ) throws -> [String: Int64] {
        let sql = """
            SELECT edition, made FROM learner CROSS JOIN list ON list.learner = learner.number
                WHERE learner.id = ? AND run < ? AND \(isOut)
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [learner.rawValue, run])
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
    }

    /// That a row of `list` is in a message or page that is out, or may be.
    static let isOut = """
        EXISTS (SELECT 1 FROM outboxLearner CROSS JOIN outbox INDEXED BY outboxState ON outbox.name = outboxLearner.name
            WHERE \(OutboxRepository.isOf("list")) AND outbox.state IN ('written', 'sent', 'ambiguous'))
        """
}
