import Content
import Pipeline
import Store

/// The pins and vetoes that stand, for whom, since when, by whom and until when.
public struct StandingRuleList: Sendable {
    let school: School
    let store: Store

    /// A list over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// One rule that stands.
    public struct Standing: Sendable {
        let rule: TeacherRule
        /// The article; nil for a topic.
        let item: ContentItem?
        /// Whom it is for, for people: `class 5A`, or the learner's name.
        let whom: String

        /// What it is about, for people.
        var shown: String {
            switch rule.target {
            case .item(let id): item.map { "“\($0.title)” (\($0.code))" } ?? "the article \(id)"
            case .topic(let topic): "'\(topic)'"
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

    /// All of a kind that stands.
    public struct Answer: Sendable {
        /// Those that are understood, the oldest first.
        var rules: [Standing] = []
        /// What is not.
        var unread: [TeacherRules.Unread] = []
        /// Pins or vetoes.
        var kind: TeacherRule.Kind

        /// What a person should know.
        public var findings: [Finding] { unread.map { $0.finding } }
    }

    /// The pins that stand today; of a class, its own and those of its learners.
    public func pins(class name: String?, now: Timestamp) throws -> Answer {
        try rules(of: .pin, class: name, now: now)
    }

    /// The vetoes that stand today; of a class, its own and those of its learners.
    public func vetoes(class name: String?, now: Timestamp) throws -> Answer {
        try rules(of: .veto, class: name, now: now)
    }

    func rules(of kind: TeacherRule.Kind, class name: String?, now: Timestamp) throws -> Answer {
        let today = school.localDate(at: now)
        let read = try store.learners.standingRules(of: kind)
        let things = NamedThings(store: store)
        let only = try name.map { try things.schoolClass($0) }
        let members = try only.map { Set(try store.learners.ids(inClass: $0)) }
        var answer = Answer(kind: kind)
        answer.unread = read.unread
        let rules = read.known.filter { rule in
            if let until = rule.until, until < today { return false }
            switch rule.scope {
            case .schoolClass(let name): return only == nil || name == only
            case .learner(let id): return members?.contains(id) ?? true
            }
        }
        let ids = rules.compactMap { rule -> LearnerID? in
            if case .learner(let id) = rule.scope { return id }
            return nil
        }
        let names = try store.learners.facts(about: Array(Set(ids)).sorted()).readable.map {
            ($0.key, Learner(id: $0.key, facts: $0.value).name)
        }.reduce(into: [LearnerID: String]()) { $0[$1.0] = $1.1 }
        answer.rules = try rules.map { rule in
            var item: ContentItem?
            if case .item(let id) = rule.target { item = try store.items.item(named: id.rawValue) }
            let whom =
                switch rule.scope {
                case .schoolClass(let name): "class \(name)"
                case .learner(let id): names[id] ?? id.rawValue
                }
            return Standing(rule: rule, item: item, whom: whom)
        }
        return answer
    }
}
