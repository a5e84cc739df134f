import Content
import Pipeline
import ScorerKit
import Store
import Topics

/// What a topic would give to somebody who likes it, and keep from somebody who never wants it, of the articles that are there.
public struct TopicReachShow: Sendable {
    /// Titles with their codes.
    public struct Reach: Encodable, Sendable {
        /// Articles that are about it.
        public var gives: [String]
        /// Articles that are kept back from whoever never wants it.
        public var blocks: [String]
        /// Articles that wait for a teacher for whoever never wants it: they are as near to it in meaning, without a word of it.
        public var holds: [String]
    }

    /// How many titles are shown.
    private static let most = 10

    /// Looks through the current articles of a store.
    public static func reach(
        of phrase: String, _ families: TopicFamilies, language: String, store: Store, now: Timestamp
    ) throws(StoreError) -> Reach {
        let items = try store.items.items().map { $0.item }
        let batch = ItemBatch(items, now: now, topics: families)
        func titles(_ numbers: [Int]) -> [String] {
            numbers.map { "\(batch.items[$0].code)  \(batch.items[$0].title)" }
        }
        return Reach(
            gives: titles(batch.topics.about(phrase, languages: [language])),
            blocks: titles(batch.topics.kept(from: phrase)),
            holds: titles(batch.topics.near(phrase)))
    }

    /// The same in words.
    public static func lines(_ reach: Reach) -> [String] {
        func part(_ heading: String, _ titles: [String]) -> [String] {
            ["\(heading): \(titles.count)"] + titles.prefix(most).map { "  " + $0.oneLine }
                + (titles.count > most ? ["  … and \(titles.count - most) more"] : [])
        }
        return part("Would be given to who likes it", reach.gives)
            + part("Is kept from who never wants it", reach.blocks)
            + (reach.holds.isEmpty ? [] : part("Waits for a teacher for who never wants it", reach.holds))
    }
}

extension String {
    fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
