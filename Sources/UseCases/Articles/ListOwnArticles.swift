import Content
import Pipeline
import Store

/// Lists the articles of the school's own.
public struct ListOwnArticles: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// All of them.
    public struct Request: Sendable {
        /// All.
        package init() {}
    }

    /// The articles.
    public struct Outcome: Sendable {
        /// By title, each with the feed that tells for whom it is.
        public var articles: [OwnItemRepository.Own]
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        Outcome(articles: try store.ownItems.all())
    }
}
