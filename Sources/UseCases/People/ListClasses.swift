import Content
import Store

/// Lists the classes: who teaches them, how they are led, who is in them.
public struct ListClasses: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { self.init(open.store) }

    /// In a store.
    init(_ store: Store) { self.store = store }

    /// Which.
    public struct Request: Sendable {
        /// Those with learners of one school alone; nil: all.
        public var school: String?
        /// Whether those whose learners have all left are among them.
        public var all: Bool

        /// All classes, or those of a school.
        package init(school: String? = nil, all: Bool = false) {
            self.school = school
            self.all = all
        }
    }

    /// One class.
    public struct Class: Sendable {
        /// Who teaches it and how it is led.
        public var terms: SchoolClass
        /// The schools of its learners, by name.
        public var schools: [Verbatim]
        /// How many learners are in it.
        public var learners: Int
    }

    /// The classes.
    public struct Outcome: Sendable {
        /// By name.
        public var classes: [Class]
        /// What is not understood of them.
        public var findings: [Finding]
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let facts = try store.learners.facts()
        let learners = facts.known.map { Learner(id: $0.key, facts: $0.value) }
        let school = try request.school.map { try NamedThings.school($0, among: learners.compactMap(\.school)) }
        var members: [String: [Learner]] = [:]
        var former: Set<String> = []
        for learner in learners {
            for name in learner.classes {
                if learner.enrolled { members[name, default: []].append(learner) } else { former.insert(name) }
            }
        }
        let known = try store.learners.classes()
        var terms = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        for name in members.keys where terms[name] == nil { terms[name] = SchoolClass(name: name) }
        let classes = terms.values.sorted { $0.name < $1.name }.compactMap { terms -> Class? in
            let own = members[terms.name] ?? []
            if own.isEmpty, former.contains(terms.name), !request.all { return nil }
            let schools = Set(own.compactMap { SchoolName(of: $0) })
            if let school, !schools.contains(school) { return nil }
            return Class(terms: terms, schools: schools.sorted().map { Verbatim($0.text) }, learners: own.count)
        }
        return Outcome(
            classes: classes, findings: facts.findings + (try store.learners.findings(onClassesAsOf: .all)))
    }
}
