import Configuration
import Content
import Pipeline
import Store
import Topics

/// Takes words away from a topic, whoever says that they belong to it.
public struct RemoveTopicWords: UseCase {
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
        /// The words' language; nil: the school's.
        public var language: String?

        /// Words of a topic.
        package init(_ words: [String], from phrase: String, language: String? = nil) {
            self.phrase = phrase
            self.words = words
            self.language = language
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// The words that are gone.
        public var words: [Verbatim]
        /// The words that were no part of the topic.
        public var unknown: [Verbatim]
        /// The topic.
        public var topic: Verbatim
        /// The words' language.
        public var language: Verbatim
    }

    /// Takes them away.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let language = request.language ?? school.configuration.school.language
        let file = OwnTopicsFile(school: school)
        let topic = try file.topic(of: request.phrase, language)
        guard !topic.isNew else {
            throw TopicRefusal.noTopic(Verbatim(request.phrase), language: Verbatim(language))
        }
        let lexicons = try TopicLexicons.of(school.folder)
        var unknown: [String] = []
        try file.change { text in
            for word in request.words {
                var isGone = false
                let part = try lexicons.part(of: request.phrase, language: language).map {
                    OwnTopicsText.partPrefix + $0
                }
                for list in OwnTopicsText.lists + [part].compactMap({ $0 }) where list != "away" {
                    if text.remove(word, from: .init(language: language, topic: topic.id, list: list)) { isGone = true }
                }
                if try lexicons.lexiconHas(word, in: topic.id, language: language) {
                    try file.put(word, .init(language: language, topic: topic.id, list: "away"), in: &text)
                } else if !isGone {
                    unknown.append(word)
                }
            }
        }
        guard unknown.count < request.words.count else {
            throw TopicRefusal.noPart(
                request.words.map { Verbatim($0) }, of: Verbatim(topic.id), language: Verbatim(language))
        }
        try TopicResolving(school: school, store: store).catchUp(now: now)
        return Outcome(
            words: request.words.filter { !unknown.contains($0) }.map { Verbatim($0) },
            unknown: unknown.map { Verbatim($0) }, topic: Verbatim(topic.id), language: Verbatim(language))
    }
}
