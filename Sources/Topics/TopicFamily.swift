/// What a phrase means as a topic: its members in each language that the school reads, and what tells its sense from others. It is
/// resolved when the phrase is first said, and kept.
public struct TopicFamily: Hashable, Codable, Sendable {
    /// How sure a member brings the topic.
    public enum Width: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
        /// It is the topic's own name.
        case name
        /// It belongs to it and to nothing else.
        case narrow
        /// It has another meaning; a word of its company stands near.
        case unsure
        /// It is for whoever never wants the topic.
        case wide

        /// From the surest on.
        public static func < (left: Width, right: Width) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .name: 0
            case .narrow: 1
            case .unsure: 2
            case .wide: 3
            }
        }
    }

    /// One member.
    public struct Member: Hashable, Codable, Sendable {
        /// The word or phrase.
        public var phrase: String
        /// How sure it brings the topic.
        public var width: Width
        /// Where it is from, if it is not from the family's own source.
        public var source: String?

        /// A member by its parts.
        package init(_ phrase: String, _ width: Width, source: String? = nil) {
            self.phrase = phrase
            self.width = width
            self.source = source
        }
    }

    /// What is known of the family in one language.
    public struct LanguageWords: Hashable, Codable, Sendable {
        /// What the topic is called in a sentence; nil: by the first of its names.
        public var called: String?
        /// The members.
        public var members: [Member]
        /// Words that tell the sense.
        public var company: [String]
        /// What is something else.
        public var not: [String]

        /// Words by their parts.
        package init(called: String? = nil, members: [Member], company: [String] = [], not: [String] = []) {
            self.called = called
            self.members = members
            self.company = company
            self.not = not
        }
    }

    /// The phrase, as it was said.
    public var phrase: String
    /// The topic of the lexicon; nil: nothing widens the phrase.
    public var topic: String?
    /// The members by language.
    public var words: [String: LanguageWords]
    /// Whether its words are used of many things, so that more of them must come together; nil: they are not.
    public var isBroad: Bool?
    /// Where the members are from: `lexicon`, `school`, or `itself` for a phrase that nothing widens.
    public var source: String

    /// A family by its parts.
    package init(phrase: String, topic: String?, words: [String: LanguageWords], source: String) {
        self.phrase = phrase
        self.topic = topic
        self.words = words
        self.source = source
    }

    /// The family of a part of a topic: its own words, and the members that hold one of them. Whoever never wants it would object to
    /// what belongs to no other part as well: never guns, and no pistol.
    public init(phrase: String, language: String, part: String, of entries: [String: TopicEntry]) {
        var words: [String: LanguageWords] = [:]
        for (language, entry) in entries {
            let own = entry.parts[part] ?? []
            let keys = own.map { PhraseKey($0, language: language) }.filter { !$0.isEmpty }
            guard !keys.isEmpty else { continue }
            func members(_ phrases: [String], _ width: Width) -> [Member] {
                phrases.filter { phrase in
                    let key = PhraseKey(phrase, language: language)
                    return !keys.contains(key) && keys.contains { key.holds($0) }
                }.map { Member($0, width) }
            }
            let related =
                own.map { Member($0, .name) } + members(entry.names + entry.narrow, .narrow)
                + members(entry.unsure, .unsure)
            let known = Set(
                (related.map { $0.phrase } + entry.parts.values.flatMap { $0 }).map {
                    PhraseKey($0, language: language)
                })
            let rest = (entry.names + entry.narrow + entry.wide).filter {
                !known.contains(PhraseKey($0, language: language))
            }
            words[language] = LanguageWords(
                members: related + rest.map { Member($0, .wide) }, company: entry.company, not: entry.not)
        }
        let key = PhraseKey(phrase, language: language)
        let isThere = words[language]?.members.contains { PhraseKey($0.phrase, language: language) == key } ?? false
        if !isThere {
            words[language, default: LanguageWords(members: [])].members.insert(Member(phrase, .name), at: 0)
        }
        self.init(
            phrase: phrase, topic: "\(entries.values.first?.id ?? phrase)/\(part)", words: words, source: "lexicon")
    }

    /// The family with what another knows beside it, for whoever never wants it: what somebody likes stays as it is.
    public func widened(by other: TopicFamily) -> TopicFamily {
        var wider = self
        if wider.topic == nil { wider.topic = other.topic }
        if wider.source == "itself" { wider.source = other.source }
        for (language, words) in other.words {
            var own = wider.words[language] ?? LanguageWords(members: [])
            let known = Set(own.members.map { PhraseKey($0.phrase, language: language) })
            own.members += words.members.filter { !known.contains(PhraseKey($0.phrase, language: language)) }
                .filter { $0.width != .unsure }.map { Member($0.phrase, .wide, source: $0.source) }
            // What was unsure and is sure by now blocks by itself.
            let unsure = Set(
                own.members.filter { $0.width == .unsure }.map { PhraseKey($0.phrase, language: language) })
            own.members += words.members
                .filter { $0.width != .unsure && unsure.contains(PhraseKey($0.phrase, language: language)) }
                .map { Member($0.phrase, .wide, source: $0.source) }
            wider.words[language] = own
        }
        return wider
    }

    /// What the topic is called in each language in which the phrase is no name of it; nil: in none. Of a phrase that is only one of
    /// its names nothing is known: an inhaler is not asthma.
    public var otherNames: [String: String]? {
        let isItself = words.contains { language, words in
            let own = PhraseKey(phrase, language: language)
            let heads = [words.called, words.members.first { $0.width == .name }?.phrase].compactMap { $0 }
            return heads.contains { PhraseKey($0, language: language).names(own) }
        }
        guard isItself else { return nil }
        var names: [String: String] = [:]
        for (language, words) in self.words {
            let own = PhraseKey(phrase, language: language)
            let known = words.members.filter { $0.width == .name }.map { $0.phrase }
            let isNamed = (known + [words.called ?? ""]).contains { PhraseKey($0, language: language).names(own) }
            guard !isNamed, let first = words.called ?? known.first else { continue }
            names[language] = first
        }
        return names.isEmpty ? nil : names
    }

    /// A phrase that nothing widens: it means what it says, in any language.
    public init(itself phrase: String, languages: [String]) {
        let words = LanguageWords(members: [Member(phrase, .name)])
        self.init(
            phrase: phrase, topic: nil,
            words: Dictionary(languages.map { ($0, words) }, uniquingKeysWith: { first, _ in first }), source: "itself")
    }

    /// A family of a lexicon's entries by language. The phrase itself is a member of it in its own language.
    public init(phrase: String, language: String, entries: [String: TopicEntry]) {
        var words = entries.mapValues { entry in
            LanguageWords(
                called: entry.called,
                members: entry.names.map { Member($0, .name) }
                    + (entry.narrow + entry.otherParts).map { Member($0, .narrow) }
                    + entry.unsure.map { Member($0, .unsure) } + entry.wide.map { Member($0, .wide) },
                company: entry.company, not: entry.not)
        }
        let key = PhraseKey(phrase, language: language)
        let isTyped =
            entries[language]?.said.contains { PhraseKey($0, language: language) == key } ?? false
        let isThere =
            isTyped || words[language]?.members.contains { PhraseKey($0.phrase, language: language) == key } ?? false
        if !isThere {
            words[language, default: LanguageWords(members: [])].members.insert(Member(phrase, .name), at: 0)
        }
        self.init(phrase: phrase, topic: entries.values.first?.id, words: words, source: "lexicon")
        if entries.values.contains(where: { $0.isBroad }) { isBroad = true }
    }
}

/// A phrase as phrases are compared.
public struct PhraseKey: Hashable, Sendable {
    let words: [String]
    /// One word in capitals matches only as it is written.
    let capitals: String?
    /// Whether only the very word matches, as it is written: `US`, `IT`, `C++`. No stem is looked for.
    public let isAsWritten: Bool

    /// Words that stand in nearly every text and in capitals are something else. What else is typed in capitals means the same in
    /// small letters: a "NEVER DOGS" holds for dogs.
    private static let common: Set<String> = [
        "us", "it", "who", "am", "pm", "or", "un", "all", "can", "may", "be", "is", "in", "me", "no", "so",
    ]

    /// A phrase in a language.
    public init(_ phrase: String, language: String) {
        let text = TopicText(phrase, language: language)
        words = text.words.map { $0.form }
        let only = text.words.count == 1 && text.words[0].isCapital ? text.written(0..<1) : nil
        capitals = only.flatMap { $0.count <= 4 ? $0 : nil }
        let isCommon = capitals.map { Self.common.contains($0.lowercased()) } ?? false
        isAsWritten = isCommon || words.contains { $0.hasSuffix("+") || $0.hasSuffix("#") }
    }

    /// Whether both have the same words, however they are cased: what somebody types in capitals means the same.
    public func names(_ other: PhraseKey) -> Bool { words == other.words }

    /// Whether the words of another stand in it, one after another.
    func holds(_ other: PhraseKey) -> Bool {
        guard !other.words.isEmpty, words.count > other.words.count else { return false }
        return (0...(words.count - other.words.count)).contains {
            words[$0..<($0 + other.words.count)].elementsEqual(other.words)
        }
    }

    /// Its longest word in the singular, the first of several; nil: it has none.
    public var longestWord: String? { words.max { $0.count < $1.count } }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { words.isEmpty }
}
