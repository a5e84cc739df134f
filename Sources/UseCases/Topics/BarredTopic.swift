import Content
import Pipeline
import Store
import Topics

/// What a topic that must never come keeps back, and in which of the learner's languages it is not known.
public struct BarredTopic: Hashable, Sendable {
    /// Words of one language.
    public struct OtherWords: Hashable, Sendable {
        /// The language's tag.
        public var language: Verbatim
        /// Some of the words.
        public var words: [Verbatim]
    }

    /// The topic.
    public var phrase: Verbatim
    /// Whether a lexicon knows it; else its own word alone is kept back.
    public var isKnown: Bool
    /// Some of the other words that are kept back with it, by language.
    public var others: [OtherWords]
    /// The languages that it is not known in.
    public var unknownIn: [Verbatim]

    /// How many other words are named a language.
    private static let most = 4

    /// What a phrase keeps back that was resolved, for a learner who reads some languages; nil where it was not.
    public init?(_ families: TopicFamilies, of phrase: String, languages: [String]) {
        guard let family = families.family(of: phrase, said: languages.first) else { return nil }
        self.init(family, phrase: family.phrase, languages: languages)
    }

    /// A family, as a phrase is told.
    init(_ family: TopicFamily, phrase: String, languages: [String]) {
        self.phrase = Verbatim(phrase)
        isKnown = family.topic != nil
        others = family.words.sorted { $0.key < $1.key }.map { language, words in
            let own = PhraseKey(family.phrase, language: language)
            let named = words.members.filter { $0.width != .unsure && PhraseKey($0.phrase, language: language) != own }
            return OtherWords(
                language: Verbatim(language), words: named.prefix(Self.most).map { Verbatim($0.phrase) })
        }
        unknownIn = languages.filter { family.words[$0] == nil }.map { Verbatim($0) }
    }
}

/// What a file newly says must never come: one a topic, however many learners it is for. What may not be named is left out.
public struct BarredTopics: Hashable, Sendable {
    /// A topic that was said.
    struct Said {
        var phrase: String
        /// What the learner reads.
        var languages: [String]
    }

    /// The first topics, by name.
    public var topics: [BarredTopic] = []
    /// How many more there are.
    public var others = 0

    /// How many topics of a file are told.
    private static let most = 20

    /// None.
    init() {}

    /// What was said, as a school's store has resolved it.
    init(_ said: [Said], school: School, store: Store) throws(StoreError) {
        var languages: [String: Set<String>] = [:]
        var phrases: [String: String] = [:]
        for said in said where school.isNamedToOthers(said.phrase) {
            phrases[said.phrase.lowercased()] = phrases[said.phrase.lowercased()] ?? said.phrase
            languages[said.phrase.lowercased(), default: []].formUnion(said.languages)
        }
        for (key, phrase) in phrases.sorted(by: { $0.key < $1.key }).prefix(Self.most) {
            let read = (languages[key] ?? []).sorted()
            guard let family = try store.topics.families(of: phrase).family(of: phrase, said: read.first) else {
                continue
            }
            topics.append(BarredTopic(family, phrase: phrase, languages: read))
        }
        others = max(0, phrases.count - Self.most)
    }

    /// Whether nothing is to be told.
    var isEmpty: Bool { topics.isEmpty && others == 0 }
}
