import Content
import ScorerKit
import TextAnalysis

/// What the gates need to know of each item, found once a run.
struct ItemRules: Sendable {
    /// The lowest grade of each item's feed; nil where nobody has reviewed it.
    let audiences: [Int?]
    /// Whether each item's feed is still on the school's list.
    let listed: [Bool]
    /// The word or phrase that holds each item for review.
    let heldBy: [String?]
    /// The original of an item that is a copy.
    let copyOf: [ItemID?]

    init(batch: ItemBatch, feeds: [Feed], copies: [ItemID: ItemID], heldWords: [String]) {
        let byAddress = Dictionary(feeds.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        audiences = batch.items.map { byAddress[$0.feed]?.audience }
        listed = batch.items.map { byAddress[$0.feed] != nil }
        copyOf = batch.items.map { copies[$0.id] }
        var heldBy = [String?](repeating: nil, count: batch.count)
        for word in heldWords {
            for item in batch.phrases.matches(of: Phrase(word)).items where heldBy[item] == nil { heldBy[item] = word }
        }
        self.heldBy = heldBy
    }
}
