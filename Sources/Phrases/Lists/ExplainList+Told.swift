import Content
import JSON
import Pipeline
import Ranking
import Store
import UseCases

extension ExplainList.Outcome: Told, ToldAsJSON {
    /// Why the item is in the list or not, or the list with how it was made.
    public var lines: [String] {
        if let item { return ExplanationText.lines(item, learner: learner.name, edition: list.edition) }
        return ListText.lines(
            list, items: items, learner: learner.name, removed: record.removed, candidates: record.candidates,
            runnersUp: record.runnersUp.map { $0.code })
    }

    /// What has changed since the list was made.
    public var findings: [Finding] { notes.map { $0.finding } }

    private struct Line: Encodable {
        let list: ReadingList
        let removed: [String: Int]
        let item: Item?
    }

    private struct Item: Encodable {
        let code: ItemCode
        let title: String
        let outcome: String
        let because: String
        let blend: Double?
        let rank: Int?
        let candidates: Int
        let parts: [Part]

        init(_ explanation: Explanation) {
            (outcome, because) =
                switch explanation.outcome {
                case .placed(let entry): ("place \(entry.place)", entry.side.rawValue)
                case .removed(let verdict): ("gate \(verdict.gate.rawValue)", verdict.because)
                case .stopped(let stop): ("no place", ExplanationText.because(stop))
                }
            (code, title) = (explanation.item.code, explanation.item.title)
            (blend, rank, candidates) = (explanation.blend, explanation.rank, explanation.candidates)
            parts = explanation.parts.map { Part(numbers: $0.score, evidence: $0.evidence, say: $0.say) }
        }
    }

    private struct Part: Encodable {
        let numbers: ScorePart
        let evidence: Evidence?
        let say: Say
    }

    /// One object.
    public func jsonLines() throws -> [String] {
        [try JSONText.of(Line(list: list, removed: record.removed, item: item.map { Item($0) }))]
    }
}

extension ExplainList.Note {
    /// The note as a finding.
    fileprivate var finding: Finding {
        switch self {
        case .finding(let finding): finding
        case .configurationHasChanged(let name):
            Finding(
                .note, at: name.text,
                "it has changed since the list was made: what is computed anew may differ from what was recorded.")
        case .scorerIsUnusable(let failure):
            Finding(.note, at: failure.scorer, "\(failure.problem) The list was made with it.")
        case .scorerHasChanged(let name):
            Finding(.note, at: name.text, "its version or options have changed since the list was made.")
        }
    }
}
