import Content
import Output
import Pipeline
import Store

/// Makes the printed pages of a class's lists, or of one learner's, as they would be put out now. Nothing is recorded, and nothing counts as given.
public struct ShowPagesToPrint: UseCase {
    private let school: School
    private let store: Store

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Whose.
    public struct Request: Sendable {
        /// The class.
        public var schoolClass: String
        /// One learner of it; nil: all, in the order of the print.
        public var learner: LearnerID?
        /// The edition; nil: the newest that one of them has a list of.
        public var edition: Edition?

        /// The pages of a class, or of one of its learners.
        package init(_ schoolClass: String, learner: LearnerID? = nil, edition: Edition? = nil) {
            (self.schoolClass, self.learner, self.edition) = (schoolClass, learner, edition)
        }
    }

    /// The pages.
    public struct Outcome: Sendable {
        /// The edition; nil: nobody has a list.
        public var edition: Edition?
        /// The document; nil: nobody's list may go out.
        public var html: [UInt8]?
        /// Whose pages are in it, in its order.
        public var inside: [Learner]
        /// Whose are not, as their lists wait, are held back, or nothing may be made for them.
        public var outside: [Learner]
    }

    /// Makes them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try NamedThings(store: store).schoolClass(request.schoolClass)
        let ids = try request.learner.map { [$0] } ?? ReviewedLearners(store: store).members(of: name)
        let facts = try store.learners.facts(about: ids).known
        let members = ids.compactMap { id in facts[id].map { Learner(id: id, facts: $0) } }
            .filter { $0.enrolled || $0.id.classRead != nil }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let newest = try members.compactMap { try store.lists.editions(of: $0.id).first }.max()
        guard let edition = request.edition ?? newest else {
            return Outcome(inside: [], outside: members)
        }
        let preview = ListPreview(
            store: store, renderers: school.renderers, settings: try school.deliverySettings(store: store))
        let pages = try preview.pages(of: members.map(\.id), edition: edition, className: name)
        let inside = Set(pages?.learners ?? [])
        return Outcome(
            edition: edition, html: pages?.html, inside: members.filter { inside.contains($0.id) },
            outside: members.filter { !inside.contains($0.id) })
    }
}
