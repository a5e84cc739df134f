import Content
import Roster
import UseCases

extension AskCheckIn.Outcome: Told {
    /// A line a learner.
    public var lines: [String] {
        if learners.isEmpty { return ["Nothing is older than half a year; --all asks of everybody."] }
        return learners.map { line in
            let parts = CheckInForm.kinds.map { "\($0.rawValue) \(Self.known(line, $0))" }
            let now = line.readsNow.map { "; by their answers now \(Numbers.fixed($0, decimals: 1))" } ?? ""
            return "\(TextTable.oneLine(line.learner.name)): \(parts.joined(separator: "; "))\(now)"
        }
    }

    private static func known(_ line: CheckInForm.Line, _ kind: Fact.Kind) -> String {
        guard let value = line.values[kind]?.text, let since = line.since[kind] else { return "never said" }
        return "\(value.isEmpty ? "none" : Listing.of(Fact.list(value))) (\(since))"
    }
}

extension WriteCheckInTable.Outcome: Told {
    /// How many, and what to do with the table.
    public var lines: [String] {
        [
            "\(learners) learners. Write what is right now, '\(CheckInRow.nothing)' for nothing, or x into the last column where all still is;"
                + " then 'gleaner checkin --import FILE'."
        ]
    }
}

extension PrintCheckIn.Outcome: Told {
    /// How many.
    public var lines: [String] { ["A page of \(Counted.of(learners, "learner")) to print."] }
}

extension TakeCheckInTable.Outcome: Told {
    /// A line a learner, and how many.
    public var lines: [String] {
        learners.map { said in
            let parts = said.values.map { "\($0.kind.rawValue) \($0.values.isEmpty ? "none" : Listing.of($0.values))" }
            return "\(said.learner): \(parts.joined(separator: "; "))"
        } + ["\(Counted.of(learners.count, "learner")) taken down."]
    }

    /// What was left out.
    public var findings: [Finding] {
        notes.map { note in
            switch note {
            case .finding(let finding): finding
            case .noLearner(let name, let file, let line):
                Finding(
                    .warning, at: "\(file):\(line)",
                    "there is no learner \(Hidden.quoted(name)); the row was left out.",
                    remedy: "See 'gleaner learners list'.")
            case .skill(let kind, let file, let line):
                Finding(
                    .warning, at: "\(file):\(line)",
                    "a skill in '\(kind.rawValue)' is no topic that an article is about; it was left out.",
                    remedy: "Write into 'level' how hard a text may be.")
            }
        }
    }
}
