import Content
import ScorerKit

/// Scores given candidates for given profiles as a run does, without gates and composition: what `gleaner evaluate`
/// measures.
public struct CandidateRanking: Sendable {
    private let batch: ItemBatch
    private let scorers: [ActiveScorer]
    private let sessions: [any ScorerSession]

    /// Scorers, prepared for the items.
    public init(_ scorers: [ActiveScorer], batch: ItemBatch) throws(ScorerFailure) {
        self.batch = batch
        self.scorers = scorers
        var sessions: [any ScorerSession] = []
        for active in scorers { sessions.append(try active.scorer.begin(batch)) }
        self.sessions = sessions
    }

    /// What each scorer gives the candidates (an abstention counts as its mean), in the order of the scorers, and how
    /// those with a weight come out together.
    public func scores(
        of candidates: [Int], for learner: LearnerView
    ) throws(ScorerFailure) -> (each: [[Double]], blend: [Double]) {
        var removed = [Gate?](repeating: .tooOld, count: batch.count)
        for item in candidates { removed[item] = nil }
        var columns: [Blend.Column] = []
        for (active, session) in zip(scorers, sessions) {
            var block = ScoreBlock(learners: 1, items: batch.count)
            try session.fill(&block, for: [learner])
            columns.append(
                Blend.Column(card: active.card, weight: active.weight, row: block.values, removed: removed))
        }
        let blend = Blend(columns: columns.filter { $0.weight > 0 }, count: batch.count)
        return (
            columns.map { column in candidates.map { column.standardised($0) } }, candidates.map { blend.totals[$0] }
        )
    }
}
