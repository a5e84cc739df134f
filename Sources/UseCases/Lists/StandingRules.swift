import Content
import Pipeline
import Store

/// A pin or a veto that stands.
public struct StandingRule: Sendable {
    /// The rule.
    public let rule: TeacherRule
    /// The article; nil for a topic, or where the store has it no more.
    public let item: ContentItem?
    /// Whom it is for.
    public let whom: Whom

    /// What it is about.
    public var subject: RuleSubject {
        switch rule.target {
        case .item(let id): item.map { .article(ArticleName($0)) } ?? .unknownArticle(id)
        case .topic(let topic): .topic(Verbatim(topic))
        case .feed(let address): .feed(Verbatim(address))
        }
    }

    /// Whether it is about the same, however a topic is cased.
    func isAbout(_ target: TeacherRule.Target) -> Bool {
        if case .topic(let own) = rule.target, case .topic(let other) = target {
            return own.lowercased() == other.lowercased()
        }
        return rule.target == target
    }
}

/// Finds the pins and vetoes that stand.
struct StandingRules {
    let school: School
    let store: Store

    /// Those of a kind that stand today, the oldest first, and what is not understood; of a class, its own and those of its learners.
    func rules(
        of kind: TeacherRule.Kind, class name: String?, now: Timestamp
    ) throws -> (rules: [StandingRule], unread: [TeacherRules.Unread]) {
        let today = school.localDate(at: now)
        let read = try store.learners.standingRules(of: kind)
        let things = NamedThings(store: store)
        let only = try name.map { try things.schoolClass($0) }
        let members = try only.map { Set(try store.learners.ids(inClass: $0)) }
        let rules = read.known.filter { rule in
            if let until = rule.until, until < today { return false }
            switch rule.scope {
            case .schoolClass(let name): return only == nil || name == only
            case .learner(let id): return members?.contains(id) ?? true
            }
        }
        let names = try names(of: rules)
        let standing = try rules.map { rule in
            var item: ContentItem?
            if case .item(let id) = rule.target { item = try store.items.item(named: id.rawValue) }
            let whom: Whom =
                switch rule.scope {
                case .schoolClass(let name): .schoolClass(Verbatim(name))
                case .learner(let id): .learner(Verbatim(names[id] ?? id.rawValue))
                }
            return StandingRule(rule: rule, item: item, whom: whom)
        }
        return (standing, read.unread)
    }

    /// The names of the learners that rules are for, as far as they can be read.
    private func names(of rules: [TeacherRule]) throws(StoreError) -> [LearnerID: String] {
        let ids = rules.compactMap { rule -> LearnerID? in
            if case .learner(let id) = rule.scope { return id }
            return nil
        }
        let facts = try store.learners.facts(about: Array(Set(ids)).sorted()).readable
        return facts.reduce(into: [:]) { $0[$1.key] = Learner(id: $1.key, facts: $1.value).name }
    }
}
