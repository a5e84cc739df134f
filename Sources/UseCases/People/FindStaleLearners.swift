import Content
import Pipeline
import Store

/// Finds learners whose level, strengths or needs are old or were never said: what a teacher asks about next.
public struct FindStaleLearners: UseCase {
    private let store: Store
    /// On what the school rests that learners are profiled.
    private let basis: LawfulBasis?

    /// In a school's store.
    package init(_ open: SchoolAndStore) { (store, basis) = (open.store, open.school.lawfulBasis) }

    /// Of whom.
    public struct Request: Sendable {
        /// A class; nil: everybody.
        public var schoolClass: String?

        /// Of a class, or of everybody.
        package init(schoolClass: String? = nil) { self.schoolClass = schoolClass }
    }

    /// Those with something old or missing, by name.
    public struct Outcome: Sendable {
        /// The learners.
        public var learners: [Stale] = []
    }

    /// A learner with something old or missing.
    public struct Stale: Sendable {
        /// The learner.
        public var learner: Learner
        /// What is old or missing.
        public var parts: [StaleLearner.Part]
    }

    /// Finds them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try request.schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let ids = try name.map { try store.learners.ids(inClass: $0) } ?? store.learners.ids()
        let stale = try ids.compactMap { id -> Stale? in
            let facts = try store.learners.facts(about: id)
            let learner = Learner(id: id, facts: facts)
            // Of who is not profiled nothing is asked that would not be used.
            guard learner.enrolled, learner.mayBeProfiled(on: basis) else { return nil }
            let parts = StaleLearner.parts(of: facts, now: now)
            return parts.isEmpty ? nil : Stale(learner: learner, parts: parts)
        }
        return Outcome(
            learners: stale.sorted {
                ($0.learner.name, $0.learner.id.rawValue) < ($1.learner.name, $1.learner.id.rawValue)
            })
    }
}
