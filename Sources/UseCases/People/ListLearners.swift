import Content
import Store

/// Lists the learners on the roster.
public struct ListLearners: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// Everybody.
    public struct Request: Sendable {
        /// Everybody.
        package init() {}
    }

    /// The learners.
    public struct Outcome: Sendable {
        /// Those on the roster, by id.
        public var learners: [Learner]
        /// Who is left out because a row of theirs is not understood.
        public var findings: [Finding]
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let facts = try store.learners.facts()
        let learners = facts.known.map { Learner(id: $0.key, facts: $0.value) }.filter { $0.enrolled }
        return Outcome(learners: learners.sorted { $0.id < $1.id }, findings: facts.findings)
    }
}
