import Content

/// A plugin that gives each item one number in 0…1 for one learner, or abstains.
///
/// Write one of the three kinds: ``AnybodyScorer`` (what an item is worth to anybody), ``PairScorer`` (what it is worth
/// to one learner), or this protocol itself (after preparing once a run, a row for a learner at once, or with
/// ``PreparedMatrixScorer`` many learners at once). Then add its type to `Plugins/Shipped.swift`.
public protocol Scorer: Sendable {
    /// The options a school may set in `Config/gleaner.yaml`. Every property has a default, none is optional, so that
    /// the defaults show all keys.
    associatedtype Options: ScorerOptions

    /// Name, version, summary and whose say it is.
    static var card: ScorerCard { get }

    /// A learner and two articles each, with which is better and why: at least one.
    static var examples: [ScorerExample] { get }

    /// A scorer with its options; throws ``OptionsError`` for a value out of its range.
    init(options: Options) throws(OptionsError)

    /// Prepares once a run for all items.
    func prepare(_ batch: ItemBatch) -> any PreparedScorer

    /// Options that leave one part of it alone at work, by the part's name: what `gleaner evaluate` measures beside the
    /// whole. None, unless a scorer says otherwise.
    static var parts: [String: Options] { get }
}

extension Scorer {
    /// No parts.
    public static var parts: [String: Options] { [:] }
}

/// A scorer that has seen the items of this run.
public protocol PreparedScorer: Sendable {
    /// Fills one score for each item, 0…1, for one learner. The row comes filled with NaN, which means "I abstain".
    func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView)

    /// Fills the rows of many learners, in their order: one by one, unless a scorer can do better. The block comes filled
    /// with NaN. What a learner's row says may not depend on who else is in the block.
    func fill(_ block: inout ScoreBlock, for learners: [LearnerView])

    /// What the number of an item rests on; nil where it abstained.
    func evidence(for item: Int, learner: LearnerView) -> Evidence?
}

extension PreparedScorer {
    /// Row by row.
    public func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) {
        for (number, learner) in learners.enumerated() { block.withRow(number) { fill(&$0, for: learner) } }
    }
}

/// A scorer that has seen the items of this run and scores many learners at once, as a product of two matrices does.
public protocol PreparedMatrixScorer: PreparedScorer {
    /// Fills the rows of many learners; what a row says may not depend on who else is there.
    func fill(_ block: inout ScoreBlock, for learners: [LearnerView])
}

extension PreparedMatrixScorer {
    /// A block of one.
    public func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
        var block = ScoreBlock(learners: 1, items: row.count)
        fill(&block, for: [learner])
        for item in row.indices { row[item] = block[0, item] }
    }
}

/// What a scorer says of itself.
public struct ScorerCard: Hashable, Codable, Sendable {
    /// Its name, as the configuration has it: letters and digits, beginning with a capital.
    public var name: String
    /// Its version. A change that changes scores changes it.
    public var version: String
    /// What it is for, in one line that a teacher understands.
    public var summary: String
    /// Whose wishes it speaks for.
    public var say: Say

    /// A card by its parts.
    public init(name: String, version: String, summary: String, say: Say) {
        self.name = name
        self.version = version
        self.summary = summary
        self.say = say
    }
}
