import Content
import GRDB

/// Reading lists, and what has been given to whom.
public struct ListRepository: Sendable {
    let database: any DatabaseWriter

    /// Stores lists of one block of learners, all or none. A list that is there stays as it is.
    public func add(_ lists: [StoredList], in scope: borrowing WriteScope) throws(StoreError) {
        try add(lists.map { ListRow($0) }, in: scope)
    }

    /// Stores the rows of lists of one block of learners, all or none. A list that is there stays as it is.
    public func add(_ rows: [ListRow], in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("store lists") {
            try database.write { db in
                for stored in rows {
                    let (list, texts) = (stored.list, try stored.texts.get())
                    try db.cachedStatement(
                        sql: """
                            INSERT OR IGNORE INTO list (edition, learner, run, made, state, body, record)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """
                    ).execute(arguments: [
                        list.edition.description, try LearnerProjection.number(of: list.learner, in: db), stored.run,
                        list.made.seconds, list.state.rawValue, texts.body, texts.record,
                    ])
                    guard db.changesCount > 0 else { continue }
                    let number = db.lastInsertedRowID
                    for entry in list.entries {
                        try db.cachedStatement(sql: "INSERT OR IGNORE INTO listItem (list, item) VALUES (?, ?)")
                            .execute(arguments: [number, entry.item.rawValue])
                    }
                }
            }
        }
    }

    /// The lists of an edition, by learner.
    public func lists(of edition: Edition) throws(StoreError) -> [StoredList] {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "\(Self.columns) WHERE edition = ? ORDER BY learner.id", arguments: [edition.description]
                ).map { try Self.list($0) }
            }
        }
    }

    /// How many lists of an edition are in a state.
    public func count(of edition: Edition, in state: ReadingList.State) throws(StoreError) -> Int {
        try StoreError.wrapping("count the lists of \(edition)") {
            try database.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM list WHERE edition = ? AND state = ?",
                    arguments: [edition.description, state.rawValue]) ?? 0
            }
        }
    }

    /// The learners who have a list of an edition.
    public func learners(of edition: Edition) throws(StoreError) -> Set<LearnerID> {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                // By states, so that it is read from an index and never from the lists themselves.
                let sql = "\(Self.ids) WHERE state IN (\(Self.states)) AND edition = ?"
                return Set(
                    try String.fetchAll(db, sql: sql, arguments: [edition.description]).map { LearnerID(rawValue: $0) })
            }
        }
    }

    /// A list with the school's id of its learner.
    static let columns = """
        SELECT list.number, edition, learner.id AS learner, run, made, state, body, record FROM list
            JOIN learner ON learner.number = list.learner
        """
    /// The learners of lists, by the school's ids.
    private static let ids = "SELECT learner.id FROM list JOIN learner ON learner.number = list.learner"

    /// All states, for SQL.
    static let states = ReadingList.State.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

    /// The learners whose list of an edition is in a state, by id.
    public func learners(of edition: Edition, in state: ReadingList.State) throws(StoreError) -> [LearnerID] {
        try StoreError.wrapping("read the lists of \(edition)") {
            try database.read { db in
                try String.fetchAll(
                    db, sql: "\(Self.ids) WHERE edition = ? AND state = ? ORDER BY learner.id",
                    arguments: [edition.description, state.rawValue]
                ).map { LearnerID(rawValue: $0) }
            }
        }
    }

    /// Takes back the lists that a run has made, before anything of them was rendered.
    public func remove(madeBy run: Int64, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("take back the lists of run \(run)") {
            try database.write { db in
                // What hangs on them goes with them.
                try db.execute(sql: "DELETE FROM list WHERE run = ?", arguments: [run])
            }
        }
    }

    /// The lists of one learner, the newest first.
    public func lists(for learner: LearnerID) throws(StoreError) -> [StoredList] {
        try StoreError.wrapping("read the lists of \(learner)") {
            try database.read { db in
                try Self.editions(of: learner, in: db).compactMap { try Self.list(of: $0, learner, in: db) }
            }
        }
    }

    /// The newest list of a learner, or that of an edition; nil where there is none.
    public func newest(for learner: LearnerID, edition: Edition? = nil) throws(StoreError) -> StoredList? {
        try StoreError.wrapping("read the list of \(learner)") {
            try database.read { db in
                let name = try edition?.description ?? Self.editions(of: learner, in: db).first
                return try name.flatMap { try Self.list(of: $0, learner, in: db) }
            }
        }
    }

    /// The lists of one learner that hold any of some articles, the newest first.
    public func lists(for learner: LearnerID, holding items: Set<ItemID>) throws(StoreError) -> [StoredList] {
        try StoreError.wrapping("read the lists of \(learner)") {
            try database.read { db in
                let sql = """
                    SELECT edition FROM learner CROSS JOIN list ON list.learner = learner.number
                        CROSS JOIN listItem ON listItem.list = list.number AND listItem.item = ?2 WHERE learner.id = ?1
                    """
                var held: Set<String> = []
                for item in items {
                    held.formUnion(
                        try String.fetchAll(
                            db.cachedStatement(sql: sql), arguments: [learner.rawValue, item.rawValue]))
                }
                return try Self.editions(of: learner, in: db).filter { held.contains($0) }
                    .compactMap { try Self.list(of: $0, learner, in: db) }
            }
        }
    }

    /// The editions that a learner has a list of, the newest list first.
    public func editions(of learner: LearnerID) throws(StoreError) -> [Edition] {
        try StoreError.wrapping("read the lists of \(learner)") {
            try database.read { db in
                try Self.editions(of: learner, in: db).map { try Self.edition($0, of: "list") }
            }
        }
    }

    /// The editions that a learner has a list of, the newest list first. From an index: lists are read one at a time.
    private static func editions(of learner: LearnerID, in db: Database) throws -> [String] {
        let sql = """
            SELECT edition FROM learner CROSS JOIN list ON list.learner = learner.number
                WHERE learner.id = ? ORDER BY made DESC, run DESC, edition DESC
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [learner.rawValue])
    }

    private static func list(of edition: String, _ learner: LearnerID, in db: Database) throws -> StoredList? {
        let sql = "\(columns) WHERE list.learner = (SELECT number FROM learner WHERE id = ?2) AND edition = ?1"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [edition, learner.rawValue])
            .map { try Self.list($0) }
    }

    /// The editions with lists that wait for approval, the earliest first.
    public func editionsAwaitingApproval() throws(StoreError) -> [Edition] { try editions(in: .awaitingApproval) }

    /// The editions with lists in a state, the earliest first.
    public func editions(in state: ReadingList.State) throws(StoreError) -> [Edition] {
        try StoreError.wrapping("read the editions") {
            try database.read { db in
                try Self.editions(in: state, db).map { try Self.edition($0, of: "list") }.sorted()
            }
        }
    }

    /// Takes lists from one state to another, all or none; one that is in a third state by now stays there. Gives how many
    /// were taken.
    @discardableResult
    public func setState(
        from before: ReadingList.State, to state: ReadingList.State, edition: Edition, learners: [LearnerID],
        in scope: borrowing WriteScope
    ) throws(StoreError) -> Int {
        try StoreError.wrapping("change the state of lists") {
            try database.write { db in
                var count = 0
                for learner in learners {
                    try db.cachedStatement(
                        sql: """
                            UPDATE list SET state = ?, body = json_set(body, '$.state', ?)
                            WHERE edition = ? AND learner = (SELECT number FROM learner WHERE id = ?) AND state = ?
                            """
                    ).execute(arguments: [
                        state.rawValue, state.rawValue, edition.description, learner.rawValue, before.rawValue,
                    ])
                    count += db.changesCount
                }
                return count
            }
        }
    }

    private static func list(_ row: Row) throws(StoreError) -> StoredList {
        let edition: String? = row["edition"]
        let learner: String? = row["learner"]
        let row = StrictRow(row, of: "list", name: "\(edition ?? "?") \(learner ?? "?")")
        return StoredList(
            list: try row.json(ReadingList.self, "body"), run: try row.number("run"),
            record: try row.json(ListRecord.self, "record"))
    }

    /// An edition by its text. One that is not understood is never passed over: nobody could tell what was given in it.
    static func edition(_ text: String, of table: String) throws(StoreError) -> Edition {
        guard let edition = Edition(text) else {
            throw .notUnderstood(table: table, row: "of '\(text.prefix(60))'", column: "edition")
        }
        return edition
    }
}
