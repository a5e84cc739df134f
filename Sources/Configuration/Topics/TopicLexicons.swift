import Content
import Topics

/// The lexicons of a school's languages, and what its people have added and taken away: they resolve what somebody says to a
/// family of words.
public struct TopicLexicons: Sendable {
    private let lexicons: [TopicLexicon]
    private let own: OwnTopics
    private let dictionaries: (any TopicDictionary)?

    /// Lexicons; `own`: what the school says, which wins; `dictionaries`: for what neither of them has.
    package init(_ lexicons: [TopicLexicon], own: OwnTopics = OwnTopics(), dictionaries: (any TopicDictionary)? = nil) {
        self.lexicons = lexicons
        self.own = own
        self.dictionaries = dictionaries
    }

    /// The languages that there are lexicons of.
    public var languages: [String] { lexicons.map { $0.language } }

    /// Whether a dictionary could not be asked, so that what it might know is not known.
    public var couldNotAsk: Bool { dictionaries?.couldNotAsk ?? false }

    /// Asks the dictionaries for all of some phrases at once.
    public func prepare(_ phrases: [String]) {
        guard let dictionaries else { return }
        for language in languages {
            let senses = phrases.compactMap { dictionaries.sense(of: $0, language: language) }
            let words = phrases + senses.flatMap { $0.synonyms + $0.kinds }
            for other in languages where other != language {
                _ = dictionaries.translations(of: words, from: language, to: other)
            }
        }
    }

    /// A family with what was known before as well, but for what the school's people took away, or had added and took back.
    public func keeping(_ before: TopicFamily?, in family: TopicFamily) -> TopicFamily {
        guard var before else { return family }
        for (language, words) in before.words {
            before.words[language]?.members = words.members.filter { member in
                member.source != "school" && !own.tookAway(member.phrase, from: family.topic, in: language)
            }
        }
        return family.widened(by: before)
    }

    /// Whether the school's people added a member to a topic in a language.
    public func isOwn(_ member: String, of topic: String, in language: String) -> Bool {
        own.adds(member, to: topic, in: language)
    }

    /// The topic that a phrase names when it is said in a language; nil: none.
    public func topic(of phrase: String, language: String) throws(ConfigurationError) -> String? {
        try topic(naming: phrase, language: language)?.topic
    }

    /// Whether a lexicon has a word as a part of a topic, whatever the school's people say of it.
    public func lexiconHas(_ word: String, in topic: String, language: String) throws(ConfigurationError) -> Bool {
        guard let entry = try lexicons.first(where: { $0.language == language })?.entry(topic) else { return false }
        let key = PhraseKey(word, language: language)
        let all =
            entry.names + entry.said + entry.narrow + entry.wide + entry.unsure + entry.parts.values.flatMap { $0 }
        return all.contains {
            PhraseKey($0, language: language) == key
        }
    }

    /// The family of a phrase that is said in a language. A phrase that neither the school nor a lexicon has means what it says.
    public func family(of phrase: String, language: String) throws(ConfigurationError) -> TopicFamily {
        guard let named = try topic(naming: phrase, language: language) else {
            return try familyOfDictionaries(phrase, language)
                ?? TopicFamily(itself: phrase, languages: languages.isEmpty ? [language] : languages)
        }
        return try family(of: phrase, named)
    }

    /// What a part of a topic is called where the lexicon does not say.
    private func addTranslations(
        to family: inout TopicFamily, said language: String, _ entries: [String: TopicEntry]
    ) {
        for other in languages where family.words[other] == nil {
            let known = dictionaries?.translations(of: [family.phrase], from: language, to: other)
            guard let word = known?[family.phrase] else { continue }
            family.words[other] = .init(
                members: [.init(word, .name, source: "apertium")], company: entries[other]?.company ?? [],
                not: entries[other]?.not ?? [])
        }
    }

    /// The part of a topic that a phrase names when it is said in a language; nil: none, or the whole.
    public func part(of phrase: String, language: String) throws(ConfigurationError) -> String? {
        try topic(naming: phrase, language: language)?.part
    }

    /// What the dictionaries come to, for a phrase that no lexicon has: the topic of a lexicon that its translation names, or else words
    /// for the same, kinds and translations. Nil: they do not know it either.
    private func familyOfDictionaries(_ phrase: String, _ language: String) throws(ConfigurationError) -> TopicFamily? {
        guard let dictionaries else { return nil }
        for other in languages where other != language {
            guard let word = dictionaries.translations(of: [phrase], from: language, to: other)[phrase],
                let named = try topic(naming: word, language: other)
            else { continue }
            var family = try family(of: word, named)
            family.phrase = phrase
            family.words[language, default: .init(members: [])].members.insert(
                .init(phrase, .name, source: "apertium"), at: 0)
            return family
        }
        guard let entries = dictionaries.entries(for: phrase, language: language, languages: languages) else {
            return nil
        }
        var family = TopicFamily(phrase: phrase, language: language, entries: entries)
        family.source = "dictionaries"
        return family
    }

    private func family(of phrase: String, _ named: Named) throws(ConfigurationError) -> TopicFamily {
        var entries: [String: TopicEntry] = [:]
        for language in Set(languages + own.languages).sorted() {
            let known = try lexicons.first { $0.language == language }?.entry(named.topic)
            entries[language] = own.applied(to: known, of: named.topic, in: language)
        }
        var family =
            named.part.map { TopicFamily(phrase: phrase, language: named.language, part: $0, of: entries) }
            ?? TopicFamily(phrase: phrase, language: named.language, entries: entries)
        if named.part != nil { addTranslations(to: &family, said: named.language, entries) }
        for (language, words) in family.words {
            family.words[language]?.members = words.members.map { member in
                var member = member
                if own.adds(member.phrase, to: named.topic, in: language) { member.source = "school" }
                return member
            }
        }
        return family
    }

    /// The families of a phrase by the language that it is said in: one for any language, where all say the same of it.
    public func families(of phrase: String) throws(ConfigurationError) -> [(said: String, family: TopicFamily)] {
        var named: [(language: String, as: Named?)] = []
        for language in Set(languages + own.languages).sorted() {
            named.append((language, try topic(naming: phrase, language: language)))
        }
        // What no lexicon has the dictionaries may know in one language alone.
        if dictionaries != nil, !named.contains(where: { $0.as != nil }) {
            var families: [(said: String, family: TopicFamily)] = []
            for (language, _) in named { families.append((language, try family(of: phrase, language: language))) }
            let known = families.filter { $0.family.topic != nil }
            guard !known.isEmpty else { return families.prefix(1).map { (TopicFamilies.anyLanguage, $0.family) } }
            return known.count == 1 ? known.map { (TopicFamilies.anyLanguage, $0.family) } : families
        }
        guard let first = named.first, named.contains(where: { $0.as != first.as }) else {
            return [(TopicFamilies.anyLanguage, try family(of: phrase, language: named.first?.language ?? "en"))]
        }
        var families: [(said: String, family: TopicFamily)] = []
        for (language, _) in named { families.append((language, try family(of: phrase, language: language))) }
        return families
    }

    /// A topic, and the language in which a phrase names it.
    private struct Named: Equatable {
        var topic: String
        var language: String
        /// The part of it; nil: the whole.
        var part: String?
    }

    private func topic(naming phrase: String, language: String) throws(ConfigurationError) -> Named? {
        let others = Set(languages + own.languages).subtracting([language]).sorted()
        for tried in [language] + others {
            if let (named, part) = own.topic(naming: phrase, in: tried) {
                return Named(topic: named, language: tried, part: part)
            }
            if let found = try lexicons.first(where: { $0.language == tried })?.entry(naming: phrase) {
                let key = PhraseKey(phrase, language: tried)
                return Named(topic: found.id, language: tried, part: found.part(named: key, language: tried))
            }
        }
        return nil
    }
}
