import Configuration
import Content
import Pipeline

/// Takes a veto back.
public struct TakeVetoBack: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What a veto is about.
    public enum Subject: Hashable, Sendable {
        /// An article, by its code or address.
        case article(String)
        /// A topic.
        case topic(String)
    }

    /// Whose veto of what.
    public struct Request: Sendable {
        /// What it is about.
        public var subject: Subject
        /// For whom it was said.
        public var audience: RuleAudience

        /// A veto by its parts.
        package init(_ subject: Subject, for audience: RuleAudience) {
            (self.subject, self.audience) = (subject, audience)
        }
    }

    /// What holds now.
    public typealias Outcome = SaidRule

    /// Takes it back. Throws where there is no such veto.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> SaidRule {
        let (school, store) = (open.school, open.store)
        let book = RuleBook(school: school, store: store)
        let target: TeacherRule.Target
        let subject: RuleSubject
        switch request.subject {
        case .article(let name):
            let item = try NamedThings(store: store).item(name)
            (target, subject) = (.item(item.id), .article(ArticleName(item)))
        case .topic(let topic):
            try TopicRule.check(topic, languages: school.configuration.allLanguages)
            (target, subject) = (.topic(topic), .topic(Verbatim(topic)))
        }
        let said = try book.said(for: request.audience, by: actor)
        let rule = TeacherRule(kind: .unveto, scope: said.scope, target: target, by: said.by, at: now)
        let isNew = try book.takeBack(rule, subject, for: said.whom, now: now)
        return SaidRule(verb: .unveto, subject: subject, whom: said.whom, isNew: isNew)
    }
}
