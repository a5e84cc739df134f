import Content
import Pipeline
import Store

/// Takes an article of the school's own away: no list made from now on has it.
public struct RemoveOwnArticle: UseCase {
    private let store: Store

    /// From a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// Which.
    public struct Request: Sendable {
        /// Its code or address.
        public var article: String

        /// An article.
        package init(article: String) { self.article = article }
    }

    /// What was taken away.
    public struct Outcome: Sendable {
        /// The article.
        public var article: ContentItem
    }

    /// Takes it away.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let item = try NamedThings(store: store).item(request.article)
        let own = try store.ownItems.all()
        guard own.contains(where: { $0.item.id == item.id }) else {
            throw ArticleRefusal.notOwn(item, own: own.map { $0.item.code })
        }
        try store.write { scope in try store.ownItems.remove(item.id, at: now, in: scope) }
        return Outcome(article: item)
    }
}
