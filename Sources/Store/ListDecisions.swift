import Content
import GRDB

/// What people decided about lists: approvals, holds, and what each was of.
extension ListRepository {
    /// The decisions about a learner's list of an edition, in the order in which they were made.
    public func decisions(on edition: Edition, of learner: LearnerID) throws(StoreError) -> [ListDecision] {
        try StoreError.wrapping("read what was decided about the list of \(learner)") {
            try database.read { db in try Self.decisions(on: edition, of: learner, db) }
        }
    }

    /// A decision about one list, and the state that it brings it to.
    public struct Change: Sendable {
        /// What was decided.
        public var decision: ListDecision
        /// The edition of the list.
        public var edition: Edition
        /// Whose list it is.
        public var learner: LearnerID
        /// The state that was decided about.
        public var before: ReadingList.State
        /// The state from now on.
        public var after: ReadingList.State

        /// A change by its parts.
        package init(
            _ decision: ListDecision, on edition: Edition, of learner: LearnerID, from before: ReadingList.State,
            to after: ReadingList.State
        ) {
            self.decision = decision
            self.edition = edition
            self.learner = learner
            self.before = before
            self.after = after
        }
    }

    /// Keeps decisions, all or none; one about a list that is gone, or is in a third state by now, is left out. Gives how many.
    @discardableResult public func keep(
        _ changes: [Change], in scope: borrowing WriteScope
    ) throws(StoreError) -> Int {
        let actor = scope.actor
        return try StoreError.wrapping("keep what was decided about lists") {
            try database.write { db in try changes.count { try Self.keep($0, by: actor, db) } }
        }
    }

    static func keep(_ change: Change, by actor: String?, _ db: Database) throws -> Bool {
        let (decision, edition, learner) = (change.decision, change.edition, change.learner)
        let (before, state) = (change.before, change.after)
        let list = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT number FROM list WHERE edition = ? AND state = ?
                        AND learner = (SELECT number FROM learner WHERE id = ?)
                    """), arguments: [edition.description, before.rawValue, learner.rawValue])
        guard let list else { return false }
        try db.cachedStatement(
            sql:
                "INSERT INTO listDecision (list, kind, class, by, digest, was, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
            list, decision.kind.rawValue, decision.schoolClass, decision.by, decision.digest,
            decision.was.rawValue, actor,
            decision.at.seconds,
        ])
        try db.cachedStatement(
            sql: "UPDATE list SET state = ?1, body = json_set(body, '$.state', ?1) WHERE number = ?2"
        ).execute(arguments: [state.rawValue, list])
        return true
    }

    static func decisions(on edition: Edition, of learner: LearnerID, _ db: Database) throws -> [ListDecision] {
        let sql = """
            SELECT decision.* FROM learner CROSS JOIN list ON list.learner = learner.number AND list.edition = ?2
                CROSS JOIN listDecision decision ON decision.list = list.number
                WHERE learner.id = ?1 ORDER BY decision.number
            """
        return try Row.fetchAll(
            db.cachedStatement(sql: sql), arguments: [learner.rawValue, edition.description]
        ).map { row in
            let row = StrictRow(row, of: "listDecision")
            return ListDecision(
                kind: try row.value("kind") { ListDecision.Kind(rawValue: $0) },
                schoolClass: try row.optionalText("class"), by: try row.text("by"), digest: try row.text("digest"),
                was: try row.value("was") { ReadingList.State(rawValue: $0) },
                at: try row.moment("at"))
        }
    }
}
