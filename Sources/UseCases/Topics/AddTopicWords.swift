import Configuration
import Content
import Pipeline
import Store
import Topics

/// Adds words to a topic, in the school's own file. Words of a topic that no lexicon knows make one.
public struct AddTopicWords: UseCase {
    private let school: School
    private let store: Store

    /// In a school's folder and store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Words of a topic.
    public struct Request: Sendable {
        /// The topic, as somebody says it.
        public var phrase: String
        /// The words.
        public var words: [String]
        /// What they are to it: one of ``OwnTopicsText/lists`` but `away`.
        public var list: String
        /// The words' language; nil: the school's.
        public var language: String?

        /// Words of a topic.
        package init(_ words: [String], to phrase: String, as list: String = "narrow", language: String? = nil) {
            self.phrase = phrase
            self.words = words
            self.list = list
            self.language = language
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// The words.
        public var words: [Verbatim]
        /// The topic that they belong to.
        public var topic: Verbatim
        /// The list that they stand in.
        public var list: Verbatim
        /// Their language.
        public var language: Verbatim
    }

    /// Adds them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let language = request.language ?? school.configuration.school.language
        let lexicons = try checked(request, language)
        let file = OwnTopicsFile(school: school)
        let topic = try file.topic(of: request.phrase, language)
        // Of a part, such as the kangaroos among Australia's animals, the words are that part's.
        let part = try lexicons.part(of: request.phrase, language: language).map { OwnTopicsText.partPrefix + $0 }
        let list = ["names", "narrow"].contains(request.list) ? part ?? request.list : request.list
        func place(_ list: String) -> OwnTopicsText.Place { .init(language: language, topic: topic.id, list: list) }
        try file.change { text in
            if topic.isNew { try file.put(request.phrase, place("names"), in: &text) }
            for word in request.words {
                // What was taken away comes back where it stood.
                if text.remove(word, from: place("away")),
                    try TopicLexicons.of(school.folder).lexiconHas(word, in: topic.id, language: language)
                {
                    continue
                }
                try file.put(word, place(list), in: &text)
            }
        }
        let findings = try TopicResolving(school: school, store: store).catchUp(now: now)
        if let error = findings.first(where: { $0.severity == .error }) { throw SetupError(findings: [error]) }
        return Outcome(
            words: request.words.map { Verbatim($0) }, topic: Verbatim(topic.id), list: Verbatim(list),
            language: Verbatim(language))
    }

    /// The lexicons that words are added to; refuses what cannot be added.
    private func checked(_ request: Request, _ language: String) throws -> TopicLexicons {
        let lists = OwnTopicsText.lists.filter { $0 != "away" }
        guard lists.contains(request.list) else {
            throw TopicRefusal.noKindOfWord(Verbatim(request.list), known: lists.map { Verbatim($0) })
        }
        let lexicons = try TopicLexicons.of(school.folder)
        let known = Set(lexicons.languages + school.configuration.allLanguages)
        guard known.contains(language) else {
            throw TopicRefusal.noArticles(in: Verbatim(language), known: known.sorted().map { Verbatim($0) })
        }
        for word in request.words + [request.phrase] { try TopicRule.check(word, languages: [language]) }
        return lexicons
    }
}
