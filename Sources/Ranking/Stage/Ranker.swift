import Content
import ScorerKit

/// Ranks learners, some at a time, with a snapshot that all share and scorers that have seen the items. The same snapshot gives
/// the same lists, whoever is ranked together.
public struct Ranker: Sendable {
    let snapshot: RankSnapshot
    let scorers: ScorersAtWork

    /// A ranker of a snapshot by scorers that have begun with its batch.
    package init(_ snapshot: RankSnapshot, scorers: ScorersAtWork) {
        self.snapshot = snapshot
        self.scorers = scorers
    }

    /// The rankings of learners, in their order.
    public func rank(_ learners: [LearnerLine]) throws(ScorerFailure) -> [LearnerRanking] {
        let views = learners.map { view(of: $0) }
        let blocks = try scorers.scores(of: views, items: snapshot.batch.count)
        return learners.indices.map { number in
            LearnerRanking(
                learners[number], terms: snapshot.classTerms(of: learners[number].learner), view: views[number],
                wishes: wishes(of: learners[number]), scores: blocks.map { Array($0.row(number)) }, by: self)
        }
    }

    /// The ranking of one learner.
    public func rank(_ learner: LearnerLine) throws(ScorerFailure) -> LearnerRanking {
        snapshot.look(for: [learner])
        let view = view(of: learner)
        let blocks = try scorers.scores(of: [view], items: snapshot.batch.count)
        return LearnerRanking(
            learner, terms: snapshot.classTerms(of: learner.learner), view: view, wishes: wishes(of: learner),
            scores: blocks.map { $0.values }, by: self)
    }

    package func view(of known: LearnerLine) -> LearnerView {
        let languages = snapshot.languages(of: known.learner)
        let profile = wishes(of: known).settled(
            snapshot.settings.skills.topics(of: InterestProfile(facts: known.facts)))
        var faded = profile.faded(at: snapshot.batch.now, halfLifeDays: snapshot.settings.halfLifeDays)
        let said = Set(faded.wants.map { $0.phrase.lowercased() } + faded.avoids.map { $0.phrase.lowercased() })
        faded.learnt = LearntTopics(facts: known.facts, given: known.given, batch: snapshot.batch).topics(beside: said)
        return LearnerView(
            pseudonym: known.pseudonym, grade: known.learner.grade, languages: languages,
            profile: faded.believing(snapshot.bands(of: known), own: languages.first))
    }

    func wishes(of known: LearnerLine) -> OpenWishes { snapshot.wishes(of: known) }
}
