/// A topic as a lexicon of one language has it. A school can read and mend it.
public struct TopicEntry: Hashable, Sendable {
    /// What tells it from others, the same in each language.
    public var id: String
    /// What people call it in a sentence: "because you like …"; nil: by its first name.
    public var called: String?
    /// The topic's own names, synonyms and abbreviations: each alone means it.
    public var names: [String]
    /// Words among those that name but a part of it, by the part's key, which is the same in each language: whoever says kangaroos
    /// means kangaroos, and not all of Australia's animals.
    public var parts: [String: [String]]
    /// Whether its words are used of many things (history, science, art): more of them must come together.
    public var isBroad: Bool
    /// What people also type for it, though it has other meanings: it names the topic and is no member by itself.
    public var said: [String]
    /// What belongs to it and to nothing else.
    public var narrow: [String]
    /// What somebody who never wants it would object to as well.
    public var wide: [String]
    /// Members that have another meaning; they count where a word of ``company`` stands near.
    public var unsure: [String]
    /// Everyday words that tell the sense. They are no members.
    public var company: [String]
    /// Phrases that hold a member's letters and are something else.
    public var not: [String]

    /// The words of its parts that stand nowhere else, in a fixed order.
    var otherParts: [String] {
        let known = Set(names + narrow + unsure + wide)
        return parts.sorted { $0.key < $1.key }.flatMap { $0.value }.filter { !known.contains($0) }
    }

    /// The part that a phrase names; nil: it names the whole.
    public func part(named phrase: PhraseKey, language: String) -> String? {
        parts.sorted { $0.key < $1.key }.first { _, words in
            words.contains { PhraseKey($0, language: language).names(phrase) }
        }?.key
    }

    /// An entry by its parts.
    package init(
        id: String, called: String? = nil, names: [String], parts: [String: [String]] = [:], isBroad: Bool = false,
        said: [String] = [],
        narrow: [String] = [],
        wide: [String] = [],
        unsure: [String] = [],
        company: [String] = [], not: [String] = []
    ) {
        self.id = id
        self.called = called
        self.names = names
        self.parts = parts
        self.isBroad = isBroad
        self.said = said
        self.narrow = narrow
        self.wide = wide
        self.unsure = unsure
        self.company = company
        self.not = not
    }
}
