import Content
import ScorerKit

/// Why a wish is not met, as it may be told to a child.
struct UnmetWish {
    let batch: ItemBatch
    let gates: LearnerGates
    let verdicts: [Gate?]
    let avoids: [InterestProfile.Topic]
    let languages: [String]
    let dial: Dial
    let reach: WishReach

    /// The one true answer.
    func outcome(_ wish: OpenWishes.Wish) -> WishAnswer.Outcome {
        if dial <= .teacherLed { return .teacherChooses }
        if isBarred(wish) { return .ask }
        if !there(wish).isEmpty { return .later }
        if wish.items.contains(where: { verdicts[$0] == nil }) { return .harder }
        // What somebody keeps back is not told: only that there is somebody to ask.
        let isKept = wish.items.contains { item in
            switch verdicts[item] {
            case .veto, .optOut, .suitability: true
            default: false
            }
        }
        if isKept { return .ask }
        return wish.met > 0 || wish.items.contains { verdicts[$0] == .givenBefore } ? .had : .nothing
    }

    /// The articles that could serve it.
    func there(_ wish: OpenWishes.Wish) -> [Int] {
        wish.items.filter { verdicts[$0] == nil && reach.contains($0, of: batch) }.sorted()
    }

    /// Whether somebody has said that the very topic must never come.
    private func isBarred(_ wish: OpenWishes.Wish) -> Bool {
        (avoids.map { $0.phrase } + gates.vetoedTopics).contains {
            batch.topics.isSame(wish.topic.phrase, languages: languages, as: $0)
        }
    }
}
