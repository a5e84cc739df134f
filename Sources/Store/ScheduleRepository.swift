import Content
import GRDB
import JSON

/// The ledger of schedules and their editions.
public struct ScheduleRepository: Sendable {
    let database: any DatabaseWriter

    static let migration = "4 schedules"

    /// Schedules, their editions, and what the ledger of runs tells of them. What was given in editions that have been pruned
    /// stays known, so that nothing is given twice.
    static let schema = """
        CREATE TABLE schedule (
            name TEXT PRIMARY KEY,
            definition TEXT NOT NULL,
            since INTEGER NOT NULL,
            pausedSince INTEGER,
            pausedUntil TEXT,
            streak TEXT
        ) WITHOUT ROWID;
        CREATE TABLE scheduledEdition (
            schedule TEXT NOT NULL,
            date TEXT NOT NULL,
            state TEXT NOT NULL,
            stages TEXT NOT NULL,
            makes INTEGER NOT NULL,
            sends INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            reason TEXT NOT NULL,
            failures INTEGER NOT NULL,
            approved INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (schedule, date)
        ) WITHOUT ROWID;
        CREATE INDEX scheduledEditionDate ON scheduledEdition(date);
        CREATE INDEX scheduledEditionWaiting ON scheduledEdition(state) WHERE state = 'open' OR approved = 1;

        ALTER TABLE run ADD COLUMN due INTEGER;
        ALTER TABLE run ADD COLUMN ended INTEGER;
        ALTER TABLE run ADD COLUMN host TEXT;
        ALTER TABLE run ADD COLUMN status INTEGER;
        ALTER TABLE run ADD COLUMN problem TEXT;

        CREATE TABLE givenEarlier (
            learner TEXT NOT NULL,
            item TEXT NOT NULL,
            edition TEXT NOT NULL,
            run INTEGER NOT NULL,
            PRIMARY KEY (learner, item, edition)
        ) WITHOUT ROWID;
        """

    /// All schedules that were ever seen, by name.
    public func schedules() throws(StoreError) -> [ScheduleRecord] {
        try StoreError.wrapping("read the schedules") {
            try database.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM schedule ORDER BY name").map { try Self.schedule($0) }
            }
        }
    }

    /// The last date up to one that a schedule has a record of, which a person's skipping did not make; by schedule.
    public func lastDates(upTo date: CalendarDate) throws(StoreError) -> [String: CalendarDate] {
        try StoreError.wrapping("read the editions") {
            try database.read { db in
                let sql = """
                    SELECT name, (SELECT MAX(date) FROM scheduledEdition
                        WHERE schedule = schedule.name AND date <= ? AND state != 'skipped') AS last FROM schedule
                    """
                var dates: [String: CalendarDate] = [:]
                for row in try Row.fetchAll(db, sql: sql, arguments: [date.iso]) {
                    let row = StrictRow(row, of: "scheduledEdition", name: "of \(row["name"] as String? ?? "?")")
                    guard try row.optionalText("last") != nil else { continue }
                    dates[try row.text("name")] = try row.value("last") { CalendarDate(iso: $0) }
                }
                return dates
            }
        }
    }

    /// The editions from a date on, and all earlier ones that are open or have lists to send.
    public func editions(from date: CalendarDate) throws(StoreError) -> [EditionRecord] {
        try StoreError.wrapping("read the editions") {
            try database.read { db in
                let sql = """
                    SELECT * FROM scheduledEdition WHERE date >= ?1
                    UNION SELECT * FROM scheduledEdition WHERE state = 'open' OR approved = 1 ORDER BY date, schedule
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [date.iso]).map { try Self.edition($0) }
            }
        }
    }

    /// One edition; nil where nothing is known of it.
    public func edition(_ edition: Edition) throws(StoreError) -> EditionRecord? {
        try StoreError.wrapping("read the edition") {
            try database.read { db in
                try Row.fetchOne(
                    db, sql: "SELECT * FROM scheduledEdition WHERE schedule = ? AND date = ?",
                    arguments: [edition.schedule, edition.date.iso]
                ).map { try Self.edition($0) }
            }
        }
    }

    /// Writes what is now known of an edition, but for whether lists were approved: a teacher may say so at the same time.
    public func put(_ record: EditionRecord, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("write down the edition") {
            try database.write { db in
                try db.cachedStatement(
                    sql: """
                        INSERT INTO scheduledEdition VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10)
                        ON CONFLICT (schedule, date) DO UPDATE SET state = ?3, stages = ?4, makes = ?5, sends = ?6,
                            ends = ?7, reason = ?8, failures = ?9, at = ?10
                        """
                ).execute(arguments: [
                    record.edition.schedule, record.edition.date.iso, record.state.rawValue,
                    record.stages.map { $0.rawValue }.joined(separator: " "), record.makes.seconds,
                    record.sends.seconds, record.ends.seconds, record.reason, record.failures, record.at.seconds,
                ])
            }
        }
    }

    /// Writes what is now known of a schedule.
    public func put(_ record: ScheduleRecord, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("write down the schedule") {
            try database.write { db in
                try db.cachedStatement(sql: "INSERT OR REPLACE INTO schedule VALUES (?, ?, ?, ?, ?, ?)").execute(
                    arguments: [
                        record.name, record.definition, record.since.seconds, record.pausedSince?.seconds,
                        record.pausedUntil?.iso, try record.streak.map { try JSONText.of($0) },
                    ])
            }
        }
    }

    /// Removes what is known of an edition, so that it is decided about anew.
    public func forget(_ edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("take back the edition's record") {
            try database.write { db in
                try db.execute(
                    sql: "DELETE FROM scheduledEdition WHERE schedule = ? AND date = ?",
                    arguments: [edition.schedule, edition.date.iso])
            }
        }
    }

    /// Notes that lists of an edition were approved and wait to go out; nothing where it is no scheduled one.
    public func noteApproval(of edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        try setApproved(true, edition, in: scope)
    }

    /// Notes that all lists which are approved by now are about to go out, or never will.
    public func clearApproval(of edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        try setApproved(false, edition, in: scope)
    }

    private func setApproved(_ isApproved: Bool, _ edition: Edition, in scope: borrowing WriteScope) throws(StoreError)
    {
        try StoreError.wrapping("note the approval") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE scheduledEdition SET approved = ? WHERE schedule = ? AND date = ?",
                    arguments: [isApproved, edition.schedule, edition.date.iso])
            }
        }
    }

    private static func schedule(_ row: Row) throws(StoreError) -> ScheduleRecord {
        let name: String? = row["name"]
        let row = StrictRow(row, of: "schedule", name: name ?? "?")
        return ScheduleRecord(
            name: try row.text("name"), definition: try row.text("definition"), since: try row.moment("since"),
            pausedSince: try row.optionalMoment("pausedSince"),
            pausedUntil: try row.optionalText("pausedUntil") == nil
                ? nil : try row.value("pausedUntil") { CalendarDate(iso: $0) },
            streak: try row.optionalText("streak") == nil
                ? nil : try row.json(ScheduleRecord.Streak.self, "streak"))
    }

    private static func edition(_ row: Row) throws(StoreError) -> EditionRecord {
        let (schedule, date): (String?, String?) = (row["schedule"], row["date"])
        let row = StrictRow(row, of: "scheduledEdition", name: "\(schedule ?? "?")@\(date ?? "?")")
        var stages: [Stage] = []
        for word in try row.text("stages").split(separator: " ") {
            guard let stage = Stage(rawValue: String(word)) else { throw row.error("stages") }
            stages.append(stage)
        }
        return EditionRecord(
            edition: Edition(
                schedule: try row.text("schedule"), date: try row.value("date") { CalendarDate(iso: $0) }),
            state: try row.value("state") { EditionRecord.State(rawValue: $0) }, stages: stages,
            makes: try row.moment("makes"), sends: try row.moment("sends"), ends: try row.moment("ends"),
            reason: try row.text("reason"), failures: Int(try row.number("failures")),
            hasApproved: try row.flag("approved"), at: try row.moment("at"))
    }
}
