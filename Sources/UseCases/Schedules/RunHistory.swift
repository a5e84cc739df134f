import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// What became of editions and the runs that worked for them.
public struct RunHistory: Sendable {
    /// One edition.
    public struct Entry: Encodable, Sendable {
        /// One run of a stage or more.
        public struct Run: Encodable, Sendable {
            let number: Int64
            let stages: [String]
            let started: Timestamp
            let ended: Timestamp?
            let host: String?
            let version: String
            let outcome: RunRecord.Outcome
            let status: Int?
            let problem: String?
            let summary: RunSummary?
        }

        let edition: Edition
        let state: String
        let reason: String
        let due: Timestamp
        let sends: Timestamp
        let ends: Timestamp
        let failures: Int
        let runs: [Run]
        private let headline: String

        enum CodingKeys: String, CodingKey {
            case edition, state, reason, due, sends, ends, failures, runs
        }

        init(_ record: EditionRecord, runs: [RunRecord]) {
            edition = record.edition
            state = record.state.rawValue
            // What an older version wrote down may hold the secrets of an address.
            reason = ShownAddress.text(record.reason)
            due = record.makes
            sends = record.sends
            ends = record.ends
            failures = record.failures
            headline = ScheduleText.line(record)
            self.runs = runs.map {
                Run(
                    number: $0.number, stages: $0.stages, started: $0.now, ended: $0.ended, host: $0.host,
                    version: $0.version, outcome: $0.outcome, status: $0.status,
                    problem: $0.problem.map { ShownAddress.text($0) },
                    summary: $0.summary.flatMap { try? StableJSON.value(RunSummary.self, of: $0) })
            }
        }

        /// The edition and its runs, a line each.
        public var lines: [String] {
            [headline, "  due \(due)\(sends == due ? "" : ", sent \(sends)")"]
                + runs.map { run in
                    let ended = run.ended.map { "ended \($0)" } ?? "broken off"
                    let counts = run.summary.map { RunHistory.counts($0) } ?? ""
                    return
                        "  run \(run.number) \(run.stages.joined(separator: " ")): started \(run.started), \(ended), \(run.outcome.rawValue), exit \(run.status.map { "\($0)" } ?? "-"), \(run.host ?? "-"), version \(run.version)\(counts)\(run.problem.map { ": \($0)" } ?? "")"
                }
        }
    }

    /// The editions, the newest first.
    public let entries: [Entry]

    /// Reads the history. Nothing is changed.
    public init(_ calendar: SchoolCalendar, schedule: String?, count: Int) throws {
        guard let store = try calendar.folder.readStore() else {
            entries = []
            return
        }
        let records = try store.schedules.editions(from: CalendarDate(year: 1970, month: 1, day: 1))
            .filter { schedule == nil || $0.edition.schedule == schedule }
            .sorted { $0.edition > $1.edition }.prefix(count)
        entries = try records.map { Entry($0, runs: try store.runs.runs(of: $0.edition)) }
    }

    private static func counts(_ summary: RunSummary) -> String {
        var parts: [String] = []
        if let ingest = summary.ingest {
            parts.append("\(ingest.read + ingest.unchanged) of \(ingest.feeds) feeds, \(ingest.new) new articles")
        }
        if let rank = summary.rank { parts.append("\(rank.made) lists") }
        if let deliver = summary.deliver { parts.append("\(deliver.mails) mails, \(deliver.written) files") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }
}
