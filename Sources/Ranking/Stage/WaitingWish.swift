import Content
import ScorerKit

/// An open wish as the school sees it: what has become of it, and what would serve it.
public struct WaitingWish: Sendable {
    /// What was asked for, and by whom.
    public var topic: InterestProfile.Topic
    /// What tells that two ask for the same, in whatever words: the topic of the lexicon, or else the phrase in small letters.
    public var key: String
    /// How often it was met, 0 or 1.
    public var met: Int
    /// How many lists have come since it was said.
    public var lists: Int
    /// What the next list could answer; ``WishAnswer/Outcome/later``: material is there.
    public var outcome: WishAnswer.Outcome
    /// How many articles could serve it now.
    public var there: Int
    /// The languages that an article may be in, the learner's own first.
    public var languages: [String]
    /// The levels that an article may have, as school grades.
    public var levels: ClosedRange<Double>

    /// How many more articles it needs.
    public var needed: Int { max(0, OpenWishes.mostMet - met - there) }
}

extension RankSnapshot {
    /// A learner's open wishes, in the order in which they are served. No scorer is asked.
    public func waitingWishes(of known: LearnerLine) -> [WaitingWish] {
        let open = wishes(of: known).open
        guard !open.isEmpty else { return [] }
        let languages = languages(of: known.learner)
        let profile = InterestProfile(facts: known.facts).believing(bands(of: known), own: languages.first)
        let gates = LearnerGates(self, learner: known.learner, profile: profile, given: known.given.items)
        let reach = WishReach(profile)
        let finder = UnmetWish(
            batch: batch, gates: gates, verdicts: gates.verdicts, avoids: profile.avoids, languages: languages,
            dial: classTerms(of: known.learner).dial(own: known.learner.dial, school: settings.dial), reach: reach)
        return open.map { wish in
            WaitingWish(
                topic: wish.topic, key: batch.topics.name(of: wish.topic.phrase, languages: languages), met: wish.met,
                lists: wish.lists, outcome: finder.outcome(wish), there: finder.there(wish).count,
                languages: languages, levels: reach.levels)
        }
    }
}
