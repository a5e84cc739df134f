import Content
import GRDB

/// Whose list it is, and where it stands among the others: enough to go through an edition in order without holding its
/// lists in memory.
public struct ListKey: Hashable, Sendable {
    /// The learner.
    public var learner: LearnerID
    /// The run that made the list.
    public var run: Int64
    /// The learner's name at that run.
    public var name: String
    /// The learner's classes at that run.
    public var classes: [String]

    /// A key by its parts.
    public init(learner: LearnerID, run: Int64, name: String, classes: [String]) {
        self.learner = learner
        self.run = run
        self.name = name
        self.classes = classes
    }
}

/// A list and the run that made it, without the record of its making.
public struct ListOfRun: Hashable, Sendable {
    /// The list.
    public var list: ReadingList
    /// The run.
    public var run: Int64
}

extension ListRepository {
    /// The lists of some learners of an edition, by learner; one that is not there is left out.
    public func lists(of edition: Edition, learners: [LearnerID]) throws(StoreError) -> [LearnerID: ListOfRun] {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT run, body FROM list WHERE edition = ? AND learner = ?")
                var lists: [LearnerID: ListOfRun] = [:]
                for learner in learners {
                    lists[learner] = try Row.fetchCursor(
                        statement, arguments: [edition.description, learner.rawValue]
                    ).map {
                        ListOfRun(list: try JSONText.value(ReadingList.self, of: $0["body"]), run: $0["run"])
                    }.next()
                }
                return lists
            }
        }
    }
}

extension LearnerRepository {
    /// The facts about some learners at the marks, in the order in which they were stored.
    public func facts(
        about learners: [LearnerID], asOf marks: StoreMarks = .all
    ) throws(StoreError) -> [LearnerID: [Fact]] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT * FROM learnerFact WHERE learner = ? AND number <= ? ORDER BY number")
                var facts: [LearnerID: [Fact]] = [:]
                for learner in learners {
                    facts[learner] = try Row.fetchAll(statement, arguments: [learner.rawValue, marks.facts])
                        .compactMap { Self.fact($0) }
                }
                return facts
            }
        }
    }
}

extension OutboxRepository {
    /// The next entries of an edition in a state after a name, in the order of their names.
    public func entries(
        of edition: Edition, in state: OutboxEntry.State, after name: String, atMost limit: Int
    ) throws(StoreError) -> [OutboxEntry] {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                // By names first, from an index that holds all that is asked for: the planner would rather sort all that waits,
                // with its bytes, for every few that are taken. An entry's name begins with its edition.
                let sql = """
                    SELECT name FROM outbox INDEXED BY outboxState
                        WHERE name > ?1 AND name < ?2 || '0' AND edition = ?2 AND state = ?3 ORDER BY name LIMIT ?4
                    """
                let start = max(name, "\(edition)/")
                let names = try String.fetchAll(
                    db.cachedStatement(sql: sql), arguments: [start, edition.description, state.rawValue, limit])
                let statement = try db.cachedStatement(sql: "SELECT * FROM outbox WHERE name = ?")
                return try names.compactMap { name in
                    // Read while the cursor stands on the row, which is not copied: it may be large.
                    try Row.fetchCursor(statement, arguments: [name]).map { try Self.entry($0, in: db) }.next() ?? nil
                }
            }
        }
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
            SELECT summary FROM run WHERE edition = ? AND stages LIKE '%deliver%' AND summary IS NOT NULL
                AND outcome IN ('done', 'degraded') ORDER BY number DESC LIMIT 1
            """
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [edition])
            .map { try JSONText.value(RunSummary.self, of: $0) }?.deliver
    }
}
