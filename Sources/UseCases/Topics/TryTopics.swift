import Configuration
import Content
import Pipeline
import Store
import Topics

/// Tries topics on articles: what would be claimed, what kept back, and by which words.
public struct TryTopics: UseCase {
    private let folder: WorkingFolder?

    /// By the lexicons of a working folder; nil: by those that ship.
    package init(in folder: WorkingFolder?) { self.folder = folder }

    /// Which topics, on which articles.
    public struct Request: Sendable {
        /// The path of the articles, one JSON object a line.
        public var items: String
        /// The path of the topics, one JSON object a line.
        public var topics: String
        /// What widens a topic.
        public var sources: TopicSources

        /// Topics and articles by their files.
        package init(items: String, topics: String, sources: TopicSources = .all) {
            self.items = items
            self.topics = topics
            self.sources = sources
        }
    }

    /// What became of them.
    public struct Outcome: Sendable {
        /// Each topic and article that have to do with each other, in the order of the files.
        public var pairs: [Pair] = []
    }

    /// What became of a topic and an article.
    public struct Pair: Sendable {
        /// The topic's id.
        public var topic: Verbatim
        /// The article's id.
        public var item: Verbatim
        /// How much the article is about it, above 0; nil: it is in passing.
        public var score: Double?
        /// Whether the article may be said to be about it.
        public var claims: Bool
        /// Whether it is kept from whoever never wants it.
        public var blocks: Bool
        /// The words of the article that tell it.
        public var words: [Verbatim]
    }

    private struct Item: Decodable {
        var id: String
        var language: String?
        var title: String
        var text: String
        var tags: [String]?
    }

    private struct Phrase: Decodable {
        var id: String
        var text: String
        var language: String?
        /// `optout`: never; any other: it is liked or taught.
        var kind: String?
    }

    /// Tries them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let lexicons = try TopicLexicons.of(folder, sources: request.sources)
        let items = try JSONLinesFile.values(Item.self, path: request.items, help: .topics).map { $0.value }
        let phrases = try JSONLinesFile.values(Phrase.self, path: request.topics, help: .topics).map { $0.value }
        lexicons.prepare(phrases.map { $0.text })
        var outcome = Outcome()
        for phrase in phrases {
            let finder = TopicFinder(try lexicons.family(of: phrase.text, language: phrase.language ?? "en"))
            let isOptOut = phrase.kind == "optout"
            for item in items {
                let found = finder.findings(
                    title: item.title, tags: item.tags ?? [], text: item.text, language: item.language)
                guard !found.isEmpty else { continue }
                let claims = !isOptOut && found.isAbout
                outcome.pairs.append(
                    Pair(
                        topic: Verbatim(phrase.id), item: Verbatim(item.id), score: found.score, claims: claims,
                        blocks: isOptOut && found.isOf,
                        words: found.words(forOptOut: !claims).map { Verbatim($0) }))
            }
        }
        return outcome
    }
}
