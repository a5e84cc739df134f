import Content
import GRDB

/// Lists of an open edition that are made anew before they go out.
extension ListRepository {
    /// What takes the place of lists.
    public struct Revision: Sendable {
        /// Whose lists they are, and what takes their place; nil: nothing could, and the list goes.
        public var lists: [(learner: LearnerID, row: ListRow?)]
        /// Decisions that stand of them from now on.
        public var decisions: [Change]

        /// A revision by its parts.
        package init(lists: [(learner: LearnerID, row: ListRow?)], decisions: [Change] = []) {
            self.lists = lists
            self.decisions = decisions
        }
    }

    /// Puts lists in the place of those of the same learners, all or none. What was decided about a list stays with it. What was
    /// rendered of the old ones and has not left is taken away, so that it can only go out as it is now.
    public func revise(
        _ edition: Edition, _ revision: Revision, in scope: borrowing WriteScope
    ) throws(StoreError) {
        let actor = scope.actor
        try StoreError.wrapping("store lists that were made anew") {
            try database.write { db in
                for (learner, row) in revision.lists {
                    let number = try LearnerProjection.number(of: learner, in: db)
                    try Self.takeAwayRendered(of: number, edition, db)
                    let list = try Int64.fetchOne(
                        db.cachedStatement(sql: "SELECT number FROM list WHERE edition = ? AND learner = ?"),
                        arguments: [edition.description, number])
                    guard let list else { continue }
                    guard let row else {
                        try db.cachedStatement(sql: "DELETE FROM list WHERE number = ?").execute(arguments: [list])
                        continue
                    }
                    try Self.put(row, at: list, db)
                }
                for change in revision.decisions { _ = try Self.keep(change, by: actor, db) }
            }
        }
    }

    private static func put(_ row: ListRow, at list: Int64, _ db: Database) throws {
        let texts = try row.texts.get()
        try db.cachedStatement(
            sql: "UPDATE list SET run = ?, made = ?, state = ?, body = ?, record = ? WHERE number = ?"
        ).execute(arguments: [
            row.run, row.list.made.seconds, row.list.state.rawValue, texts.body, texts.record, list,
        ])
        try db.cachedStatement(sql: "DELETE FROM listItem WHERE list = ?").execute(arguments: [list])
        for entry in row.list.entries {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO listItem (list, item) VALUES (?, ?)")
                .execute(arguments: [list, entry.item.rawValue])
        }
    }

    /// Mails and pages with a learner's list that are rendered and not written. Others on the same page are rendered again with it.
    private static func takeAwayRendered(of learner: Int64, _ edition: Edition, _ db: Database) throws {
        let sql = """
            DELETE FROM outbox WHERE state = 'rendered' AND edition = ?2 AND name IN
                (SELECT name FROM outboxLearner WHERE learner = ?1 AND name > ?2 || '/' AND name < ?2 || '0')
            """
        try db.cachedStatement(sql: sql).execute(arguments: [learner, edition.description])
    }
}

extension ItemRepository {
    /// Whether all of some items were known at the marks.
    public func areKnown(_ items: [ItemID], asOf marks: StoreMarks) throws(StoreError) -> Bool {
        try StoreError.wrapping("look up articles") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM itemVersion WHERE item = ? AND number <= ?)")
                return try items.allSatisfy {
                    try Bool.fetchOne(statement, arguments: [$0.rawValue, marks.items]) == true
                }
            }
        }
    }
}
