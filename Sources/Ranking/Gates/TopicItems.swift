import Content
import ScorerKit
import Synchronization
import TextAnalysis
import Topics

/// Which items have to do with a topic, by the family that its phrase was resolved to; found once a phrase. A class, because all who
/// ask share what was found; nothing else of it changes, so the order of asking does not show.
public final class TopicItems: Sendable {
    private let finders: [String: TopicFinder]
    private let batch: ItemBatch
    private let found = Mutex<[String: [Int]]>([:])

    /// Families by their phrases in lower case. A phrase that nothing widens is not among them: it means what it says.
    init(_ families: [String: TopicFamily], batch: ItemBatch) {
        finders = families.filter { $0.value.topic != nil }.mapValues { TopicFinder($0) }
        self.batch = batch
    }

    /// The items that whoever never wants a topic would object to, ascending: with a member of its family, or of a feed that is named
    /// for one. Where nothing widens the phrase, those with its own words in any of their forms.
    func kept(from phrase: String) -> [Int] {
        let key = phrase.lowercased()
        guard let finder = finders[key] else { return batch.phrases.matches(of: Phrase(phrase)).items }
        if let known = found.withLock({ $0[key] }) { return known }
        let items = candidates(finder.family).filter { TopicItems.holds(batch.items[$0], finder) }
        found.withLock { $0[key] = items }
        return items
    }

    /// Whether an article, or the name of its feed, has a member of a family.
    static func holds(_ item: ContentItem, _ finder: TopicFinder) -> Bool {
        finder.findings(
            title: item.title, tags: item.tags, text: ItemBatch.document(item).body, language: item.language
        ).isOf
            || finder.findings(title: item.feedTitle, tags: [], text: "", language: item.language).isOf
    }

    /// Items that may hold a member: by the index of all words, and by the names of their feeds.
    private func candidates(_ family: TopicFamily) -> [Int] {
        var items: Set<Int> = []
        for phrase in Set(family.words.values.flatMap { $0.members.map { $0.phrase } }) {
            items.formUnion(batch.text.matches(of: Phrase(phrase)).items)
            // Words that the index splits otherwise than people write them.
            guard phrase.contains(where: { "'’-".contains($0) }) else { continue }
            let words = phrase.split { !$0.isLetter && !$0.isNumber }
            if let longest = words.max(by: { $0.count < $1.count }) {
                items.formUnion(batch.text.matches(of: Phrase(String(longest))).items)
            }
        }
        var named: [String: Bool] = [:]
        let finder = TopicFinder(family)
        for item in batch.indices where !items.contains(item) {
            let content = batch.items[item]
            let key = content.feedTitle + "\n" + (content.language ?? "")
            let isNamed =
                named[key]
                ?? finder.findings(title: content.feedTitle, tags: [], text: "", language: content.language).isOf
            named[key] = isNamed
            if isNamed { items.insert(item) }
        }
        return items.sorted()
    }
}
