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

    /// The learners with these numbers among ``ids``.
    func inputs(_ numbers: Range<Int>) throws(StoreError) -> [LearnerInputs] {
        let block = Array(ids[numbers])
        let facts = try store.learners.facts(about: block, asOf: marks)
        let given = try store.lists.given(to: block, beforeRun: run)
        return zip(numbers, block).map { number, id in
            // The number among all says nothing outside the run.
            LearnerInputs(id, facts: facts[id] ?? [], given: given[id] ?? [:], pseudonym: "L\(number + 1)")
        }
    }

    /// One learner; nil for one that the roster has never named.
    public func inputs(of id: LearnerID) throws(StoreError) -> LearnerInputs? {
        guard let number = ids.firstIndex(of: id) else { return nil }
        return try inputs(number..<(number + 1)).first
    }
}
