import Content
import ScorerKit
import TextAnalysis

/// Finds the true reasons of a place: what contributed most to it, from the numbers that decided it.
struct ReasonFinder {
    let blend: Blend
    let scorers: ScorersAtWork
    let learner: LearnerView
    let pins: [Int: StandingRules.Pin]
    let batch: ItemBatch

    /// A second reason is named if it contributed at least this share of what the first did.
    static let secondShare = 0.5

    /// How far from the learner's level an article's may be, in grades, for its level to be a reason: one that is much
    /// harder or easier is there because others fit less, and that is no reason to read it.
    static let fitting = -2.5...1.0

    /// Whose reasons these are that no scorer found: the core's own.
    static let ownName = "topics"
    /// How many words of two articles that are alike are told at most.
    static let mostShared = 3

    /// The reasons of a pick, the weightiest first; never empty.
    func reasons(for pick: Composition.Pick) throws(ScorerFailure) -> [Reason] {
        let reasons = try deciding(pick)
        guard pick.side != .pin else { return reasons }
        let named = about(pick.item, beside: reasons)
        if named.isEmpty { return reasons }
        return saysNothing(reasons) ? named : Array(reasons.prefix(2)) + named
    }

    /// What decided a place.
    private func deciding(_ pick: Composition.Pick) throws(ScorerFailure) -> [Reason] {
        switch pick.side {
        case .pin:
            let pin = pins[pick.item]
            return [.pinned(by: pin?.by ?? "", assigned: pin?.assigned ?? false)]
        case .stretch:
            let own = learner.level(in: batch.items[pick.item].language)
            let level = batch.levels[pick.item]
            let stretch = Reason.stretch(item: level.isNaN ? own : level, learner: own)
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
            return orBest(wish(pick) + (try scored(pick.item) { $0.card.say != .learner }.prefix(1)))
        case .learner:
            return orBest(try scored(pick.item) { _ in true })
        }
    }

    /// What was asked for and is in the article: it decided the place that is kept for it, whatever its score.
    private func wish(_ pick: Composition.Pick) -> [Reason] {
        guard let wish = pick.wish, let topic = learner.profile.wants.first(where: { $0.phrase == wish }),
            let term = term(topic, .asked, in: pick.item)
        else { return [] }
        return [.scored(scorer: Self.ownName, evidence: .terms([term]))]
    }

    /// What of a scorer's evidence can be told as a reason; nil: nothing.
    private func verified(_ evidence: Evidence, of item: Int) -> Evidence? {
        switch evidence {
        case .terms(let found):
            let terms = verified(found, in: item)
            return terms.isEmpty ? nil : .terms(terms)
        case .levels(let level, let own): return ReasonFinder.fitting.contains(level - own) ? evidence : nil
        case .nearness(let title, let similarity, _): return verified(nearnessTo: title, similarity, of: item)
        default: return evidence.isOfLearner ? evidence : nil
        }
    }

    /// The topics of the learner's that the article is about, with its own words for them. What moved a rank is told only where a
    /// person would say so too: whoever found it, both are looked for here.
    private func verified(_ terms: [MatchedTerm], in item: Int) -> [MatchedTerm] {
        terms.compactMap { found in
            let said = said(found.source).first { $0.phrase.lowercased() == found.phrase.lowercased() }
            return said.flatMap { term($0, found.source, in: item) }
        }
    }

    private func said(_ source: MatchedTerm.Source) -> [InterestProfile.Topic] {
        switch source {
        case .interest, .asked: learner.profile.wants
        case .need: learner.profile.needs
        case .strength: learner.profile.strengths
        case .learnt: learner.profile.learnt
        case .mentioned: []
        }
    }

    /// A topic with the article's words for it; nil where the article is not about it.
    private func term(
        _ topic: InterestProfile.Topic, _ source: MatchedTerm.Source, in item: Int
    ) -> MatchedTerm? {
        let languages = learner.languages
        guard let words = batch.topics.words(telling: topic.phrase, languages: languages, in: item) else { return nil }
        let isWant = source == .asked || source == .interest
        let isNamed = batch.topics.isNamed(topic.phrase, languages: languages, in: item)
        // What somebody is good at is said of an article that says its name.
        if source == .strength, !isNamed { return nil }
        return MatchedTerm(
            phrase: topic.phrase, words: words, source: isWant ? (topic.asked ? .asked : .interest) : source,
            origin: topic.origin, names: batch.topics.names(of: topic.phrase, languages: languages),
            isNamed: isNamed)
    }

    /// The likeness to an article that the learner liked, with what a person sees in both; nil where nobody would see it.
    private func verified(nearnessTo title: String, _ similarity: Double, of item: Int) -> Evidence? {
        for taught in learner.profile.taught where taught.strength > 0 {
            guard let liked = batch.index(of: taught.item), batch.items[liked].title == title, liked != item else {
                continue
            }
            let shared = batch.text.sharedWords(of: item, and: liked, atMost: Self.mostShared)
            return shared.isEmpty ? nil : .nearness(title: title, similarity: similarity, shared: shared)
        }
        return nil
    }

    /// The learner's topics that the article is about and names, and no reason tells yet: whatever decided its place, that is what a reader
    /// looks for. Strengths and needs only where the title names them.
    private func about(_ item: Int, beside reasons: [Reason]) -> [Reason] {
        var told: Set<String> = []
        for case .scored(_, .terms(let terms)) in reasons { told.formUnion(terms.map { $0.phrase.lowercased() }) }
        let profile = learner.profile
        let wants = strongestFirst(profile.wants).map { ($0, MatchedTerm.Source.interest) }
        let skills = profile.strengths.map { ($0, MatchedTerm.Source.strength) } + profile.needs.map { ($0, .need) }
        let open = { (topic: InterestProfile.Topic) in !told.contains(topic.phrase.lowercased()) }
        var terms = wants.filter { open($0.0) }.compactMap { term($0.0, $0.1, in: item) }.filter { $0.isNamed == true }
        terms += skills.filter {
            open($0.0) && batch.topics.isInTitle($0.0.phrase, languages: learner.languages, of: item)
        }.compactMap { term($0.0, $0.1, in: item) }.prefix(1)
        if terms.isEmpty, told.isEmpty {
            terms = strongestFirst(profile.learnt).compactMap { term($0, .learnt, in: item) }.filter {
                $0.isNamed == true
            }
        }
        if terms.isEmpty, told.isEmpty { terms = mentioned(item) }
        return terms.isEmpty ? [] : [.scored(scorer: Self.ownName, evidence: .terms(Array(terms.prefix(2))))]
    }

    /// Interests that stand in the article more than in passing. They moved its rank, and the article is not said to be about them.
    private func mentioned(_ item: Int) -> [MatchedTerm] {
        let languages = learner.languages
        return strongestFirst(learner.profile.wants.filter { !$0.asked }).compactMap { topic in
            let spelled = batch.topics.spellings(of: topic.phrase, languages: languages, in: item)
            guard !spelled.isEmpty,
                batch.topics.count(of: topic.phrase, languages: languages, in: item) >= Self.mentions
            else { return nil }
            return MatchedTerm(
                phrase: topic.phrase, words: Array(spelled.prefix(1)), source: .mentioned, origin: topic.origin,
                names: batch.topics.names(of: topic.phrase, languages: languages), isNamed: true)
        }
    }

    /// So often a word stands in a text that is not in passing.
    private static let mentions = 2

    private func strongestFirst(_ topics: [InterestProfile.Topic]) -> [InterestProfile.Topic] {
        topics.sorted { ($1.strength, $0.phrase) < ($0.strength, $1.phrase) }
    }

    /// Whether reasons say no more than that nothing else was there, or that the level fits.
    private func saysNothing(_ reasons: [Reason]) -> Bool {
        reasons.allSatisfy { reason in
            switch reason {
            case .bestLeft, .scored(_, .levels): true
            default: false
            }
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
            guard let found = try scorers.evidence(of: part.scorer, for: item, learner: learner),
                let evidence = verified(found, of: item)
            else { continue }
            told.append((part.contribution, .scored(scorer: part.scorer, evidence: evidence)))
        }
        guard let first = told.first else { return [] }
        return told.filter { $0.share >= first.share * ReasonFinder.secondShare }.prefix(2).map { $0.reason }
    }
}
