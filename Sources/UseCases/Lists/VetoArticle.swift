import Content
import Pipeline

/// Vetoes an article: it never comes.
public struct VetoArticle: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What must not come, and to whom.
    public struct Request: Sendable {
        /// The article, by its code or address.
        public var article: String
        /// To whom.
        public var audience: RuleAudience
        /// The date of the last edition that it holds for; nil: until it is taken back.
        public var until: CalendarDate?

        /// A veto by its parts.
        package init(_ article: String, for audience: RuleAudience, until: CalendarDate? = nil) {
            (self.article, self.audience, self.until) = (article, audience, until)
        }
    }

    /// What holds now.
    public typealias Outcome = SaidRule

    /// Vetoes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> SaidRule {
        let book = RuleBook(school: open.school, store: open.store)
        let item = try NamedThings(store: open.store).item(request.article)
        let said = try book.said(for: request.audience, by: actor)
        let rule = TeacherRule(
            kind: .veto, scope: said.scope, target: .item(item.id), by: said.by, at: now,
            until: try book.ending(request.until, now: now))
        return SaidRule(
            verb: .veto, subject: .article(ArticleName(item)), whom: said.whom, until: rule.until,
            isNew: try book.append(rule))
    }
}
