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
    /// For each item of which there are several with the same text: all of them, the original first, then by id.
    let alike: [Int: [Int]]

    init(batch: ItemBatch, feeds: [Feed], copies: [ItemID: ItemID], heldWords: [String]) {
        let byAddress = Dictionary(feeds.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        audiences = batch.items.map { byAddress[$0.feed]?.audience }
        listed = batch.items.map { byAddress[$0.feed] != nil }
        let groups = Dictionary(grouping: batch.indices) { copies[batch.items[$0].id] ?? batch.items[$0].id }
        var alike: [Int: [Int]] = [:]
        for (original, members) in groups where members.count > 1 {
            let first = members.filter { batch.items[$0].id == original }
            let ordered = first + members.filter { batch.items[$0].id != original }
            for item in members { alike[item] = ordered }
        }
        self.alike = alike
        var heldBy = [String?](repeating: nil, count: batch.count)
        for word in heldWords {
            for item in batch.phrases.matches(of: Phrase(word)).items where heldBy[item] == nil { heldBy[item] = word }
        }
        self.heldBy = heldBy
    }
}
