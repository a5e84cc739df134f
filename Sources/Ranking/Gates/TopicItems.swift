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
    private let articles = Mutex<[Int: TopicFinder.Article]>([:])
    private let about = Mutex<[String: [Int]]>([:])
    private let told = Mutex<[Told: [String]?]>([:])

    private struct Told: Hashable {
        var phrase: String
        var item: Int
    }

    /// How many words of an article a reason names at most.
    private static let mostWords = 3

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
        // Its own words in any of their forms hold as well, in every language: but for an article that has what is something else.
        let own = Set(batch.phrases.matches(of: Phrase(phrase)).items)
        let items = Set(candidates(finder.family)).union(own).sorted().filter { item in
            if TopicItems.holds(batch.items[item], finder) { return true }
            return own.contains(item) && !finder.hasOthers(in: TopicItems.article(batch.items[item]))
        }
        found.withLock { $0[key] = items }
        return items
    }

    /// The items that are about a topic, ascending: what somebody who asks for it is given.
    func about(_ phrase: String) -> [Int] {
        let key = phrase.lowercased()
        if let known = about.withLock({ $0[key] }) { return known }
        let likely =
            finders[key].map { candidates($0.family, upTo: .unsure) } ?? batch.phrases.matches(of: Phrase(phrase)).items
        let items = likely.filter { words(telling: phrase, in: $0) != nil }
        about.withLock { $0[key] = items }
        return items
    }

    /// The words of an article by which it may be said to be about a topic; nil: it is not, and nobody is told so.
    func words(telling phrase: String, in item: Int) -> [String]? {
        let key = Told(phrase: phrase.lowercased(), item: item)
        if let known = told.withLock({ $0[key] }) { return known }
        let finder =
            finders[key.phrase]
            ?? TopicFinder(TopicFamily(itself: phrase, languages: [batch.items[item].language ?? "en"]))
        let findings = finder.findings(in: article(item))
        let words = findings.isAbout ? findings.words(forOptOut: false, atMost: Self.mostWords) : nil
        told.withLock { $0[key] = .some(words) }
        return words
    }

    private func article(_ item: Int) -> TopicFinder.Article {
        if let known = articles.withLock({ $0[item] }) { return known }
        let article = TopicItems.article(batch.items[item])
        articles.withLock { $0[item] = article }
        return article
    }

    private static func article(_ content: ContentItem) -> TopicFinder.Article {
        TopicFinder.Article(
            title: content.title, tags: content.tags, text: ItemBatch.document(content).body, language: content.language
        )
    }

    /// Whether an article, or the name of its feed, has a member of a family.
    static func holds(_ item: ContentItem, _ finder: TopicFinder) -> Bool {
        finder.findings(
            title: item.title, tags: item.tags, text: ItemBatch.document(item).body, language: item.language
        ).isOf
            || finder.findings(title: item.feedTitle, tags: [], text: "", language: item.language).isOf
    }

    /// Items that may hold a member: by the index of all words, and by the names of their feeds.
    private func candidates(_ family: TopicFamily, upTo width: TopicFamily.Width = .wide) -> [Int] {
        var items: Set<Int> = []
        let members = family.words.values.flatMap { $0.members.filter { $0.width <= width } }
        for phrase in Set(members.map { $0.phrase }) {
            items.formUnion(batch.text.matches(of: Phrase(phrase)).items)
            // Words that the index splits otherwise than people write them.
            guard phrase.contains(where: { "'’-".contains($0) }) else { continue }
            let words = phrase.split { !$0.isLetter && !$0.isNumber }
            if let longest = words.max(by: { $0.count < $1.count }) {
                items.formUnion(batch.text.matches(of: Phrase(String(longest))).items)
            }
        }
        guard width == .wide else { return items.sorted() }
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
