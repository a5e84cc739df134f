import Content
import Pipeline
import Store

/// Takes back what was said of a learner by mistake: from then on it counts as if it had never been said.
///
/// Nothing is removed: lists that were made before can still be explained. What the roster says is put right in the roster, or by another word.
public struct TakeBackFacts: UseCase {
    private let open: SchoolAndStore
    private var store: Store { open.store }

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// What is taken back.
    public struct Request: Sendable {
        /// The learner, by id or name.
        public var learner: String
        /// The numbers of the statements; empty: the one that was said last.
        public var facts: [Int64]

        /// Statements about a learner.
        package init(_ learner: String, facts: [Int64] = []) { (self.learner, self.facts) = (learner, facts) }
    }

    /// What counts no more.
    public struct Outcome: Sendable {
        /// The learner's name.
        public var learner: Verbatim
        /// What was said, in its order.
        public var said: [Said]
    }

    /// A statement that counts no more.
    public struct Said: Hashable, Sendable {
        /// What it was.
        public var kind: Fact.Kind
        /// Of what: a topic, an article's title, a value; nil: it is not to be shown.
        public var about: Verbatim?
        /// Who had said it.
        public var by: Fact.Origin
        /// When.
        public var at: Timestamp
    }

    /// Takes it back, all or nothing.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let learner = try NamedThings(store: store).learner(request.learner)
        let (screen, told) = (open.school.screen, ToldFacts(school: open.school))
        return try store.write { scope in
            let facts = try store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
            var meant: [Fact] = []
            if request.facts.isEmpty {
                // What a guardian said is taken back by its number alone; the date of a level is no word of its own.
                let last = facts.last {
                    Self.mayBeTakenBack($0, by: actor) && $0.origin != .guardian && $0.kind != .levelDate
                }
                guard let last else { throw PersonRefusal.nothingToTakeBack(Verbatim(learner.name)) }
                meant = [last]
            } else {
                meant = try Self.meant(request.facts, in: facts, of: Verbatim(learner.name), by: actor)
            }
            // The date that was said with a level goes with it.
            let dates = facts.filter { date in
                date.kind == .levelDate && date.origin == .teacher && !meant.contains { $0.number == date.number }
                    && meant.contains { $0.kind == .level && $0.origin == .teacher && $0.at == date.at }
            }
            try store.learners.append((meant + dates).map { Self.takingBack($0, now: now) }, in: scope)
            let levels = meant.filter { $0.kind == .level }.map(\.at)
            return Outcome(
                learner: Verbatim(learner.name),
                said: meant.filter { $0.kind != .levelDate || !levels.contains($0.at) }.map { fact in
                    let shown = screen.shown(fact).value == fact.value ? Verbatim(fact.value) : nil
                    return Said(
                        kind: fact.kind, about: actor.role == .teacher ? told.about(fact) : shown, by: fact.origin,
                        at: fact.at)
                })
        }
    }

    /// The statements of some numbers, where all of them stand and somebody may take them back.
    static func meant(
        _ numbers: [Int64], in facts: [Fact], of name: Verbatim, by actor: Actor
    ) throws(PersonRefusal) -> [Fact] {
        var meant: [Fact] = []
        for number in Set(numbers).sorted() {
            guard let fact = facts.first(where: { $0.number == number }) else { throw .isTakenBack(name) }
            guard mayBeTakenBack(fact, by: actor) else { throw .isNotYours(fact.origin) }
            meant.append(fact)
        }
        return meant
    }

    /// The statement that takes another back.
    static func takingBack(_ fact: Fact, now: Timestamp) -> Fact {
        Fact(
            learner: fact.learner, kind: fact.kind, value: "", item: fact.item, guardian: fact.guardian,
            origin: fact.origin, at: now, takesBack: fact.number)
    }

    /// Whether somebody may take a statement back: at the desk a teacher what learners and teachers said, of what they said alone. Consent and
    /// mail have ways of their own.
    package static func mayBeTakenBack(_ fact: Fact, by actor: Actor) -> Bool {
        let isSaid = fact.kind.isWish || (fact.origin == .teacher && CorrectLearner.kinds.contains(fact.kind))
        let isTheirs = fact.origin != .roster && (fact.origin != .guardian || actor.role == .technician)
        return isSaid && isTheirs
    }
}
