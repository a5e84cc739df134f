import Content
import ScorerKit

/// Ranks learners, some at a time, with inputs that all share and scorers that have seen the items. The same inputs give
/// the same lists, whoever is ranked together.
public struct Ranker: Sendable {
    let inputs: RankingInputs
    let scorers: ScorersAtWork

    /// A ranker of inputs by scorers that have begun with the inputs' batch.
    public init(_ inputs: RankingInputs, scorers: ScorersAtWork) {
        self.inputs = inputs
        self.scorers = scorers
    }

    /// The rankings of learners, in their order.
    public func rank(_ learners: [LearnerInputs]) throws(ScorerFailure) -> [LearnerRanking] {
        let views = learners.map { view(of: $0) }
        let blocks = try scorers.scores(of: views, items: inputs.batch.count)
        return learners.indices.map { number in
            LearnerRanking(
                learners[number], dial: dial(of: learners[number].learner), view: views[number],
                scores: blocks.map { Array($0.row(number)) }, by: self)
        }
    }

    /// The ranking of one learner.
    public func rank(_ learner: LearnerInputs) throws(ScorerFailure) -> LearnerRanking {
        let view = view(of: learner)
        let blocks = try scorers.scores(of: [view], items: inputs.batch.count)
        return LearnerRanking(
            learner, dial: dial(of: learner.learner), view: view, scores: blocks.map { $0.values }, by: self)
    }

    func view(of known: LearnerInputs) -> LearnerView {
        let languages = known.learner.languages
        return LearnerView(
            pseudonym: known.pseudonym, grade: known.learner.grade,
            languages: languages.isEmpty ? inputs.settings.languages : languages,
            profile: InterestProfile(facts: known.facts).faded(
                at: inputs.batch.now, halfLifeDays: inputs.settings.halfLifeDays))
    }

    private func dial(of learner: Learner) -> Dial {
        learner.dial ?? learner.classes.compactMap { inputs.classes[$0]?.dial }.min() ?? inputs.settings.dial
    }
}
