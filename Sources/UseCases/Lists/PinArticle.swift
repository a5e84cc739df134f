import Content
import Pipeline

/// Pins an article: it is in every list until the pin ends or is taken back.
public struct PinArticle: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What is pinned, and for whom.
    public struct Request: Sendable {
        /// The article, by its code or address.
        public var article: String
        /// For whom.
        public var audience: RuleAudience
        /// Whether it is assigned work, which is sent even against an opt-out.
        public var isAssigned: Bool
        /// Whether everybody gets just this version of its story.
        public var isExact: Bool
        /// The date of the last edition that it holds for; nil: until it is taken back.
        public var until: CalendarDate?

        /// A pin by its parts.
        package init(
            _ article: String, for audience: RuleAudience, isAssigned: Bool = false, isExact: Bool = false,
            until: CalendarDate? = nil
        ) {
            (self.article, self.audience, self.until) = (article, audience, until)
            (self.isAssigned, self.isExact) = (isAssigned, isExact)
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// The pin.
        public var rule: SaidRule
        /// Whether another pin of it for the same stood before, which holds no more.
        public var replaces: Bool
        /// Who has fewer minutes than their pins take; nil: nobody.
        public var tooLong: PinsTooLong?
    }

    /// Pins it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (school, store) = (open.school, open.store)
        let book = RuleBook(school: school, store: store)
        let item = try NamedThings(store: store).item(request.article)
        let said = try book.said(for: request.audience, by: actor)
        var rule = TeacherRule(
            kind: .pin, scope: said.scope, target: .item(item.id), by: said.by, assigned: request.isAssigned, at: now,
            until: try book.ending(request.until, now: now))
        rule.exact = request.isExact
        let replaces = try book.replaces(rule, now: now)
        let told = SaidRule(
            verb: .pin(isAssigned: request.isAssigned), subject: .article(ArticleName(item)), whom: said.whom,
            until: rule.until, isNew: try book.append(rule))
        let tooLong = try PinnedMinutes(school: school, store: store).tooLong(with: item, for: said.scope, now: now)
        return Outcome(rule: told, replaces: replaces, tooLong: tooLong)
    }
}
