import TextAnalysis
import Topics

/// Which items of a batch have to do with one topic.
struct TopicReach: Sendable {
    /// What one item has of it.
    struct Part: Sendable {
        /// How often members that belong to it stand there, in title and tags three times each.
        var count: Int32
        /// Whether somebody who never wants it would object.
        var isOf: Bool
        /// Whether the title names it.
        var isInTitle: Bool
        /// Whether something stands there that only has the letters of one of its members.
        var hasOthers: Bool
        /// The item's own words for it, where the item may be said to be about it; nil: it may not.
        var words: [String]?

        /// What an item has of it by its own words.
        init(_ findings: TopicFindings) {
            count = Int32(findings.count)
            isOf = findings.isOf
            isInTitle = findings.isInTitle
            hasOthers = findings.hasOthers
            words = findings.isAbout ? findings.spokenWords(atMost: Self.mostWords) : nil
        }

        /// What an item has of it that comes from a feed which is named for it.
        static let named = Part(count: 0, isOf: true, isInTitle: false, hasOthers: false, words: nil)

        private init(count: Int32, isOf: Bool, isInTitle: Bool, hasOthers: Bool, words: [String]?) {
            self.count = count
            self.isOf = isOf
            self.isInTitle = isInTitle
            self.hasOthers = hasOthers
            self.words = words
        }

        /// How many words of an article are told at most.
        private static let mostWords = 3
    }

    /// The items that have anything of it, ascending.
    private(set) var items: [Int] = []
    private var parts: [Part] = []

    /// Adds the next item in their order.
    mutating func add(_ item: Int, _ part: Part) {
        items.append(item)
        parts.append(part)
    }

    /// The part of an item; nil: it has nothing of the topic.
    subscript(item: Int) -> Part? {
        var (low, high) = (0, items.count)
        while low < high {
            let middle = (low + high) / 2
            if items[middle] < item { low = middle + 1 } else { high = middle }
        }
        return low < items.count && items[low] == item ? parts[low] : nil
    }

    /// The items of which something holds, ascending.
    func items(where holds: (Part) -> Bool) -> [Int] { zip(items, parts).compactMap { holds($1) ? $0 : nil } }

    /// The items with a member that belongs to it, and how often.
    var counts: [(item: Int, count: Int)] {
        zip(items, parts).compactMap { $1.count > 0 ? ($0, Int($1.count)) : nil }
    }
}
