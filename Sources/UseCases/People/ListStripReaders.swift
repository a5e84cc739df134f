import Content
import Store

/// Lists the learners of a class in the order of its printed pages, for whoever types their strips in.
public struct ListStripReaders: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// Of whom.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// The edition of the pages, which somebody must have a list of; nil: each learner's newest.
        public var edition: Edition?

        /// Of a class.
        package init(schoolClass: String, edition: Edition? = nil) {
            self.schoolClass = schoolClass
            self.edition = edition
        }
    }

    /// The learners, by name and then id.
    public struct Outcome: Sendable {
        /// The learners.
        public var learners: [Learner]
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try PrintedLists(store: store).check(request.edition)
        let name = try NamedThings(store: store).schoolClass(request.schoolClass)
        let ids = try store.learners.ids(inClass: name)
        let facts = try store.learners.facts(about: ids).readable
        let learners = ids.compactMap { id in facts[id].map { Learner(id: id, facts: $0) } }
        return Outcome(learners: learners.filter { $0.enrolled }.sorted { ($0.name, $0.id) < ($1.name, $1.id) })
    }
}
