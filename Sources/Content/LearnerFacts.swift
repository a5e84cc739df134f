/// What is known of learners. One of whom a row is not understood is set apart: nobody can tell what it restricts.
public struct LearnerFacts: Sendable {
    /// A learner of whom not every row is understood.
    public struct Unread: Sendable {
        /// What can be read of them, in the order in which it was stored.
        public internal(set) var facts: [Fact]
        /// The first row that is not understood.
        public let problem: StoreError
    }

    /// The facts of those of whom every row is understood, in the order in which they were stored.
    public private(set) var known: [LearnerID: [Fact]] = [:]
    /// Those of whom a row is not understood: no list is made for them, and nothing is sent to them.
    public private(set) var unread: [LearnerID: Unread] = [:]

    package init() {}

    /// All that can be read of anybody. For what is added to it (an import, a wish, a stop); never for making or sending a list.
    public var readable: [LearnerID: [Fact]] {
        unread.isEmpty ? known : known.merging(unread.mapValues { $0.facts }) { $1 }
    }

    /// One finding for each who is set apart, by id.
    public var findings: [Finding] { unread.keys.sorted().flatMap { findings(about: $0) } }

    /// The finding about a learner who is set apart; none about any other.
    public func findings(about learner: LearnerID) -> [Finding] {
        unread[learner].map {
            [$0.problem.finding(at: .learner(learner), "nothing is made for them or sent to them")]
        } ?? []
    }

    package mutating func takeNothing(of learner: LearnerID) { known[learner] = known[learner] ?? [] }

    /// Takes the next of a learner's facts, or what is the matter with its row. One that takes another back is not kept, and the other is not either:
    /// whoever reads up to an earlier mark still has that one.
    package mutating func take(_ fact: Result<Fact, StoreError>, of learner: LearnerID) {
        switch fact {
        case .success(let fact):
            if let number = fact.takesBack {
                known[learner]?.removeAll { $0.number == number }
                unread[learner]?.facts.removeAll { $0.number == number }
            } else if unread[learner] == nil {
                known[learner, default: []].append(fact)
            } else {
                unread[learner]?.facts.append(fact)
            }
        case .failure(let problem):
            guard unread[learner] == nil else { return }
            unread[learner] = Unread(facts: known.removeValue(forKey: learner) ?? [], problem: problem)
        }
    }
}
