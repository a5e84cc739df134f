import Content
import GRDB
import JSON

/// The outbox.
public struct OutboxRepository: Sendable {
    let database: any DatabaseWriter

    /// The names of an edition's entries.
    public func names(of edition: Edition) throws(StoreError) -> Set<String> {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                Set(
                    try String.fetchAll(
                        db, sql: "SELECT name FROM outbox WHERE edition = ?", arguments: [edition.description]))
            }
        }
    }

    /// The learners whose list of an edition is out, or may be: by mail, on a page or in a file.
    public func learnersServed(in edition: Edition) throws(StoreError) -> Set<LearnerID> {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let sql = """
                    SELECT DISTINCT learner.id FROM outbox
                        CROSS JOIN outboxLearner ON outboxLearner.name = outbox.name
                        CROSS JOIN learner ON learner.number = outboxLearner.learner
                        WHERE outbox.edition = ? AND outbox.state IN ('written', 'sent', 'ambiguous')
                    """
                return Set(
                    try String.fetchAll(db, sql: sql, arguments: [edition.description]).map { LearnerID(rawValue: $0) })
            }
        }
    }

    /// Whether a learner's list of an edition is out, or may be.
    public func isOut(_ edition: Edition, to learner: LearnerID) throws(StoreError) -> Bool {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let sql = """
                    SELECT EXISTS (SELECT 1 FROM learner CROSS JOIN outboxLearner
                        ON outboxLearner.learner = learner.number AND outboxLearner.name > ?2 || '/'
                            AND outboxLearner.name < ?2 || '0'
                        CROSS JOIN outbox INDEXED BY outboxState ON outbox.name = outboxLearner.name
                        WHERE learner.id = ?1 AND outbox.state IN ('written', 'sent', 'ambiguous'))
                    """
                return try Bool.fetchOne(
                    db.cachedStatement(sql: sql), arguments: [learner.rawValue, edition.description]) ?? false
            }
        }
    }

    /// The digest of each of an edition's entries, by name.
    public func digests(of edition: Edition) throws(StoreError) -> [String: String] {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let rows = try Row.fetchAll(
                    db, sql: "SELECT name, digest FROM outbox WHERE edition = ?", arguments: [edition.description])
                return Dictionary(rows.map { ($0["name"], $0["digest"]) }, uniquingKeysWith: { $1 })
            }
        }
    }

    /// Stores rendered entries, all or none. One that is there already stays as it is, unless `replacing`: a page is
    /// written anew when a list joins it, a mail never.
    public func add(_ entries: [OutboxEntry], replacing: Bool = false, in scope: borrowing WriteScope)
        throws(StoreError)
    {
        try StoreError.wrapping("store rendered messages") {
            try database.write { db in
                for entry in entries {
                    if replacing {
                        try db.cachedStatement(
                            sql: "DELETE FROM outbox WHERE name = ? AND digest != ? AND kind != ?"
                        ).execute(arguments: [entry.name, entry.digest, OutboxEntry.Kind.mail.rawValue])
                    }
                    try db.cachedStatement(
                        sql: """
                            INSERT OR IGNORE INTO outbox (name, edition, kind, recipients, size, digest, state, at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """
                    ).execute(
                        arguments: [
                            entry.name, entry.edition.description, entry.kind.rawValue,
                            try JSONText.of(entry.recipients), entry.bytes.count, entry.digest,
                            entry.state.rawValue, entry.at.seconds,
                        ])
                    guard db.changesCount > 0 else { continue }
                    if entry.state.mayNeedBytes {
                        try db.cachedStatement(sql: "INSERT INTO outboxBytes (name, bytes) VALUES (?, ?)")
                            .execute(arguments: [entry.name, entry.bytes.databaseData])
                    }
                    try Self.keepToken(of: entry, in: db)
                    for learner in entry.learners {
                        try db.cachedStatement(
                            sql: "INSERT OR IGNORE INTO outboxLearner (name, learner) VALUES (?, ?)"
                        ).execute(arguments: [entry.name, try LearnerProjection.number(of: learner, in: db)])
                    }
                }
            }
        }
    }

    /// Keeps for whom the one-click address in a mail is, so that whoever uses it is found without a look at everybody.
    private static func keepToken(of entry: OutboxEntry, in db: Database) throws {
        guard let token = entry.stopToken, let learner = entry.learners.first, let address = entry.recipients.first
        else { return }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO stopToken (token, learner, address) VALUES (?, ?, ?)")
            .execute(arguments: [token, try LearnerProjection.number(of: learner, in: db), address])
    }

    /// For whom a one-click address was made; nil: no mail of this store had it, or an older version made it.
    public func holder(ofToken token: String) throws(StoreError) -> (learner: LearnerID, address: String)? {
        try StoreError.wrapping("read whom a mail was for") {
            try database.read { db in
                let sql = """
                    SELECT learner.id, address FROM stopToken JOIN learner ON learner.number = stopToken.learner
                        WHERE token = ?
                    """
                return try Row.fetchOne(db, sql: sql, arguments: [token])
                    .map { (LearnerID(rawValue: $0[0]), $0[1]) }
            }
        }
    }

    /// The entries of an edition in a state, by name.
    public func entries(of edition: Edition, in state: OutboxEntry.State? = nil) throws(StoreError) -> [OutboxEntry] {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let sql = """
                    SELECT * FROM outbox WHERE edition = ? AND (? IS NULL OR state = ?) ORDER BY name
                    """
                let rows = try Row.fetchAll(
                    db, sql: sql, arguments: [edition.description, state?.rawValue, state?.rawValue])
                return try rows.map { try Self.entry($0, in: db) }
            }
        }
    }

    /// The entries of some names; one that is not there is left out.
    public func entries(named names: [String]) throws(StoreError) -> [OutboxEntry] {
        try StoreError.wrapping("read the outbox") {
            try database.read { db in
                let statement = try db.cachedStatement(sql: "SELECT * FROM outbox WHERE name = ?")
                return try names.compactMap { name in
                    try Row.fetchOne(statement, arguments: [name]).map { try Self.entry($0, in: db) }
                }
            }
        }
    }

    /// Sets the state of entries, all or none. The bytes of those that are handed over, or never will be, are let go: they lie where
    /// they were put, and what they were made from is kept (the list, its articles' versions, what the run saw and was told).
    public func setState(_ state: OutboxEntry.State, of names: [String], in scope: borrowing WriteScope)
        throws(StoreError)
    {
        try StoreError.wrapping("change the state of messages") {
            try database.write { db in
                for name in names {
                    try db.cachedStatement(sql: "UPDATE outbox SET state = ? WHERE name = ?")
                        .execute(arguments: [state.rawValue, name])
                    guard !state.mayNeedBytes else { continue }
                    try db.cachedStatement(sql: "DELETE FROM outboxBytes WHERE name = ?").execute(arguments: [name])
                }
            }
        }
    }

    /// Sees to it that no list of an edition that is rendered and not yet written goes out.
    public func withdraw(_ edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("withdraw the messages of \(edition)") {
            try database.write { db in
                try db.execute(
                    sql: """
                        UPDATE outbox SET state = 'failed' WHERE state = 'rendered' AND edition = ?
                            AND EXISTS (SELECT 1 FROM outboxLearner WHERE outboxLearner.name = outbox.name)
                        """, arguments: [edition.description])
                try db.execute(
                    sql: """
                        DELETE FROM outboxBytes WHERE name IN
                            (SELECT name FROM outbox WHERE edition = ? AND state = 'failed')
                        """, arguments: [edition.description])
            }
        }
    }

    /// Addresses as a JSON list. Nearly every mail has one plain address, which needs no encoder.
    /// How many files of an edition are in each state, by what they are; a state that none is in is left out.
    public func counts(of edition: Edition) throws(StoreError) -> [OutboxEntry.State: [OutboxEntry.Kind: Int]] {
        try StoreError.wrapping("count the outbox's files of \(edition)") {
            try database.read { db in
                let sql = "SELECT state, kind, COUNT(*) AS files FROM outbox WHERE edition = ? GROUP BY state, kind"
                var counts: [OutboxEntry.State: [OutboxEntry.Kind: Int]] = [:]
                for row in try Row.fetchAll(db, sql: sql, arguments: [edition.description]) {
                    guard let state = OutboxEntry.State(rawValue: row["state"]),
                        let kind = OutboxEntry.Kind(rawValue: row["kind"])
                    else { continue }
                    counts[state, default: [:]][kind] = row["files"]
                }
                return counts
            }
        }
    }

    private static func bytes(of name: String, in db: Database) throws -> [UInt8] {
        // Read while the cursor stands on the row, which is not copied: it may be large.
        let statement = try db.cachedStatement(sql: "SELECT bytes FROM outboxBytes WHERE name = ?")
        let rows = try Row.fetchCursor(statement, arguments: [name])
        return try rows.next()?.bytes("bytes") ?? []
    }

    static func entry(_ row: Row, in db: Database) throws -> OutboxEntry {
        let name: String = row["name"]
        let strict = StrictRow(row, of: "outbox", name: name)
        let learners = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT learner.id FROM outboxLearner CROSS JOIN learner ON learner.number = outboxLearner.learner
                        WHERE outboxLearner.name = ? ORDER BY learner.id
                    """),
            arguments: [name])
        return OutboxEntry(
            name: name, edition: try strict.value("edition") { Edition($0) },
            kind: try strict.value("kind") { OutboxEntry.Kind(rawValue: $0) },
            recipients: try strict.json([String].self, "recipients"),
            learners: learners.map { LearnerID(rawValue: $0) }, bytes: try Self.bytes(of: name, in: db),
            digest: try strict.text("digest"), state: try strict.value("state") { OutboxEntry.State(rawValue: $0) },
            at: try strict.moment("at"))
    }
}
