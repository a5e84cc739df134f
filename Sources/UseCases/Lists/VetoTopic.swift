import Configuration
import Content
import Pipeline
import Topics

/// Vetoes a topic: no article on it comes.
public struct VetoTopic: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What must not come, and to whom.
    public struct Request: Sendable {
        /// The topic: a word or a phrase.
        public var topic: String
        /// To whom.
        public var audience: RuleAudience
        /// The date of the last edition that it holds for; nil: until it is taken back.
        public var until: CalendarDate?

        /// A veto by its parts.
        package init(_ topic: String, for audience: RuleAudience, until: CalendarDate? = nil) {
            (self.topic, self.audience, self.until) = (topic, audience, until)
        }
    }

    /// What holds now.
    public struct Outcome: Sendable {
        /// The veto.
        public var rule: SaidRule
        /// Whether another veto of it for the same stood before, which holds no more.
        public var replaces: Bool
        /// The topic as it was typed.
        public var topic: Verbatim
        /// What else is kept back with it; nil: its words could not be looked up.
        public var families: TopicFamilies?
    }

    /// Vetoes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (school, store) = (open.school, open.store)
        let book = RuleBook(school: school, store: store)
        try TopicRule.check(request.topic, languages: school.configuration.allLanguages)
        let said = try book.said(for: request.audience, by: actor)
        let rule = TeacherRule(
            kind: .veto, scope: said.scope, target: .topic(request.topic), by: said.by, at: now,
            until: try book.ending(request.until, now: now))
        let topic = Verbatim(request.topic)
        let replaces = try book.replaces(rule, now: now)
        let told = SaidRule(
            verb: .veto, subject: .topic(topic), whom: said.whom, until: rule.until, isNew: try book.append(rule))
        let families = try TopicResolving(school: school, store: store).families(
            of: request.topic, isBarred: true, now: now)
        return Outcome(rule: told, replaces: replaces, topic: topic, families: families)
    }
}
