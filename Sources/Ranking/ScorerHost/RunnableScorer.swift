import Content
import ScorerKit

/// A scorer that the host can run, in this process or out of it: the core does not know which it has.
public protocol RunnableScorer: Sendable {
    /// Prepares for the items of a run.
    func begin(_ batch: ItemBatch) throws(ScorerFailure) -> any ScorerSession
}

/// A scorer that has seen the items of this run. Asked by several threads at once; it ends when it is let go.
public protocol ScorerSession: Sendable {
    /// Fills the rows of a block of learners, in their order; the block comes filled with NaN.
    func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) throws(ScorerFailure)

    /// What the number of an item rests on; nil where it abstained.
    func evidence(for item: Int, learner: LearnerView) throws(ScorerFailure) -> Evidence?
}

/// A scorer that cannot go on. The rank stage starts again without it.
public struct ScorerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The scorer's name.
    public var scorer: String
    /// What happened, and where: "it ended with exit code 3 while it scored learners".
    public var problem: String
    /// What to do.
    public var remedy: String

    /// A failure by its parts.
    package init(scorer: String, problem: String, remedy: String) {
        self.scorer = scorer
        self.problem = problem
        self.remedy = remedy
    }

    /// The scorer and the problem.
    public var description: String { "scorer \(scorer): \(problem)" }
}

/// A scorer written in Swift, at work in this process.
public struct InProcessScorer: RunnableScorer {
    let scorer: any Scorer

    /// A scorer with its options.
    package init(_ scorer: any Scorer) { self.scorer = scorer }

    /// Prepares it; never fails.
    public func begin(_ batch: ItemBatch) throws(ScorerFailure) -> any ScorerSession {
        InProcessSession(prepared: scorer.prepare(batch))
    }
}

private struct InProcessSession: ScorerSession {
    let prepared: any PreparedScorer

    func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) throws(ScorerFailure) {
        prepared.fill(&block, for: learners)
    }

    func evidence(for item: Int, learner: LearnerView) throws(ScorerFailure) -> Evidence? {
        prepared.evidence(for: item, learner: learner)
    }
}
