/// Looks for many families at once: each article is read once.
public struct TopicScan: Sendable {
    private let families: [TopicFamily]
    /// The words that are looked for, by the article's language; those of `""` in any other.
    private let tables: [String: PhraseTable]

    /// A scan for families. Each is looked for by its words in the article's language, or else in English, or in the first that it
    /// has: what is found of it does not depend on the others.
    public init(_ families: [TopicFamily]) {
        self.families = families
        let languages = families.reduce(into: Set<String>()) { $0.formUnion($1.words.keys) }
        func table(_ language: String) -> PhraseTable { PhraseTable(families.map { $0.words(for: language) }) }
        var tables: [String: PhraseTable] = [:]
        for language in languages { tables[language] = table(language) }
        let isAllEnglish = families.allSatisfy { $0.words["en"] != nil }
        tables[""] = isAllEnglish ? tables["en"] : table("")
        self.tables = tables
    }

    /// What there is of each family in an article, by the families' numbers; those of which nothing stands there are left out.
    public func findings(in article: TopicArticle) -> [(family: Int, findings: TopicFindings)] {
        guard let table = tables[article.language ?? ""] ?? tables[""] else { return [] }
        let texts = article.texts
        let words = texts.map { table.numbers(of: $0) }
        var hits: [PhraseTable.Hit] = []
        for (part, text) in texts.enumerated() { table.look(in: text, words[part], part: part, into: &hits) }
        hits.sort { ($0.family, $0.part, $0.start, $0.member) < ($1.family, $1.part, $1.start, $1.member) }
        var found: [(family: Int, findings: TopicFindings)] = []
        var rest = hits[...]
        while let first = rest.first {
            let own = rest.prefix { $0.family == first.family }
            rest = rest.dropFirst(own.count)
            let reading = FamilyReading(family: Int(first.family), table: table, words: words)
            let findings = reading.findings(own, of: families[Int(first.family)], in: article)
            if !findings.isEmpty || findings.hasOthers { found.append((Int(first.family), findings)) }
        }
        return found
    }
}

extension TopicFamily {
    /// Its words for articles in a language, and which language these are in.
    fileprivate func words(for language: String) -> (words: LanguageWords, language: String) {
        let own = words[language] != nil ? language : words["en"] != nil ? "en" : words.keys.min() ?? "en"
        return (words[own] ?? LanguageWords(members: []), own)
    }
}
