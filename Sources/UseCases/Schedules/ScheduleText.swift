import Configuration
import Content
import Foundation
import Pipeline
import Scheduling
import Store

/// Editions and decisions in words, and as values for programs.
public enum ScheduleText {
    /// A decision, for `--json`.
    public struct DecisionLine: Encodable, Sendable {
        let edition: Edition
        let action: String
        let stages: [Stage]
        let because: String
        let makes: Timestamp
        let sends: Timestamp
        let ends: Timestamp

        /// The line of a decision.
        public init(_ decision: Decision) {
            edition = decision.edition
            (action, stages) =
                switch decision.action {
                case .work(let stages): ("work", stages)
                case .wait: ("wait", [])
                case .miss: ("miss", [])
                case .pause: ("pause", [])
                }
            because = decision.because
            makes = decision.occurrence.makes
            sends = decision.occurrence.sends
            ends = decision.occurrence.ends
        }
    }

    /// What became of an edition, for `--json`.
    public struct ResultLine: Encodable, Sendable {
        let edition: Edition
        let state: String
        let stages: [Stage]
        let because: String
        let problem: String?
        let leftOut: String?

        /// The line of a result.
        package init(_ result: Tick.Result) {
            edition = result.record.edition
            state = result.record.state.rawValue
            stages = result.record.stages
            because = result.record.reason
            problem = result.problem
            leftOut = result.leftOut
        }
    }

    /// What would be done about an edition, one line.
    public static func line(_ decision: Decision, clock: LocalClock?) -> String {
        func at(_ moment: Timestamp) -> String { clock?.text(at: moment) ?? "\(moment)" }
        switch decision.action {
        case .work(let stages):
            return
                "\(decision.edition): would \(stages.map { $0.rawValue }.joined(separator: ", ")): \(decision.because)."
        case .wait(let until): return "\(decision.edition): nothing before \(at(until)): \(decision.because)."
        case .miss: return "\(decision.edition): would be recorded as missed: \(decision.because)."
        case .pause: return "\(decision.edition): would not be made: \(decision.because)."
        }
    }

    /// What became of an edition, one line.
    public static func line(_ result: Tick.Result) -> String {
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

    /// One edition of the ledger, one line.
    public static func line(_ record: EditionRecord) -> String {
        let stages = record.stages.map { $0.rawValue }.joined(separator: " ")
        let reason = record.reason.isEmpty ? "" : ": \(record.reason)"
        let done = record.state == .open ? " (\(stages.isEmpty ? "begun" : stages + " done"))" : ""
        return "\(record.edition)  \(record.state.rawValue)\(done)\(reason)"
    }

    /// An edition to come, one line: its date and weekday, and when its lists are made and sent.
    public static func line(_ occurrence: Occurrence, clock: LocalClock) -> String {
        let day = DayPattern.weekdays[occurrence.edition.date.weekday - 1].capitalized.prefix(3)
        let sends = clock.text(at: occurrence.sends)
        let made = occurrence.makes == occurrence.sends ? "" : ", made for review \(clock.text(at: occurrence.makes))"
        return "\(occurrence.edition)  \(day) \(sends) \(clock.identifier) (\(occurrence.sends))\(made)"
    }
}
