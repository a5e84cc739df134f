import Content
import GRDB

/// What somebody should know of a learner today, and what of the learners' words is hidden until they do.
public struct SafeguardingRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "5 safeguarding"

    /// A note may hide the fact that it was noticed in: whoever reads facts reads `spokenFact`, which leaves it out.
    static let schema = """
        CREATE TABLE safeguardingNote (
            number INTEGER PRIMARY KEY,
            learner TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('distress', 'held')),
            text TEXT NOT NULL,
            words TEXT NOT NULL,
            origin TEXT NOT NULL CHECK (origin IN ('roster', 'teacher', 'learner', 'guardian')),
            at INTEGER NOT NULL,
            fact INTEGER REFERENCES learnerFact(number),
            mail TEXT,
            state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'cleared')),
            by TEXT,
            settled INTEGER
        );
        CREATE INDEX safeguardingNoteFact ON safeguardingNote(fact);
        CREATE INDEX safeguardingNoteLearner ON safeguardingNote(learner);
        CREATE INDEX safeguardingNoteOpen ON safeguardingNote(state, mail);

        -- Up to which fact everything was looked at, with which lists of words.
        CREATE TABLE safeguardingLook (
            lists TEXT PRIMARY KEY,
            facts INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE VIEW spokenFact AS SELECT * FROM learnerFact WHERE NOT EXISTS
            (SELECT 1 FROM safeguardingNote note WHERE note.fact = learnerFact.number AND note.state <> 'cleared');
        """

    /// Something that was said and that a note goes with.
    public struct Said: Sendable {
        /// What was said.
        public var fact: Fact
        /// Whether it is hidden: a "never" holds in any case.
        public var isHidden: Bool

        /// A fact, hidden or not.
        public init(_ fact: Fact, isHidden: Bool) {
            self.fact = fact
            self.isHidden = isHidden
        }
    }

    /// Stores notes, each with the fact that it was noticed in, all or none. A fact that has a number is there already.
    public func add(_ notes: [(note: SafeguardingNote, said: Said?)]) throws(StoreError) {
        guard !notes.isEmpty else { return }
        try StoreError.wrapping("store a note for a grown-up") {
            try database.write { db in
                for (note, said) in notes {
                    var fact: Int64?
                    if let said {
                        if said.fact.number == 0 { try LearnerRepository.insert([said.fact], in: db) }
                        let number = said.fact.number == 0 ? db.lastInsertedRowID : said.fact.number
                        fact = said.isHidden ? number : nil
                    }
                    try db.execute(
                        sql: """
                            INSERT INTO safeguardingNote (learner, kind, text, words, origin, at, fact, state)
                            VALUES (?, ?, ?, ?, ?, ?, ?, 'open')
                            """,
                        arguments: [
                            note.learner.rawValue, note.kind.rawValue, note.text, try JSONText.of(note.words),
                            note.origin.rawValue, note.at.seconds, fact,
                        ])
                }
            }
        }
    }

    /// The notes that nobody has read yet, the oldest first.
    public func open() throws(StoreError) -> [SafeguardingNote] { try notes("WHERE state = 'open'") }

    /// All notes, the oldest first.
    public func all() throws(StoreError) -> [SafeguardingNote] { try notes("") }

    /// The notes about a learner, the oldest first.
    public func notes(about learner: LearnerID) throws(StoreError) -> [SafeguardingNote] {
        try notes("WHERE learner = ?", [learner.rawValue])
    }

    /// The open notes that no mail has been made of, the oldest first.
    public func unmailed() throws(StoreError) -> [SafeguardingNote] {
        try notes("WHERE state = 'open' AND mail IS NULL")
    }

    /// Says what became of a note. Gives false where there is none of that number.
    public func settle(
        _ number: Int64, as state: SafeguardingNote.State, by: String, at: Timestamp
    ) throws(StoreError) -> Bool {
        try StoreError.wrapping("settle a note for a grown-up") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE safeguardingNote SET state = ?, by = ?, settled = ? WHERE number = ?",
                    arguments: [state.rawValue, by, at.seconds, number])
                return db.changesCount > 0
            }
        }
    }

    /// Notes down that a mail about a note lies in the outbox.
    public func setMail(_ name: String, of number: Int64) throws(StoreError) {
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
                        AND kind IN ('more', 'less', 'interests', 'strengths', 'needs') ORDER BY number
                    """
                let rows = try Row.fetchCursor(db, sql: sql, arguments: [from, upTo])
                var facts = LearnerFacts()
                while let row = try rows.next() { try facts.take(StrictRow(row, of: "learnerFact")) }
                return (facts.readable.values.joined().sorted { $0.number < $1.number }, upTo)
            }
        }
    }

    /// Notes down up to which fact everything was looked at.
    public func setLooked(lists digest: String, upTo number: Int64) throws(StoreError) {
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
                ).map { try Self.note(StrictRow($0, of: "safeguardingNote")) }
            }
        }
    }

    private static func note(_ row: StrictRow) throws(StoreError) -> SafeguardingNote {
        SafeguardingNote(
            number: try row.number("number"), learner: LearnerID(rawValue: try row.text("learner")),
            kind: try row.value("kind") { SafeguardingNote.Kind(rawValue: $0) }, text: try row.text("text"),
            words: try row.json([String].self, "words"),
            origin: try row.value("origin") { Fact.Origin(rawValue: $0) }, at: try row.moment("at"),
            state: try row.value("state") { SafeguardingNote.State(rawValue: $0) }, by: try row.optionalText("by"),
            mail: try row.optionalText("mail"))
    }
}
