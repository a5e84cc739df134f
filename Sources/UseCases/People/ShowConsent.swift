import Content
import Store

/// Shows all that was ever said of whether one learner and their guardians agreed.
public struct ShowConsent: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// Of whom.
    public struct Request: Sendable {
        /// The learner, by id or name.
        public var learner: String

        /// Of a learner, by id or name.
        package init(_ learner: String) { self.learner = learner }
    }

    /// One thing that was said.
    public struct Entry: Sendable {
        /// When.
        public var at: Timestamp
        /// Of which guardian, by address; empty: one without an address. Nil: of the learner.
        public var guardian: Verbatim?
        /// Whether it was said of guardians, of all at once where none is named.
        public var isOfGuardians: Bool
        /// Of which purpose; nil: of all together.
        public var purpose: Consent.Purpose?
        /// Whether they agreed; nil: it was taken back.
        public var agreed: Bool?
        /// Whether it is a cell of the roster that could not be read, which counts as no.
        public var isUnread: Bool
        /// Who said it.
        public var origin: Fact.Origin
        /// Who was at the keyboard; nil: nobody knows.
        public var actor: Verbatim?
    }

    /// What holds, and what was said.
    public struct Outcome: Sendable {
        /// What holds now.
        public var now: ListConsent.Line
        /// What was said, the oldest first.
        public var history: [Entry]
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner)
        let facts = try store.learners.facts(about: learner.id)
        let actors = try store.learners.actorsOfConsent(of: learner.id)
        let people = PersonalConsent.all(in: facts).map { ConsentInWords($0, actors: actors) }
        let history = facts.filter { Fact.Kind.ofConsent.contains($0.kind) }.map { fact in
            Entry(
                at: fact.at, guardian: fact.guardian.map { Verbatim($0) },
                isOfGuardians: fact.guardian != nil || fact.kind == .guardianConsent,
                purpose: Consent.Purpose.allCases.first { $0.kind == fact.kind },
                agreed: fact.value.isEmpty ? nil : fact.value == "yes", isUnread: fact.value == Fact.unreadable,
                origin: fact.origin, actor: actors[fact.number].map { Verbatim($0) })
        }
        return Outcome(
            now: ListConsent.Line(learner: learner.id, name: Verbatim(learner.name), people: people), history: history)
    }
}
