import Content

/// Whose lists are made, and where they are kept: the store, or memory in tests. It is all that the stage knows of either.
public protocol RankRecords: Sendable {
    /// A list as it is kept, made ready beforehand on whichever thread made the list.
    associatedtype Row: Sendable

    /// Everybody of whom something is known, by id.
    var ids: [LearnerID] { get }

    /// What is known of the learners with these numbers among ``ids``: a district's do not have to fit into memory.
    func block(_ numbers: Range<Int>) throws(StoreError) -> LearnerBlock

    /// What is known of the readers of classes' pages; none where such pages are not made.
    func readers(of classes: [String]) throws(StoreError) -> LearnerBlock

    /// The learners who have a list of an edition.
    func listed(in edition: Edition) throws(StoreError) -> Set<LearnerID>

    /// Makes a list ready to be kept.
    func row(of list: StoredList) -> Row

    /// Keeps lists, all or none. One that is there stays as it is.
    func keep(_ rows: [Row]) throws(StoreError)

    /// Keeps what there is for some learners after their lists, in place of what was.
    func keep(_ supplies: [LearnerSupply]) throws(StoreError)

    /// Takes back the lists that a run has made.
    func takeBack(madeBy run: Int64) throws(StoreError)

    /// Withholds the lists of earlier editions of a schedule that still wait for approval: their window has ended. Gives how many.
    func withholdWaiting(before edition: Edition) throws(StoreError) -> Int
}

/// What is known of some learners.
public struct LearnerBlock: Sendable {
    /// Those of whom everything is understood.
    public var lines: [LearnerLine]
    /// The others, as far as they can be read: nobody knows what is left out, so no list is made for them.
    public var unread: [Learner]
    /// Which row of theirs is not understood.
    public var findings: [Finding]

    /// A block by its parts.
    package init(lines: [LearnerLine], unread: [Learner] = [], findings: [Finding] = []) {
        self.lines = lines
        self.unread = unread
        self.findings = findings
    }
}
