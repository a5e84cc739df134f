import Configuration
import Content
import Pipeline
import ScorerKit
import Store
import Topics

/// Shows what a phrase means as a topic: its family of words, and in a school what it would give and keep back.
public struct ShowTopic: UseCase {
    private let folder: WorkingFolder?

    /// In a working folder; nil: by the lexicons that ship.
    package init(in folder: WorkingFolder?) { self.folder = folder }

    /// A phrase.
    public struct Request: Sendable {
        /// The word or phrase, as somebody says it.
        public var phrase: String
        /// The language that it is said in.
        public var language: String

        /// A phrase of a language.
        package init(_ phrase: String, language: String = "en") {
            self.phrase = phrase
            self.language = language
        }
    }

    /// What it means.
    public struct Outcome: Sendable {
        /// Its family: the one that the school keeps, or else what it would be resolved to now.
        public var family: TopicFamily
        /// What it would give and keep back; nil where there is no school with a store.
        public var reach: Reach?
    }

    /// What a topic would give to somebody who likes it, and keep from somebody who never wants it, of the articles that are there.
    public struct Reach: Sendable {
        /// Articles that are about it.
        public var gives: [Article]
        /// Articles that are kept back from whoever never wants it.
        public var blocks: [Article]
        /// Articles that wait for a teacher for whoever never wants it: they are as near to it in meaning, without a word of it.
        public var holds: [Article]
    }

    /// An article.
    public struct Article: Hashable, Sendable {
        /// Its printed code.
        public var code: ItemCode
        /// Its title.
        public var title: Verbatim
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let store = try folder?.readStore()
        // What holds in a school is what was kept when the phrase was said.
        let families = try families(of: request, by: TopicLexicons.of(folder), store: store)
        return Outcome(
            family: families.own, reach: try store.map { try reach(of: request, families.all, in: $0, now: now) })
    }

    private func families(
        of request: Request, by lexicons: TopicLexicons, store: Store?
    ) throws -> (all: TopicFamilies, own: TopicFamily) {
        if let kept = try store?.topics.families(of: request.phrase),
            let own = kept.family(of: request.phrase, said: request.language)
        {
            return (kept, own)
        }
        let own = try lexicons.family(of: request.phrase, language: request.language)
        return (TopicFamilies([own]), own)
    }

    /// Looks through the current articles of a store.
    private func reach(
        of request: Request, _ families: TopicFamilies, in store: Store, now: Timestamp
    ) throws(StoreError) -> Reach {
        let items = try store.items.items().map { $0.item }
        let batch = ItemBatch(items, now: now, topics: families)
        func articles(_ numbers: [Int]) -> [Article] {
            numbers.map { Article(code: batch.items[$0].code, title: Verbatim(batch.items[$0].title)) }
        }
        return Reach(
            gives: articles(batch.topics.about(request.phrase, languages: [request.language])),
            blocks: articles(batch.topics.kept(from: request.phrase)),
            holds: articles(batch.topics.near(request.phrase)))
    }
}
