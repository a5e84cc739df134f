import Topics

/// What widens a phrase that no lexicon has: dictionaries of the system, where they are there.
public protocol TopicDictionary: Sendable {
    /// A text that changes with them.
    var version: String { get }

    /// Whether one of them could not be asked: what it does not tell is not unknown.
    var couldNotAsk: Bool { get }

    /// Words for the same, and kinds, in the phrase's own language; nil: it is not known.
    func sense(of phrase: String, language: String) -> WordNet.Sense?

    /// What words are called in another language; those that are not known are left out.
    func translations(of words: [String], from language: String, to other: String) -> [String: String]
}

extension TopicDictionary {
    /// The entries of a phrase by language, made of what the dictionaries know of it; nil: nothing.
    func entries(for phrase: String, language: String, languages: [String]) -> [String: TopicEntry]? {
        let id = phrase.lowercased()
        let sense = sense(of: phrase, language: language)
        var entries: [String: TopicEntry] = [:]
        entries[language] = TopicEntry(id: id, names: [phrase] + (sense?.synonyms ?? []), narrow: sense?.kinds ?? [])
        for other in languages where other != language {
            let names = [phrase] + (sense?.synonyms ?? [])
            let known = translations(of: names, from: language, to: other)
            let words = names.compactMap { known[$0] }
            guard !words.isEmpty else { continue }
            let kinds = sense?.kinds ?? []
            let kindsThere = translations(of: kinds, from: language, to: other)
            entries[other] = TopicEntry(
                id: id, names: unique(words), narrow: unique(kinds.compactMap { kindsThere[$0] }))
        }
        let isKnown = entries.count > 1 || !(sense?.synonyms ?? []).isEmpty || !(sense?.kinds ?? []).isEmpty
        return isKnown ? entries : nil
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0.lowercased()).inserted }
    }
}
