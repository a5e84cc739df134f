import Content
import Store

/// Lists the learners on the roster.
public struct ListLearners: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// Whom.
    public struct Request: Sendable {
        /// Those of one school alone, as the roster has it; nil: of all.
        public var school: String?
        /// Those of one class alone; nil: of all.
        public var schoolClass: String?
        /// Whether those who have left are among them.
        public var all: Bool

        /// Everybody on the roster, or those of a school or class alone.
        package init(school: String? = nil, schoolClass: String? = nil, all: Bool = false) {
            self.school = school
            self.schoolClass = schoolClass
            self.all = all
        }
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
        let known = facts.known.map { Learner(id: $0.key, facts: $0.value) }
        let schoolName = try request.school.map { try NamedThings.school($0, among: known.compactMap(\.school)) }
        let className = try request.schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let learners = known.filter { learner in
            (learner.enrolled || request.all)
                && (schoolName.map { SchoolName(of: learner) == $0 } ?? true)
                && (className.map { learner.classes.contains($0) } ?? true)
        }
        return Outcome(learners: learners.sorted { $0.id < $1.id }, findings: facts.findings)
    }
}
