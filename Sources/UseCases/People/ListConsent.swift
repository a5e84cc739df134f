import Content
import Store

/// Lists what learners and guardians agreed to: to what, since when, from whom, and who entered it.
public struct ListConsent: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// Of whom.
    public struct Request: Sendable {
        /// Those of one class alone; nil: of all.
        public var schoolClass: String?
        /// Those of one school alone, as the roster has it; nil: of all.
        public var school: String?

        /// Of everybody on the roster, or of a school or class alone.
        package init(schoolClass: String? = nil, school: String? = nil) {
            self.schoolClass = schoolClass
            self.school = school
        }
    }

    /// One learner with their guardians.
    public struct Line: Sendable {
        /// The learner.
        public var learner: LearnerID
        /// What they are called.
        public var name: Verbatim
        /// The learner's own, then that of each guardian.
        public var people: [ConsentInWords]
    }

    /// What is recorded.
    public struct Outcome: Sendable {
        /// The learners, by id.
        public var learners: [Line]
        /// Who is left out because a row of theirs is not understood.
        public var findings: [Finding]
    }

    /// Lists it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let listed = try ListLearners(store).run(
            .init(school: request.school, schoolClass: request.schoolClass), by: actor, now: now)
        let facts = try store.learners.facts()
        let actors = try store.learners.actorsOfConsent()
        let lines = listed.learners.map { learner in
            Line(
                learner: learner.id, name: Verbatim(learner.name),
                people: PersonalConsent.all(in: facts.known[learner.id] ?? []).map {
                    ConsentInWords($0, actors: actors)
                })
        }
        return Outcome(learners: lines, findings: listed.findings)
    }
}
