import Content
import ScorerKit

/// Finds the true reasons of a place: what contributed most to it, from the numbers that decided it.
struct ReasonFinder {
    let blend: Blend
    let scorers: ScorersAtWork
    let learner: LearnerView
    let pins: [Int: StandingRules.Pin]
    let batch: ItemBatch
    /// What may be said of topics.
    let topics: TopicItems

    /// A second reason is named if it contributed at least this share of what the first did.
    static let secondShare = 0.5

    /// How far from the learner's level an article's may be, in grades, for its level to be a reason: one that is much
    /// harder or easier is there because others fit less, and that is no reason to read it.
    static let fitting = -2.5...1.0

    /// The reasons of a pick, the weightiest first; never empty.
    func reasons(for pick: Composition.Pick) throws(ScorerFailure) -> [Reason] {
        switch pick.side {
        case .pin:
            let pin = pins[pick.item]
            return [.pinned(by: pin?.by ?? "", assigned: pin?.assigned ?? false)]
        case .stretch:
            let stretch = Reason.stretch(
                item: batch.items[pick.item].level ?? learner.profile.level, learner: learner.profile.level)
            // Beside "a little harder" the level's own reason would say the same again, or seem to deny it.
            let others = try scored(pick.item) { _ in true }.filter { reason in
                if case .scored(_, .levels) = reason { false } else { true }
            }
            return [stretch] + others.prefix(1)
        case .teacher:
            guard blend.part(of: .teacher, pick.item) > 0 else {
                return orBest(try scored(pick.item) { _ in true })
            }
            // The teacher's scorers opened this place to the item; the learner's had no say in it.
            return orBest(try scored(pick.item, first: .teacher) { $0.card.say != .learner })
        case .wish:
            return orBest(try wish(pick.item) + scored(pick.item) { $0.card.say != .learner }.prefix(1))
        case .learner:
            return orBest(try scored(pick.item) { _ in true })
        }
    }

    /// What was asked for and is in the article: it decided the place that is kept for it, whatever its score.
    private func wish(_ item: Int) throws(ScorerFailure) -> [Reason] {
        var reasons: [Reason] = []
        for column in blend.columns where column.card.say == .learner {
            guard
                case .terms(let found)? = try scorers.evidence(of: column.card.name, for: item, learner: learner),
                case let terms = verified(found, in: item), terms.contains(where: { $0.source == .asked })
            else { continue }
            reasons.append(.scored(scorer: column.card.name, evidence: .terms(terms)))
        }
        return reasons
    }

    /// The topics that the article is about, with its own words for them. What moved a rank is told only where a person would say so
    /// too: whoever found it, the words are looked for here.
    private func verified(_ terms: [MatchedTerm], in item: Int) -> [MatchedTerm] {
        terms.compactMap { term in
            guard let words = topics.words(telling: term.phrase, in: item) else { return nil }
            var term = term
            term.words = words.map { $0.lowercased() }
            return term
        }
    }

    private func orBest(_ reasons: [Reason]) -> [Reason] { reasons.isEmpty ? [.bestLeft] : reasons }

    /// The scorers that lifted an item most, at most two; those of one side before others, where a side is named.
    private func scored(
        _ item: Int, first side: Say? = nil, counts: (Blend.Column) -> Bool
    ) throws(ScorerFailure) -> [Reason] {
        let say = Dictionary(
            blend.columns.filter(counts).map { ($0.card.name, $0.card.say) }, uniquingKeysWith: { first, _ in first })
        // What has no evidence cannot be told: that others were pushed down, for one.
        let lifting = blend.parts(item).filter { say[$0.scorer] != nil && $0.contribution > 0 }
            .sorted { left, right in
                let (isLeft, isRight) = (say[left.scorer] == side, say[right.scorer] == side)
                if isLeft != isRight { return isLeft }
                return (right.contribution, left.scorer) < (left.contribution, right.scorer)
            }
        var told: [(share: Double, reason: Reason)] = []
        for part in lifting {
            guard var evidence = try scorers.evidence(of: part.scorer, for: item, learner: learner) else { continue }
            if case .terms(let found) = evidence {
                let terms = verified(found, in: item)
                if terms.isEmpty { continue }
                evidence = .terms(terms)
            }
            if case .levels(let item, let learner) = evidence, !ReasonFinder.fitting.contains(item - learner) {
                continue
            }
            told.append((part.contribution, .scored(scorer: part.scorer, evidence: evidence)))
        }
        guard let first = told.first else { return [] }
        return told.filter { $0.share >= first.share * ReasonFinder.secondShare }.prefix(2).map { $0.reason }
    }
}
