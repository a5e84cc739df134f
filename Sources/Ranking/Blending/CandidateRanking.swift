import Content
import ScorerKit

/// Scores given candidates for given profiles as a run does, without gates and composition: what `gleaner evaluate`
/// measures.
public struct CandidateRanking: Sendable {
    private let batch: ItemBatch
    private let scorers: [ActiveScorer]
    private let prepared: [any PreparedScorer]

    /// Scorers, prepared for the items.
    public init(_ scorers: [ActiveScorer], batch: ItemBatch) {
        self.batch = batch
        self.scorers = scorers
        prepared = scorers.map { $0.scorer.prepare(batch) }
    }

    /// What each scorer gives the candidates (an abstention counts as its mean), in the order of the scorers, and how
    /// those with a weight come out together.
    public func scores(of candidates: [Int], for learner: LearnerView) -> (each: [[Double]], blend: [Double]) {
        let columns = zip(scorers, prepared).map { active, prepared in
            var row = [Float](repeating: .nan, count: batch.count)
            prepared.fill(&row, for: learner)
            return Blend.Column(card: active.card, weight: active.weight, row: row, candidates: candidates)
        }
        let blend = Blend(columns: columns.filter { $0.weight > 0 })
        return (
            columns.map { column in candidates.map { column.standardised($0) } }, candidates.map { blend.total($0) }
        )
    }
}
