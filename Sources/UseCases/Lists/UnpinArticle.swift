import Content
import Pipeline

/// Takes a pin back.
public struct UnpinArticle: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Whose pin of what.
    public struct Request: Sendable {
        /// The article, by its code or address.
        public var article: String
        /// For whom it was pinned.
        public var audience: RuleAudience

        /// A pin by its parts.
        package init(_ article: String, for audience: RuleAudience) {
            (self.article, self.audience) = (article, audience)
        }
    }

    /// What holds now.
    public typealias Outcome = SaidRule

    /// Takes it back. Throws where there is no such pin.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> SaidRule {
        let book = RuleBook(school: open.school, store: open.store)
        let item = try NamedThings(store: open.store).item(request.article)
        let said = try book.said(for: request.audience, by: actor)
        let rule = TeacherRule(kind: .unpin, scope: said.scope, target: .item(item.id), by: said.by, at: now)
        let subject = RuleSubject.article(ArticleName(item))
        let isNew = try book.takeBack(rule, subject, for: said.whom, now: now)
        return SaidRule(verb: .unpin, subject: subject, whom: said.whom, isNew: isNew)
    }
}
