import Content
import Topics

/// The lexicons of a school's languages, and what its people have added and taken away: they resolve what somebody says to a
/// family of words.
public struct TopicLexicons: Sendable {
    private let lexicons: [TopicLexicon]
    private let own: [TopicLexicon]

    /// Lexicons; `own`: the school's, which win.
    public init(_ lexicons: [TopicLexicon], own: [TopicLexicon] = []) {
        self.lexicons = lexicons
        self.own = own
    }

    /// The languages that there are lexicons of.
    public var languages: [String] { lexicons.map { $0.language } }

    /// A text that changes with the lexicons.
    public var version: String { (lexicons + own).map { "\($0.language) \($0.size)" }.joined(separator: ", ") }

    /// The family of a phrase that is said in a language. A phrase that no lexicon has means what it says.
    public func family(of phrase: String, language: String) throws(ConfigurationError) -> TopicFamily {
        let order = lexicons.filter { $0.language == language } + lexicons.filter { $0.language != language }
        for lexicon in order {
            guard let found = try lexicon.entry(naming: phrase) else { continue }
            var entries: [String: TopicEntry] = [:]
            for other in lexicons { entries[other.language] = try other.entry(found.id) }
            return TopicFamily(phrase: phrase, language: language, entries: entries)
        }
        return TopicFamily(itself: phrase, languages: languages.isEmpty ? [language] : languages)
    }
}
