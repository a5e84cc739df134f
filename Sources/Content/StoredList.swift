/// A reading list with the record of how it was made.
public struct StoredList: Hashable, Sendable {
    /// The list.
    public var list: ReadingList
    /// The run that made it.
    public var run: Int64
    /// How many items each gate removed, and the best of those that were left out.
    public var record: ListRecord

    /// A list by its parts.
    package init(list: ReadingList, run: Int64, record: ListRecord) {
        self.list = list
        self.run = run
        self.record = record
    }
}

/// What is kept of the making of a list beside its entries.
public struct ListRecord: Hashable, Codable, Sendable {
    /// How many items there were.
    public var candidates: Int
    /// How many each gate removed, by the gate's name.
    public var removed: [String: Int]
    /// The best of those that passed the gates and found no place, best first: code and blend.
    public var runnersUp: [RunnerUp]

    /// One of the best that found no place.
    public struct RunnerUp: Hashable, Codable, Sendable {
        /// The item's code.
        public var code: ItemCode
        /// Its blended score.
        public var blend: Double

        /// A runner-up by its parts.
        package init(code: ItemCode, blend: Double) {
            self.code = code
            self.blend = blend
        }
    }

    /// A record by its parts.
    package init(candidates: Int, removed: [String: Int], runnersUp: [RunnerUp]) {
        self.candidates = candidates
        self.removed = removed
        self.runnersUp = runnersUp
    }
}

/// Whose list it is, and where it stands among the others: enough to go through an edition in order without holding its
/// lists in memory.
public struct ListKey: Hashable, Sendable {
    /// The learner.
    public var learner: LearnerID
    /// The run that made the list.
    public var run: Int64
    /// The learner's name at that run.
    public var name: String
    /// The learner's classes at that run.
    public var classes: [String]

    /// A key by its parts.
    package init(learner: LearnerID, run: Int64, name: String, classes: [String]) {
        self.learner = learner
        self.run = run
        self.name = name
        self.classes = classes
    }
}

/// A list and the run that made it, without the record of its making.
public struct ListOfRun: Hashable, Sendable {
    /// The list.
    public var list: ReadingList
    /// The run.
    public var run: Int64
    /// The digest of what was approved; nil: nobody had to.
    public var approved: String?

    /// A list of a run.
    package init(list: ReadingList, run: Int64, approved: String? = nil) {
        self.list = list
        self.run = run
        self.approved = approved
    }
}

/// Lists of some learners. One that is not understood costs its learner, and nobody else.
public struct ListsRead: Sendable {
    /// The lists, by learner.
    public package(set) var lists: [LearnerID: ListOfRun] = [:]
    /// Whose list is not understood: which row it is.
    public package(set) var unread: [LearnerID: StoreError] = [:]

    /// One finding for each whose list is not understood, by learner.
    public var findings: [Finding] {
        unread.sorted { $0.key < $1.key }.map { $1.finding(at: .learner($0), "the list is not sent") }
    }

    package init() {}
}
