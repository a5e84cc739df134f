import Content
import Pipeline
import Reports
import Store

/// An explanation for programs.
public struct ExplanationLine: Encodable {
    private let list: ReadingList
    private let removed: [String: Int]
    private let item: Item?

    private struct Item: Encodable {
        let code: ItemCode
        let title: String
        let outcome: String
        let because: String
        let blend: Double?
        let rank: Int?
        let candidates: Int
        let parts: [Part]
    }

    private struct Part: Encodable {
        let numbers: ScorePart
        let evidence: Evidence?
        let say: Say
    }

    /// The line of an answer.
    public init(_ answer: Explaining.Answer) {
        list = answer.list
        removed = answer.record.removed
        item = answer.item.map { explanation in
            let (outcome, because): (String, String) =
                switch explanation.outcome {
                case .placed(let entry): ("place \(entry.place)", entry.side.rawValue)
                case .removed(let verdict): ("gate \(verdict.gate.rawValue)", verdict.because)
                case .stopped(let stop): ("no place", ExplanationText.because(stop))
                }
            return Item(
                code: explanation.item.code, title: explanation.item.title, outcome: outcome, because: because,
                blend: explanation.blend, rank: explanation.rank, candidates: explanation.candidates,
                parts: explanation.parts.map { Part(numbers: $0.score, evidence: $0.evidence, say: $0.say) })
        }
    }
}
