import Content
import JSON
import Pipeline
import Scheduling
import UseCases

extension RunDue.Outcome: Told, ToldAsJSON {
    /// A line an edition.
    public var lines: [String] {
        guard case .done(let results, _, _) = due else { return [] }
        return results.map { Self.line($0) }
    }

    /// What is wrong with the metrics, what the runs found, and what was removed.
    public var findings: [Finding] {
        guard case .done(_, let findings, let retention) = due else { return unwritten }
        return unwritten + findings + (retention.map { $0.findings + $0.removal } ?? [])
    }

    /// That nothing was done, and why.
    public var talk: [String] {
        if isQuiet { return [] }
        if case .busy(let holder) = due { return ["Another run is at work (\(holder)); nothing was done."] }
        return nothing.map { [$0.sentence] } ?? []
    }

    private struct Line: Encodable {
        let edition: Edition
        let state: String
        let stages: [Stage]
        let because: String
        let problem: String?
        let leftOut: String?
    }

    /// A line an edition.
    public func jsonLines() throws -> [String] {
        guard case .done(let results, _, _) = due else { return [] }
        return try results.map {
            ShownAddress.text(
                try JSONText.of(
                    Line(
                        edition: $0.record.edition, state: $0.record.state.rawValue, stages: $0.record.stages,
                        because: $0.record.reason, problem: $0.problem, leftOut: $0.leftOut)))
        }
    }

    private static func line(_ result: Tick.Result) -> String {
        let edition = result.record.edition
        if let problem = result.problem {
            return "\(edition): failed: \(problem). The next tick tries again until its window ends."
        }
        switch result.record.state {
        case .done: return "\(edition): done: \(result.record.reason)."
        case .open: return "\(edition): its lists are made and wait\(result.leftOut.map { "; \($0)" } ?? "")."
        case .missed: return "\(edition): missed: \(result.record.reason)."
        case .paused, .skipped: return "\(edition): not made: \(result.record.reason)."
        }
    }
}

extension PreviewDue.Outcome: Told, ToldAsJSON {
    /// What would be done about each edition.
    public var lines: [String] { decisions.map { Self.line($0.decision, clock: $0.clock) } }

    /// That there is no schedule.
    public var talk: [String] { nothing.map { [$0.sentence] } ?? [] }

    private struct Line: Encodable {
        let edition: Edition
        let action: String
        let stages: [Stage]
        let because: String
        let makes: Timestamp
        let sends: Timestamp
        let ends: Timestamp
    }

    /// A line an edition.
    public func jsonLines() throws -> [String] {
        try decisions.map { decision, _ in
            let (action, stages): (String, [Stage]) =
                switch decision.action {
                case .work(let stages): ("work", stages)
                case .wait: ("wait", [])
                case .miss: ("miss", [])
                case .pause: ("pause", [])
                }
            return ShownAddress.text(
                try JSONText.of(
                    Line(
                        edition: decision.edition, action: action, stages: stages, because: decision.because,
                        makes: decision.occurrence.makes, sends: decision.occurrence.sends,
                        ends: decision.occurrence.ends)))
        }
    }

    private static func line(_ decision: Decision, clock: LocalClock?) -> String {
        switch decision.action {
        case .work(let stages):
            "\(decision.edition): would \(Listing.of(stages.map { $0.rawValue })): \(decision.because)."
        case .wait(let until):
            "\(decision.edition): nothing before \(ShownMoment(until, clock).text): \(decision.because)."
        case .miss: "\(decision.edition): would be recorded as missed: \(decision.because)."
        case .pause: "\(decision.edition): would not be made: \(decision.because)."
        }
    }
}

extension NothingDue {
    /// That nothing is due, as a sentence.
    var sentence: String {
        switch self {
        case .noneUsable: "No schedule can be used as it is: see 'gleaner schedule check'."
        case .noSchedule(let configuration):
            "There is no schedule: add one under 'schedules' in \(configuration)."
        case .noneToCome: "Nothing is due, and no schedule has an edition to come."
        case .next(let edition, let makes): "Nothing is due. Next: \(edition), made \(makes.text)."
        }
    }
}
