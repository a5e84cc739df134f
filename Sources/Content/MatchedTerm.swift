/// A match between the words of an article and something said about the learner.
public struct MatchedTerm: Hashable, Codable, Sendable {
    /// Where the phrase that was matched comes from.
    public enum Source: String, Codable, Sendable, CaseIterable {
        /// An interest of the roster.
        case interest
        /// Asked for by "more of this".
        case asked
        /// A subject the learner is working on.
        case need
        /// A strength.
        case strength
        /// An interest that stands in the article more than in passing, and is not what it is about.
        case mentioned
        /// Never named: of articles about it more was wanted.
        case learnt
    }

    /// The phrase as it was said: `volcanoes`.
    public var phrase: String
    /// The words as the article has them: `volcano`.
    public var words: [String]
    /// Where the phrase comes from.
    public var source: Source
    /// Who said it.
    public var origin: Fact.Origin
    /// What the phrase is called in other languages than the one that it was said in, by their tags; nil: nobody knows.
    public var names: [String: String]?

    /// Whether the phrase itself stands in the article, in any form or as its language calls it; nil: nobody looked. Where it does not, the article
    /// has other words of the topic, and the phrase is not told.
    public var isNamed: Bool?

    /// A match by its parts.
    public init(
        phrase: String, words: [String], source: Source, origin: Fact.Origin, names: [String: String]? = nil,
        isNamed: Bool? = nil
    ) {
        self.isNamed = isNamed
        self.phrase = phrase
        self.words = words
        self.source = source
        self.origin = origin
        self.names = names
    }
}
