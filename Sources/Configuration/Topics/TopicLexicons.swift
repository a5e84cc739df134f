import Content
import Topics

/// The lexicons of a school's languages, and what its people have added and taken away: they resolve what somebody says to a
/// family of words.
public struct TopicLexicons: Sendable {
    private let lexicons: [TopicLexicon]
    private let own: OwnTopics

    /// Lexicons; `own`: what the school says, which wins.
    public init(_ lexicons: [TopicLexicon], own: OwnTopics = OwnTopics()) {
        self.lexicons = lexicons
        self.own = own
    }

    /// The languages that there are lexicons of.
    public var languages: [String] { lexicons.map { $0.language } }

    /// A text that changes with the lexicons.
    public var version: String { lexicons.map { "\($0.language) \($0.size)" }.joined(separator: ", ") }

    /// The family of a phrase that is said in a language. A phrase that neither the school nor a lexicon has means what it says.
    public func family(of phrase: String, language: String) throws(ConfigurationError) -> TopicFamily {
        guard let id = try topic(naming: phrase, language: language) else {
            return TopicFamily(itself: phrase, languages: languages.isEmpty ? [language] : languages)
        }
        var entries: [String: TopicEntry] = [:]
        for language in Set(languages + own.languages).sorted() {
            let known = try lexicons.first { $0.language == language }?.entry(id)
            entries[language] = own.applied(to: known, of: id, in: language)
        }
        return TopicFamily(phrase: phrase, language: language, entries: entries)
    }

    private func topic(naming phrase: String, language: String) throws(ConfigurationError) -> String? {
        let others = Set(languages + own.languages).subtracting([language]).sorted()
        for tried in [language] + others {
            if let named = own.topic(naming: phrase, in: tried) { return named }
            if let found = try lexicons.first(where: { $0.language == tried })?.entry(naming: phrase) {
                return found.id
            }
        }
        return nil
    }
}
