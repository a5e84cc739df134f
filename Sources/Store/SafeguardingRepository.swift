import Content
import GRDB
import JSON

/// What somebody should know of a learner today, and what of the learners' words is hidden until they do.
public struct SafeguardingRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "5 safeguarding"

    /// Whoever reads facts reads `spokenFact`, which leaves out those that are hidden. A hidden fact stays so: what is cleared is
    /// said anew, so that what an earlier run saw does not change.
    static let schema = """
        CREATE TABLE safeguardingNote (
            number INTEGER PRIMARY KEY,
            learner TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('distress', 'held')),
            text TEXT NOT NULL,
            words TEXT NOT NULL,
            -- The kind of fact that it counts as once it is cleared; null: none.
            wish TEXT,
            origin TEXT NOT NULL CHECK (origin IN ('roster', 'teacher', 'learner', 'guardian')),
            at INTEGER NOT NULL,
            mail TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'cleared')),
            by TEXT,
            settled INTEGER
        );
        CREATE INDEX safeguardingNoteLearner ON safeguardingNote(learner);
        CREATE INDEX safeguardingNoteOpen ON safeguardingNote(state, mail);
        CREATE TABLE hiddenFact (
            fact INTEGER PRIMARY KEY REFERENCES learnerFact(number)
        );

        -- Up to which fact everything was looked at, with which lists of words.
        CREATE TABLE safeguardingLook (
            lists TEXT PRIMARY KEY,
            facts INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE VIEW spokenFact AS SELECT * FROM learnerFact WHERE NOT EXISTS
            (SELECT 1 FROM hiddenFact WHERE hiddenFact.fact = learnerFact.number);
        """

    /// What is done about something that was said: all of it or nothing.
    public struct Holding: Sendable {
        /// The note; nil: there is one already.
        public var note: SafeguardingNote?
        /// Facts that are there and are hidden from now on.
        public var hides: [Int64]
        /// Facts that hold in any case, as a "never" does, or the rest of a list.
        public var says: [Fact]

        /// A holding by its parts.
        package init(note: SafeguardingNote?, hides: [Int64] = [], says: [Fact] = []) {
            self.note = note
            self.hides = hides
            self.says = says
        }
    }

    /// Stores what is done about things that were said, all or none.
    public func add(_ holdings: [Holding], in scope: borrowing WriteScope) throws(StoreError) {
        guard !holdings.isEmpty else { return }
        try StoreError.wrapping("store a note for a grown-up") {
            try database.write { db in
                for holding in holdings {
                    try LearnerRepository.insert(holding.says, by: scope.actor, in: db)
                    for fact in holding.hides {
                        try db.execute(sql: "INSERT OR IGNORE INTO hiddenFact (fact) VALUES (?)", arguments: [fact])
                        let learner = try Int64.fetchOne(
                            db, sql: "SELECT learner FROM learnerFact WHERE number = ?", arguments: [fact])
                        if let learner { try LearnerProjection.write(learner, in: db) }
                    }
                    guard let note = holding.note else { continue }
                    try db.execute(
                        sql: """
                            INSERT INTO safeguardingNote (learner, kind, text, words, wish, origin, at, state)
                            VALUES (?, ?, ?, ?, ?, ?, ?, 'open')
                            """,
                        arguments: [
                            note.learner.rawValue, note.kind.rawValue, note.text, try JSONText.of(note.words),
                            note.wish?.rawValue, note.origin.rawValue, note.at.seconds,
                        ])
                }
            }
        }
    }

    /// The notes that nobody has read yet, the oldest first.
    public func open() throws(StoreError) -> [SafeguardingNote] { try notes("WHERE state = 'open'") }

    /// All notes, the oldest first.
    public func all() throws(StoreError) -> [SafeguardingNote] { try notes("") }

    /// The note of a number; nil: there is none.
    public func note(_ number: Int64) throws(StoreError) -> SafeguardingNote? {
        try notes("WHERE number = ?", [number]).first
    }

    /// The notes that meant nothing of the kind, the oldest first. One that is not understood is none of them.
    public func cleared() throws(StoreError) -> [SafeguardingNote] {
        try notes("WHERE state = 'cleared'").filter { $0.state == .cleared }
    }

    /// The notes about a learner, the oldest first.
    public func notes(about learner: LearnerID) throws(StoreError) -> [SafeguardingNote] {
        try notes("WHERE learner = ?", [learner.rawValue])
    }

    /// The open notes that no mail has been made of, the oldest first.
    public func unmailed() throws(StoreError) -> [SafeguardingNote] {
        try notes("WHERE state = 'open' AND mail IS NULL")
    }

    /// Says what became of a note, with what counts from now on. A mail about it that nobody can have read yet is not sent any more.
    /// Gives false where there is none of that number.
    public func settle(
        _ number: Int64, as state: SafeguardingNote.State, by: String, at: Timestamp, saying facts: [Fact] = [],
        in scope: borrowing WriteScope
    ) throws(StoreError) -> Bool {
        try StoreError.wrapping("settle a note for a grown-up") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE safeguardingNote SET state = ?, by = ?, settled = ? WHERE number = ?",
                    arguments: [state.rawValue, by, at.seconds, number])
                guard db.changesCount > 0 else { return false }
                try LearnerRepository.insert(facts, by: scope.actor, in: db)
                try db.execute(
                    sql: """
                        UPDATE outbox SET state = 'failed' WHERE state = 'rendered'
                            AND name = (SELECT mail FROM safeguardingNote WHERE number = ?)
                        """, arguments: [number])
                try db.execute(
                    sql: """
                        DELETE FROM outboxBytes WHERE name IN (SELECT name FROM outbox WHERE state = 'failed'
                            AND name = (SELECT mail FROM safeguardingNote WHERE number = ?))
                        """, arguments: [number])
                return true
            }
        }
    }

    /// Notes down that a mail about a note lies in the outbox.
    public func setMail(_ name: String, of number: Int64, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("note a mail about a learner") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE safeguardingNote SET mail = ? WHERE number = ?", arguments: [name, number])
            }
        }
    }

    /// Whether somebody has still to be written to.
    public func hasUntold() throws(StoreError) -> Bool {
        let unmailed = try unmailed()
        let unwritten = try unwrittenMails()
        return !unmailed.isEmpty || !unwritten.isEmpty
    }

    /// The names of mails about notes that are not in the outbox folder yet.
    public func unwrittenMails() throws(StoreError) -> [String] {
        try StoreError.wrapping("read the mails about learners") {
            try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT outbox.name FROM safeguardingNote note CROSS JOIN outbox ON outbox.name = note.mail
                            WHERE note.state = 'open' AND outbox.state = 'rendered' ORDER BY outbox.name
                        """)
            }
        }
    }

    /// What has been said since everything was looked at last with the same lists: topics and the roster's words about
    /// learners, and up to which fact that is.
    public func unlooked(lists digest: String) throws(StoreError) -> (facts: [Fact], upTo: Int64) {
        try StoreError.wrapping("read what learners said") {
            try database.read { db in
                let from =
                    try Int64.fetchOne(
                        db, sql: "SELECT facts FROM safeguardingLook WHERE lists = ?", arguments: [digest]) ?? 0
                let upTo = try Int64.fetchOne(db, sql: "SELECT MAX(number) FROM learnerFact") ?? 0
                let sql = """
                    SELECT * FROM spokenFact WHERE number > ? AND number <= ? AND item IS NULL
                        AND kind IN ('more', 'less', 'enough', 'interests', 'strengths', 'needs') ORDER BY number
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [from, upTo])
                var facts = LearnerFacts()
                while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
                return (facts.readable.values.joined().sorted { $0.number < $1.number }, upTo)
            }
        }
    }

    /// Notes down up to which fact everything was looked at.
    public func setLooked(lists digest: String, upTo number: Int64, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("note what was looked at") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM safeguardingLook")
                try db.execute(
                    sql: "INSERT INTO safeguardingLook (lists, facts) VALUES (?, ?)", arguments: [digest, number])
            }
        }
    }

    private func notes(_ condition: String, _ arguments: StatementArguments = []) throws(StoreError)
        -> [SafeguardingNote]
    {
        try StoreError.wrapping("read the notes for a grown-up") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM safeguardingNote \(condition) ORDER BY number", arguments: arguments
                ).map { row in
                    let strict = StrictRow(row, of: "safeguardingNote")
                    do throws(StoreError) {
                        return try Self.note(strict)
                    } catch {
                        return Self.unread(row, error)
                    }
                }
            }
        }
    }

    /// A note that is not understood asks for as much care as one that is, and stops nobody else's.
    private static func unread(_ row: Row, _ problem: StoreError) -> SafeguardingNote {
        let mail = row["mail"] as DatabaseValue? ?? .null
        return SafeguardingNote(
            number: Int64.fromDatabaseValue(row["number"] as DatabaseValue? ?? .null) ?? 0,
            learner: LearnerID(rawValue: String.fromDatabaseValue(row["learner"] as DatabaseValue? ?? .null) ?? "?"),
            kind: .distress, text: "\(problem)", words: [], origin: .learner, at: Timestamp(seconds: 0), state: .open,
            mail: String.fromDatabaseValue(mail))
    }

    private static func note(_ row: StrictRow) throws(StoreError) -> SafeguardingNote {
        SafeguardingNote(
            number: try row.number("number"), learner: LearnerID(rawValue: try row.text("learner")),
            kind: try row.value("kind") { SafeguardingNote.Kind(rawValue: $0) }, text: try row.text("text"),
            words: try row.json([String].self, "words"),
            wish: try row.optionalText("wish").flatMap { Fact.Kind(rawValue: $0) },
            origin: try row.value("origin") { Fact.Origin(rawValue: $0) }, at: try row.moment("at"),
            state: try row.value("state") { SafeguardingNote.State(rawValue: $0) }, by: try row.optionalText("by"),
            mail: try row.optionalText("mail"))
    }
}
