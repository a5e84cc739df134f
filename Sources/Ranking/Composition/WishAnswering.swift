import Content
import ScorerKit

/// The answers of a list to its learner's open wishes: one each, the true one.
struct WishAnswering {
    let wishes: [OpenWishes.Wish]
    let picks: [Composition.Pick]
    let composer: Composer
    let gates: LearnerGates
    let verdicts: [Gate?]
    let avoids: [InterestProfile.Topic]
    let languages: [String]

    /// Of wishes that this list does not meet so many are named.
    static let mostUnmet = 2

    private var batch: ItemBatch { composer.snapshot.batch }

    /// The answers that are told: all wishes that are met, and of the others a few; apart for guardians, who are told of their own.
    var answers: [WishAnswer] {
        let all = wishes.map { answer($0) }
        func told(_ answers: [WishAnswer]) -> [WishAnswer] {
            answers.filter { $0.outcome == .found } + answers.filter { $0.outcome != .found }.prefix(Self.mostUnmet)
        }
        return told(all.filter { $0.origin != .guardian }) + told(all.filter { $0.origin == .guardian })
    }

    private func answer(_ wish: OpenWishes.Wish) -> WishAnswer {
        let found =
            picks.first { $0.wish == wish.topic.phrase } ?? picks.first { wish.items.contains($0.item) }
        let outcome = found == nil ? unmet(wish) : .found
        return WishAnswer(
            phrase: wish.topic.phrase, origin: wish.topic.origin, outcome: outcome,
            item: found.map { batch.items[$0.item].id }, isOld: found == nil && wish.isOld,
            names: batch.topics.names(of: wish.topic.phrase, languages: languages))
    }

    /// Why a wish is not met, as it may be told to a child.
    func unmet(_ wish: OpenWishes.Wish) -> WishAnswer.Outcome {
        if composer.dial <= .teacherLed { return .teacherChooses }
        if isBarred(wish) { return .ask }
        let candidates = wish.items.filter { verdicts[$0] == nil }
        if candidates.contains(where: { composer.isInReach($0) }) { return .later }
        if !candidates.isEmpty { return .harder }
        // What somebody keeps back is not told: only that there is somebody to ask.
        let isKept = wish.items.contains { item in
            switch verdicts[item] {
            case .veto, .optOut, .suitability: true
            default: false
            }
        }
        return isKept ? .ask : .nothing
    }

    /// Whether somebody has said that the very topic must never come.
    private func isBarred(_ wish: OpenWishes.Wish) -> Bool {
        (avoids.map { $0.phrase } + gates.vetoedTopics).contains {
            batch.topics.isSame(wish.topic.phrase, languages: languages, as: $0)
        }
    }
}
