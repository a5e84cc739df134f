import Content
import JSON
import Pipeline
import UseCases

extension ShowHistory.Outcome: Told, ToldAsJSON {
    /// Each edition and its runs, a line each.
    public var lines: [String] { editions.flatMap { $0.lines } }

    /// That there is none.
    public var talk: [String] { editions.isEmpty ? ["No edition has come due yet."] : [] }

    /// A line an edition.
    public func jsonLines() throws -> [String] { try editions.map { try JSONText.of(Line($0)) } }

    private struct Line: Encodable {
        struct Run: Encodable {
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

        init(_ settled: ShowHistory.Settled) {
            let record = settled.record
            edition = record.edition
            state = record.state.rawValue
            // What an older version wrote down may hold the secrets of an address.
            reason = ShownAddress.text(record.reason)
            due = record.makes
            sends = record.sends
            ends = record.ends
            failures = record.failures
            runs = settled.runs.map { run in
                let record = run.record
                return Run(
                    number: record.number, stages: record.stages, started: record.now, ended: record.ended,
                    host: record.host, version: record.version, outcome: record.outcome, status: record.status,
                    problem: record.problem.map { ShownAddress.text($0) }, summary: run.summary)
            }
        }
    }
}

extension ShowHistory.Settled {
    fileprivate var lines: [String] {
        let stages = record.stages.map { $0.rawValue }.joined(separator: " ")
        let reason = record.reason.isEmpty ? "" : ": \(record.reason)"
        let done = record.state == .open ? " (\(stages.isEmpty ? "begun" : stages + " done"))" : ""
        let (due, sends) = (record.makes, record.sends)
        return [
            "\(record.edition)  \(record.state.rawValue)\(done)\(reason)",
            "  due \(due)\(sends == due ? "" : ", sent \(sends)")",
        ] + runs.map { $0.line }
    }
}

extension ShowHistory.Run {
    fileprivate var line: String {
        let ended = record.ended.map { "ended \($0)" } ?? "broken off"
        let parts = [
            "started \(record.now)", ended, record.outcome.rawValue, "exit \(record.status.map { "\($0)" } ?? "-")",
            record.host ?? "-", "version \(record.version)",
        ]
        let problem = record.problem.map { ": \(ShownAddress.text($0))" } ?? ""
        return
            "  run \(record.number) \(record.stages.joined(separator: " ")): \(Listing.of(parts))\(counts)\(problem)"
    }

    private var counts: String {
        guard let summary else { return "" }
        var parts: [String] = []
        if let ingest = summary.ingest {
            parts.append("\(ingest.read + ingest.unchanged) of \(ingest.feeds) feeds, \(ingest.new) new articles")
        }
        if let rank = summary.rank { parts.append("\(rank.made) lists") }
        if let deliver = summary.deliver { parts.append("\(deliver.mails) mails, \(deliver.written) files") }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }
}
