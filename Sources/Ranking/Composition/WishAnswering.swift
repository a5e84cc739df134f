import Content
import ScorerKit

/// The answers of a list to its learner's open wishes: one each, the true one.
struct WishAnswering {
    let wishes: [OpenWishes.Wish]
    let picks: [Composition.Pick]
    let unmet: UnmetWish

    /// Of wishes that this list does not meet so many are named.
    static let mostUnmet = 2

    private var batch: ItemBatch { unmet.batch }

    /// The answers that are told: all wishes that are met, and of the others a few; apart for guardians, who are told of their own.
    var answers: [WishAnswer] {
        let all = wishes.map { answer($0) }
        func told(_ answers: [WishAnswer]) -> [WishAnswer] {
            answers.filter { $0.outcome == .found } + answers.filter { $0.outcome != .found }.prefix(Self.mostUnmet)
        }
        return told(all.filter { $0.origin != .guardian }) + told(all.filter { $0.origin == .guardian })
    }

    private func answer(_ wish: OpenWishes.Wish) -> WishAnswer {
        let phrase = wish.topic.phrase
        let found = picks.first { $0.wish == phrase } ?? picks.first { wish.items.contains($0.item) }
        return WishAnswer(
            phrase: phrase, origin: wish.topic.origin, outcome: found == nil ? unmet.outcome(wish) : .found,
            item: found.map { batch.items[$0.item].id }, isOld: found == nil && wish.isOld,
            names: batch.topics.names(of: phrase, languages: unmet.languages))
    }
}
