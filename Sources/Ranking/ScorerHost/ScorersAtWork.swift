import Content
import ScorerKit

/// The scorers of a run that have seen its items, in the order of their names, and those that failed.
public struct ScorersAtWork: Sendable {
    let active: [ActiveScorer]
    let sessions: [any ScorerSession]
    /// Those that belong to this run and cannot go on, by name.
    let missing: [String]

    /// Begins with all scorers but the failed ones; throws the first failure.
    public init(
        _ scorers: [ActiveScorer], without failed: [ScorerFailure] = [], batch: ItemBatch
    ) throws(ScorerFailure) {
        missing = Set(failed.map { $0.scorer }).sorted()
        var active: [ActiveScorer] = []
        var sessions: [any ScorerSession] = []
        for scorer in scorers.sorted(by: { $0.card.name < $1.card.name }) where !missing.contains(scorer.card.name) {
            sessions.append(try scorer.scorer.begin(batch))
            active.append(scorer)
        }
        self.active = active
        self.sessions = sessions
    }

    /// The scores of a block of learners, by scorer. A number that is not in 0…1 is a failure: it would bend every list.
    package func scores(of learners: [LearnerView], items: Int) throws(ScorerFailure) -> [ScoreBlock] {
        var blocks: [ScoreBlock] = []
        for (active, session) in zip(active, sessions) {
            var block = ScoreBlock(learners: learners.count, items: items)
            try session.fill(&block, for: learners)
            if let wrong = block.values.first(where: { !($0 >= 0 && $0 <= 1) && !$0.isNaN }) {
                throw .gaveNoScore(active.card.name, wrong)
            }
            blocks.append(block)
        }
        return blocks
    }

    /// The evidence of one scorer; nil where it abstained or is not at work.
    func evidence(of name: String, for item: Int, learner: LearnerView) throws(ScorerFailure) -> Evidence? {
        guard let number = active.firstIndex(where: { $0.card.name == name }) else { return nil }
        return try sessions[number].evidence(for: item, learner: learner)
    }
}
