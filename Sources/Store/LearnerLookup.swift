import Content
import GRDB

/// Looks learners and classes up by what people name them by. None of it reads what is known of the others.
extension LearnerRepository {
    /// The learners whose name, or else id, is this one, however it is cased; by id.
    public func ids(named name: String) throws(StoreError) -> [LearnerID] {
        try ids("SELECT id FROM learner WHERE nameKey = ? AND lastFact > 0 ORDER BY id", [name.lowercased()])
    }

    /// Whether anything is known of a learner.
    public func knows(_ id: LearnerID) throws(StoreError) -> Bool {
        try !ids("SELECT id FROM learner WHERE id = ? AND lastFact > 0", [id.rawValue]).isEmpty
    }

    /// The learners who are in a class, by id; whether they are on the roster stands elsewhere.
    public func ids(inClass name: String) throws(StoreError) -> [LearnerID] {
        try ids(
            """
            SELECT learner.id FROM class CROSS JOIN learnerClass ON learnerClass.class = class.number
                AND learnerClass.until IS NULL CROSS JOIN learner ON learner.number = learnerClass.learner
                WHERE class.name = ? ORDER BY learner.id
            """, [name])
    }

    /// The ids and names of all that anything is known of, by id: to tell somebody whom they may have meant.
    public func allNames() throws(StoreError) -> [(id: LearnerID, name: String)] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                try Row.fetchAll(db, sql: "SELECT id, name FROM learner WHERE lastFact > 0 ORDER BY id")
                    .map { (LearnerID(rawValue: $0[0]), $0[1]) }
            }
        }
    }

    /// Whether there is a class of a name: one of the school's list, or one that somebody is in.
    public func hasClass(_ name: String) throws(StoreError) -> Bool {
        try classNames("\(Self.isThere) AND name = ?", [name]) == [name]
    }

    /// The names of all classes: those of the school's list, and those that somebody is in.
    public func classNames() throws(StoreError) -> [String] { try classNames(Self.isThere, []) }

    private static let isThere = """
        (EXISTS (SELECT 1 FROM classVersion WHERE classVersion.name = class.name)
            OR EXISTS (SELECT 1 FROM learnerClass WHERE learnerClass.class = class.number AND until IS NULL))
        """

    private func classNames(_ condition: String, _ arguments: StatementArguments) throws(StoreError) -> [String] {
        try StoreError.wrapping("read the classes") {
            try database.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM class WHERE \(condition) ORDER BY name", arguments: arguments)
            }
        }
    }

    private func ids(_ sql: String, _ arguments: StatementArguments) throws(StoreError) -> [LearnerID] {
        try StoreError.wrapping("read the learners") {
            try database.read { db in
                try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
                    .map { LearnerID(rawValue: $0) }
            }
        }
    }
}
