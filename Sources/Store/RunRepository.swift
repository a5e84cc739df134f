import Content
import GRDB
import JSON

/// The ledger of runs.
public struct RunRepository: Sendable {
    let database: any DatabaseWriter

    /// Writes a run that begins; gives its number. `configuration`: what the record's digest of it is of, kept once a digest.
    public func begin(
        _ run: RunRecord, configuration: String? = nil, in scope: borrowing WriteScope
    ) throws(StoreError) -> Int64 {
        try StoreError.wrapping("begin the run's record") {
            try database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO run (edition, stages, now, due, host, version, configuration, scorers, marks, outcome,
                            pseudonyms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        run.edition.description, run.stages.joined(separator: " "), run.now.seconds,
                        run.due?.seconds, run.host, run.version,
                        run.configuration, try JSONText.of(run.scorers), try JSONText.of(run.marks),
                        RunRecord.Outcome.started.rawValue, run.pseudonyms,
                    ])
                let number = db.lastInsertedRowID
                if let configuration {
                    try db.execute(
                        sql: "INSERT OR IGNORE INTO configurationText (digest, text) VALUES (?, ?)",
                        arguments: [run.configuration, configuration])
                }
                return number
            }
        }
    }

    /// Writes what the rank stage is about to see and use.
    public func setInputs(of run: Int64, marks: StoreMarks, scorers: [ScorerRecord], in scope: borrowing WriteScope)
        throws(StoreError)
    {
        try StoreError.wrapping("record the run's inputs") {
            try database.write { db in
                try db.execute(
                    sql: "UPDATE run SET marks = ?, scorers = ? WHERE number = ?",
                    arguments: [try JSONText.of(marks), try JSONText.of(scorers), run])
            }
        }
    }

    /// Writes how a run ended, and why where it could not go on.
    public func end(
        _ run: Int64, outcome: RunRecord.Outcome, milliseconds: Int, summary: String, problem: String? = nil,
        in scope: borrowing WriteScope
    ) throws(StoreError) {
        try StoreError.wrapping("end the run's record") {
            try database.write { db in
                try db.execute(
                    sql: """
                        UPDATE run SET outcome = ?, milliseconds = ?, ended = now + ? / 1000, status = ?, summary = ?,
                            problem = ? WHERE number = ?
                        """,
                    arguments: [
                        outcome.rawValue, milliseconds, milliseconds, outcome.status, summary, problem, run,
                    ])
            }
        }
    }

    /// Keeps what was found in a run, in its order, in place of what was kept before.
    public func keep(_ findings: [Finding], of run: Int64, in scope: borrowing WriteScope) throws(StoreError) {
        try StoreError.wrapping("keep what was found in the run") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM finding WHERE run = ?", arguments: [run])
                let statement = try db.cachedStatement(sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                for (number, finding) in findings.enumerated() {
                    var (line, column): (Int?, Int?) = (nil, nil)
                    if case .file(_, let known, let second) = finding.site { (line, column) = (known, second) }
                    try statement.execute(arguments: [
                        run, number, finding.severity.rawValue, finding.site.kind,
                        ShownAddress.text(finding.site.subject), line, column, finding.problem, finding.remedy,
                    ])
                }
            }
        }
    }

    /// What was found in a run, in its order.
    public func findings(of run: Int64) throws(StoreError) -> [Finding] {
        try findings("WHERE run = ? ORDER BY number", [run])
    }

    /// What runs have found about one thing, the latest run first.
    public func findings(about site: FindingSite, atMost limit: Int = 100) throws(StoreError) -> [Finding] {
        try findings(
            "WHERE kind = ? AND subject = ? ORDER BY run DESC, number LIMIT ?",
            [site.kind, ShownAddress.text(site.subject), limit])
    }

    private func findings(_ condition: String, _ arguments: StatementArguments) throws(StoreError) -> [Finding] {
        try StoreError.wrapping("read what was found in runs") {
            try database.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM finding \(condition)", arguments: arguments).map { row in
                    let name = "\(row["run"] as Int64? ?? 0)/\(row["number"] as Int64? ?? 0)"
                    let strict = StrictRow(row, of: "finding", name: name)
                    return Finding(
                        try strict.value("severity") { Finding.Severity(rawValue: $0) }, at: try Self.site(strict),
                        try strict.text("problem"), remedy: try strict.text("remedy"))
                }
            }
        }
    }

    private static func site(_ row: StrictRow) throws(StoreError) -> FindingSite {
        let subject = try row.text("subject")
        switch try row.text("kind") {
        case "feed": return .feed(subject)
        case "item": return .item(ItemCode(rawValue: subject))
        case "learner": return .learner(LearnerID(rawValue: subject))
        case "class": return .schoolClass(subject)
        case "scorer": return .scorer(subject)
        case "edition": return .edition(try row.value("subject") { Edition($0) })
        case "file":
            return .file(
                subject, line: try row.optionalNumber("line").map { Int($0) },
                column: try row.optionalNumber("column").map { Int($0) })
        case "part": return .part(subject)
        default: throw row.error("kind")
        }
    }

    /// What the digest of a configuration is of; nil where an older version did not keep it.
    public func configurationText(of digest: String) throws(StoreError) -> String? {
        try StoreError.wrapping("read a configuration") {
            try database.read {
                try String.fetchOne(
                    $0, sql: "SELECT text FROM configurationText WHERE digest = ?", arguments: [digest])
            }
        }
    }

    /// A run by its number; nil where there is none.
    public func run(_ number: Int64) throws(StoreError) -> RunRecord? {
        try StoreError.wrapping("read run \(number)") {
            try database.read { db in
                try Row.fetchOne(db, sql: "SELECT * FROM run WHERE number = ?", arguments: [number])
                    .map { try Self.record($0) }
            }
        }
    }

    /// All runs, the newest first.
    public func all() throws(StoreError) -> [RunRecord] {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in
                try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY number DESC").map { try Self.record($0) }
            }
        }
    }

    /// The last runs that included a stage and ended, the newest first: at most one for each schedule.
    public func lastOfSchedules(with stage: String) throws(StoreError) -> [RunRecord] {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in
                let sql = """
                    SELECT * FROM run WHERE number IN (
                        SELECT MAX(number) FROM run WHERE summary IS NOT NULL AND instr(' ' || stages || ' ', ?) > 0
                        GROUP BY substr(edition, 1, length(edition) - 11)) ORDER BY number DESC
                    """
                return try Row.fetchAll(db, sql: sql, arguments: [" \(stage) "]).map { try Self.record($0) }
            }
        }
    }

    /// The last run of all, whatever became of it; nil where there was none.
    public func last() throws(StoreError) -> RunRecord? {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in
                try Row.fetchOne(db, sql: "SELECT * FROM run ORDER BY number DESC LIMIT 1").map { try Self.record($0) }
            }
        }
    }

    /// The runs of an edition, the earliest first.
    public func runs(of edition: Edition) throws(StoreError) -> [RunRecord] {
        try StoreError.wrapping("read the ledger") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM run WHERE edition = ? ORDER BY number", arguments: [edition.description]
                ).map { try Self.record($0) }
            }
        }
    }

    private static func record(_ row: Row) throws(StoreError) -> RunRecord {
        let row = StrictRow(row, of: "run")
        return RunRecord(
            number: try row.number("number"), edition: try row.value("edition") { Edition($0) },
            stages: try row.text("stages").split(separator: " ").map { String($0) }, now: try row.moment("now"),
            due: try row.optionalMoment("due"), host: try row.optionalText("host"),
            milliseconds: try row.optionalNumber("milliseconds").map { Int($0) },
            ended: try row.optionalMoment("ended"), status: try row.optionalNumber("status").map { Int($0) },
            problem: try row.optionalText("problem"), version: try row.text("version"),
            configuration: try row.text("configuration"), pseudonyms: try row.text("pseudonyms"),
            scorers: try row.json([ScorerRecord].self, "scorers"),
            marks: try row.json(StoreMarks.self, "marks"), summary: try row.optionalText("summary"),
            outcome: try row.value("outcome") { RunRecord.Outcome(rawValue: $0) })
    }
}
