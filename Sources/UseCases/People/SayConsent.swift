import Content
import Store

/// Takes down that a learner or a guardian agreed, did not, or takes their word back.
public struct SayConsent: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// What somebody can say.
    public enum Word: String, Sendable, CaseIterable {
        /// They agree.
        case yes
        /// They do not.
        case no
        /// Nobody has asked: what was said is taken back.
        case ask
    }

    /// Whose word, about what, and who says it.
    public struct Request: Sendable {
        /// The learner, by id or name.
        public var learner: String
        /// The guardian whose consent it is, by address; empty: one without an address. Nil: it is the learner's.
        public var guardian: String?
        /// The purposes; empty: all together.
        public var purposes: [Consent.Purpose]
        /// What is said.
        public var word: Word
        /// Who says it; nil: whose consent it is.
        public var origin: Fact.Origin?

        /// A word of a learner or guardian.
        package init(
            _ learner: String, guardian: String? = nil, purposes: [Consent.Purpose] = [], word: Word,
            by origin: Fact.Origin? = nil
        ) {
            self.learner = learner
            self.guardian = guardian
            self.purposes = purposes
            self.word = word
            self.origin = origin
        }
    }

    /// What holds afterwards.
    public struct Outcome: Sendable {
        /// The learner.
        public var learner: LearnerID
        /// Whose word it was, and what holds of it now.
        public var person: ConsentInWords
        /// How many facts were appended; 0: it was said before.
        public var appended: Int
        /// The purposes that were agreed to and stay refused, for a no to all purposes together, or to the one alone, stands.
        public var staysRefused: [Consent.Purpose]
    }

    /// Takes it down.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try store.write { scope in
            let id = try NamedThings(store: store).learner(request.learner).id
            let facts = try store.learners.facts(about: [id]).readable[id] ?? []
            let guardian = try request.guardian.map { try Self.key(of: $0, in: facts, id) }
            let origin = request.origin ?? (guardian == nil ? .learner : .guardian)
            if guardian != nil, origin == .learner { throw PersonRefusal.learnerForGuardian }
            let kinds =
                request.purposes.isEmpty
                ? [guardian == nil ? Fact.Kind.consent : .guardianConsent] : Set(request.purposes).sorted().map(\.kind)
            let value = request.word == .ask ? "" : request.word.rawValue
            let said = kinds.filter { kind in
                let last = facts.last { $0.kind == kind && $0.guardian == guardian }
                return last.map { $0.value != value || $0.origin != origin } ?? !value.isEmpty
            }.map { Fact(learner: id, kind: $0, value: value, guardian: guardian, origin: origin, at: now) }
            if request.word != .no, origin == .teacher {
                try Self.refuse(facts, kinds: kinds, guardian)
            }
            try store.learners.append(said, in: scope)
            let person = Self.person(guardian, in: try store.learners.facts(about: [id]).readable[id] ?? [])
            let meant = request.purposes.isEmpty ? Consent.Purpose.allCases : Set(request.purposes).sorted()
            return Outcome(
                learner: id,
                person: ConsentInWords(person, actors: try store.learners.actorsOfConsent(of: id)),
                appended: said.count,
                staysRefused: request.word == .yes
                    ? meant.filter { purpose in
                        person.statements.contains { $0.purpose == purpose && $0.agreed == false }
                    } : [])
        }
    }

    /// A guardian's name in facts: one whom the roster names, or named, or of whom something was said.
    private static func key(of address: String, in facts: [Fact], _ learner: LearnerID) throws -> String {
        let key = Guardian.key(address.trimmed)
        if key.isEmpty { return key }
        let named = Learner.guardianAddresses(in: facts)
        let known = Set((named.written + named.stopped).map(Guardian.key) + facts.compactMap(\.guardian))
        guard known.contains(key) else {
            throw PersonRefusal.noGuardian(
                learner, Verbatim(address), known: (named.written + named.stopped).map { Verbatim($0) })
        }
        return key
    }

    private static func person(_ guardian: String?, in facts: [Fact]) -> PersonalConsent {
        PersonalConsent.all(in: facts).first { $0.guardian.map(Guardian.key) == guardian }
            ?? PersonalConsent(guardian: guardian, in: facts)
    }

    /// A no that somebody said themselves only they can take back: a teacher does not agree for them.
    private static func refuse(_ facts: [Fact], kinds: [Fact.Kind], _ guardian: String?) throws {
        for kind in kinds {
            let last = facts.last { $0.kind == kind && $0.guardian == guardian }
            if let last, last.value == "no", last.origin == .learner || last.origin == .guardian {
                throw PersonRefusal.noIsTheirs(last.origin)
            }
        }
    }
}
