import Content
import Store

/// What ranking knows of one learner at one moment.
public struct LearnerInputs: Sendable {
    /// Their record.
    public let learner: Learner
    let facts: [Fact]
    /// The first edition that each item was given in.
    let given: [ItemID: Edition]
    /// A name for this run only.
    let pseudonym: String

    /// What is said of the learner and not understood, so that it counts as the stricter reading.
    var findings: [Finding] {
        Learner.misunderstood(in: facts).map { fact in
            Finding(
                .warning, at: "learner \(learner.id)",
                "the \(fact.kind.rawValue) in row \(fact.number) of 'learnerFact' is not understood; the stricter reading counts.",
                remedy: "Import the roster again with a value that can be read.")
        }
    }

    /// A learner by what was said and given.
    public init(_ id: LearnerID, facts: [Fact], given: [ItemID: Edition] = [:], pseudonym: String = "L1") {
        learner = Learner(id: id, facts: facts)
        self.facts = facts
        self.given = given
        self.pseudonym = pseudonym
    }
}

/// Reads what is known of learners from the store, some at a time: a district's learners do not have to fit into memory.
public struct LearnerReader: Sendable {
    /// Everybody of whom there is a fact, by id.
    public let ids: [LearnerID]
    private let store: Store
    private let marks: StoreMarks
    private let run: Int64

    /// A reader of the store as it was at the marks; what runs before `run` made counts as given.
    public init(store: Store, asOf marks: StoreMarks, beforeRun run: Int64) throws(StoreError) {
        self.store = store
        self.marks = marks
        self.run = run
        ids = try store.learners.ids(asOf: marks).sorted()
    }

    /// What is known of some learners.
    struct Block {
        /// Those of whom everything is understood.
        var inputs: [LearnerInputs]
        /// The others, as far as they can be read: nobody knows what is left out, so no list is made for them.
        var unread: [Learner]
        /// Which row of theirs is not understood.
        var findings: [Finding]
        /// The same, by learner.
        var problems: [LearnerID: StoreError]
    }

    /// The learners with these numbers among ``ids``.
    func block(_ numbers: Range<Int>) throws(StoreError) -> Block {
        let block = Array(ids[numbers])
        let facts = try store.learners.facts(about: block, asOf: marks)
        let given = try store.lists.given(to: block, beforeRun: run)
        let inputs = zip(numbers, block).compactMap { number, id in
            // The number among all says nothing outside the run.
            facts.known[id].map {
                LearnerInputs(id, facts: $0, given: given[id] ?? [:], pseudonym: "L\(number + 1)")
            }
        }
        let unread = facts.unread.sorted { $0.key < $1.key }.map { Learner(id: $0.key, facts: $0.value.facts) }
        return Block(
            inputs: inputs, unread: unread, findings: facts.findings,
            problems: facts.unread.mapValues { $0.problem })
    }

    /// One learner; nil for one that the roster has never named. Throws where a row of theirs is not understood.
    public func inputs(of id: LearnerID) throws(StoreError) -> LearnerInputs? {
        guard let number = ids.firstIndex(of: id) else { return nil }
        let read = try block(number..<(number + 1))
        if let problem = read.problems[id] { throw problem }
        return read.inputs.first
    }
}
