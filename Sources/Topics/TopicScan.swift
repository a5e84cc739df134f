/// Looks for many families at once: each article is read once, and only where a word stands that a member begins with is looked closer.
public struct TopicScan: Sendable {
    private let finders: [TopicFinder]
    /// The finders that have a phrase which begins with a word, by the article's language and word.
    private let beginnings: [String: [String: [Int32]]]

    /// A scan for finders. Each looks for the words of the article's language, or else of the one that it falls back on: what it finds does
    /// not depend on the others.
    public init(_ finders: [TopicFinder]) {
        self.finders = finders
        var beginnings: [String: [String: [Int32]]] = [:]
        // Articles in a language that no finder has words in are all looked through alike.
        for language in finders.reduce(into: Set([""]), { $0.formUnion($1.languages) }) {
            var words: [String: [Int32]] = [:]
            for (number, finder) in finders.enumerated() {
                for word in finder.firstWords(for: language) { words[word, default: []].append(Int32(number)) }
            }
            beginnings[language] = words
        }
        self.beginnings = beginnings
    }

    /// What there is of each family in an article, by the finders' numbers; those of which nothing stands there are left out.
    public func findings(in article: TopicFinder.Article) -> [(finder: Int, findings: TopicFinder.Findings)] {
        guard let words = beginnings[article.language ?? ""] ?? beginnings[""] else { return [] }
        var starts: [Int32: TopicFinder.Starts] = [:]
        func look(_ text: TopicText, _ add: (inout TopicFinder.Starts, Int) -> Void) {
            for (place, word) in text.words.enumerated() {
                for finder in words[word.form] ?? [] { add(&starts[finder, default: .init()], place) }
            }
        }
        look(article.title) { $0.title.append($1) }
        for (number, tag) in article.tags.enumerated() { look(tag) { $0.tags[number, default: []].append($1) } }
        look(article.body) { $0.body.append($1) }
        return starts.sorted { $0.key < $1.key }.compactMap { number, starts in
            let findings = finders[Int(number)].findings(in: article, at: starts)
            return findings.isEmpty ? nil : (Int(number), findings)
        }
    }
}
