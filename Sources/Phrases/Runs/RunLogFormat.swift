import Content
import JSON
import Pipeline

/// How what happens in a run is written for the machine's journal.
public enum RunLogFormat: String, CaseIterable, Sendable {
    /// Lines that begin with a priority as syslog has it, `<3>` to `<6>`: journald reads it off (sd-daemon(3)).
    case journal
    /// One JSON object a line.
    case json

    /// An event as one line.
    public func line(_ event: RunEvent) -> String {
        switch self {
        case .journal: TextTable.oneLine(ShownAddress.text("<\(event.level.rawValue)>\(event.place)\(event.words)"))
        case .json: ShownAddress.text((try? JSONText.of(RunEventLine(event))) ?? "")
        }
    }
}

/// How much an operator should care, as syslog numbers it.
enum LogLevel: Int {
    /// A part of the work is not done.
    case error = 3
    /// Something was left out.
    case warning
    /// Worth knowing.
    case notice
    /// As it should be.
    case info

    init(_ severity: Finding.Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .note: self = .notice
        }
    }
}

extension RunEvent {
    /// How much an operator should care.
    var level: LogLevel {
        switch what {
        case .begun, .stageBegun, .stageEnded, .busy: .info
        case .found(let found): LogLevel(found.severity)
        case .foundOfLearners(let severity, _): LogLevel(severity)
        case .ended(let outcome, _, _):
            switch outcome {
            case .failed: .error
            case .degraded: .warning
            case .started, .done: .info
            }
        case .settled(let state, _, let isFailure): isFailure ? .error : state == .missed ? .warning : .info
        case .removed(_, let remaining, let isDoubted): isDoubted || remaining > 0 ? .error : .info
        case .refused: .error
        }
    }

    /// The word for what happens, for programs.
    fileprivate var name: String {
        switch what {
        case .begun: "run-begun"
        case .stageBegun: "stage-begun"
        case .stageEnded: "stage-ended"
        case .found, .foundOfLearners: "found"
        case .ended: "run-ended"
        case .settled: "edition-settled"
        case .removed: "editions-removed"
        case .busy: "busy"
        case .refused: "refused"
        }
    }

    /// Where it happens, at the beginning of a line.
    fileprivate var place: String {
        let parts = [edition.map { "\($0)" }, run.map { "run \($0)" }, stage.map { $0.rawValue }].compactMap { $0 }
        return parts.isEmpty ? "" : parts.joined(separator: " ") + ": "
    }

    /// What happens, as the rest of a line.
    fileprivate var words: String {
        switch what {
        case .begun(let stages): return "begins with \(Listing.of(stages.map { $0.rawValue }))"
        case .stageBegun: return "begins"
        case .stageEnded(let milliseconds, let summary):
            return
                "ended after \(milliseconds) ms; \(Listing.of(Self.counts(summary).map { "\($0.name) \($0.count)" }))"
        case .found(let found):
            let remedy = found.remedy.text.isEmpty ? "" : " \(found.remedy)"
            return "\(found.site.text): \(found.problem)\(remedy)"
        case .foundOfLearners(let severity, let count):
            return "\(Counted.of(count, severity.rawValue)) about learners; the ledger of the school names whom"
        case .ended(let outcome, let milliseconds, let problem):
            return "ended after \(milliseconds) ms: \(outcome.rawValue)\(problem.map { ": \($0)" } ?? "")"
        case .settled(let state, let because, let isFailure):
            return "\(isFailure ? "failed, and goes on at the next tick" : state.rawValue): \(because)"
        case .removed(let editions, let remaining, let isDoubted):
            if isDoubted { return "no old edition was removed: the clock may be wrong; see 'gleaner schedule prune'" }
            let left = remaining > 0 ? ", \(remaining) could not be; see 'gleaner schedule prune'" : ""
            return "\(Counted.of(editions, "old edition")) removed\(left)"
        case .busy(let holder): return "another run is at work (\(holder)); nothing was done"
        case .refused(let problem): return problem.text
        }
    }

    /// The numbers of a stage, by their names.
    fileprivate static func counts(_ summary: RunSummary) -> [(name: String, count: Int)] {
        var counts: [(name: String, count: Int)] = []
        if let ingest = summary.ingest {
            counts += [
                ("feeds", ingest.feeds), ("read", ingest.read), ("unchanged", ingest.unchanged),
                ("failed", ingest.failed), ("new", ingest.new), ("changed", ingest.changed),
                ("pages", ingest.pages ?? 0),
            ]
        }
        if let rank = summary.rank {
            counts += [
                ("learners", rank.learners), ("items", rank.items), ("made", rank.made), ("kept", rank.kept),
                ("without", rank.without), ("awaiting", rank.awaiting), ("withheld", rank.withheld),
            ]
        }
        if let deliver = summary.deliver {
            counts += [
                ("mails", deliver.mails), ("pages", deliver.pages), ("written", deliver.written),
                ("printOnly", deliver.printOnly),
            ]
        }
        return counts
    }
}

/// An event for programs.
private struct RunEventLine: Encodable {
    var event: String
    var level: String
    var time: Timestamp
    var edition: Edition?
    var run: Int64?
    var stage: Stage?
    var stages: [Stage]?
    var placeKind: String?
    var place: String?
    var problem: String?
    var remedy: String?
    var because: String?
    var milliseconds: Int?
    var outcome: String?
    /// The numbers of a stage, of learners that findings are about, or of editions.
    var counts: [String: Int]?

    init(_ event: RunEvent) {
        self.event = event.name
        level = "\(event.level)"
        (time, edition, run, stage) = (event.at, event.edition, event.run, event.stage)
        switch event.what {
        case .begun(let stages): self.stages = stages
        case .stageBegun: break
        case .stageEnded(let milliseconds, let summary):
            self.milliseconds = milliseconds
            counts = Dictionary(RunEvent.counts(summary).map { ($0.name, $0.count) }, uniquingKeysWith: { $1 })
        case .found(let found):
            placeKind = found.site.kind
            place = found.site.text
            problem = found.problem.text
            remedy = found.remedy.text.isEmpty ? nil : found.remedy.text
        case .foundOfLearners(_, let count):
            placeKind = "learner"
            counts = ["findings": count]
        case .ended(let outcome, let milliseconds, let problem):
            self.outcome = outcome.rawValue
            self.milliseconds = milliseconds
            self.problem = problem?.text
        case .settled(let state, let because, let isFailure):
            outcome = isFailure ? "failed" : state.rawValue
            self.because = because.text
        case .removed(let editions, let remaining, let isDoubted):
            outcome = isDoubted ? "clock-doubted" : nil
            counts = ["removed": editions, "remaining": remaining]
        case .busy(let holder): problem = holder.text
        case .refused(let refused): problem = refused.text
        }
    }
}
