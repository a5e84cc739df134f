import Content
import ScorerKit
import Store

/// The second stage: reads items and learners from the store, makes the lists of an edition, writes them back.
public struct RankStage: Sendable {
    let store: Store

    /// A stage over a store.
    public init(store: Store) { self.store = store }

    /// What the stage came to.
    public struct Outcome: Sendable {
        /// The numbers.
        public var summary = RunSummary.Rank()
        /// What a person should know.
        public var findings: [Finding] = []
    }

    /// Makes the lists of an edition for every learner who has none yet, without the scorers of which it is known that they
    /// cannot run. A scorer that fails is left out, and the stage starts again without it, so that all learners are ranked
    /// alike. `progress` is told after each block how many learners are done, of how many; an error of its own ends the stage
    /// there. `endsReviews`: whether lists of earlier editions have waited long enough for approval.
    public func run(
        edition: Edition, run: Int64, inputs: RankingInputs, scorers: [ActiveScorer],
        without unusable: [ScorerFailure] = [], learners: LearnerReader, now: Timestamp, endsReviews: Bool = true,
        progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> Outcome {
        var outcome = Outcome()
        let withheld = endsReviews ? try withholdEarlier(than: edition) : 0
        var failed = unusable
        while true {
            do {
                let ranker = Ranker(
                    inputs, scorers: try ScorersAtWork(scorers, without: failed, batch: inputs.batch))
                let pass = RankPass(store: store, edition: edition, run: run, ranker: ranker, now: now)
                try pass.rank(learners, into: &outcome, progress: progress)
                break
            } catch let failure as ScorerFailure {
                // What the run has made so far was ranked with the scorer: nobody may be ranked with it and others without.
                try store.write { scope throws(StoreError) in try store.lists.remove(madeBy: run, in: scope) }
                failed.append(failure)
                outcome = Outcome()
            }
        }
        outcome.findings += inputs.findings
        outcome.summary.items = inputs.batch.count
        outcome.summary.withheld = withheld
        outcome.findings += failed.map { failure in
            Finding(
                .error, at: "scorer \(failure.scorer)", "\(failure.problem) All lists were ranked without it.",
                remedy: failure.remedy)
        }
        return outcome
    }

    /// A list waits for approval until its window ends: the next edition of its schedule.
    private func withholdEarlier(than edition: Edition) throws(StoreError) -> Int {
        try store.write { scope throws(StoreError) in try withholdEarlier(than: edition, in: scope) }
    }

    private func withholdEarlier(than edition: Edition, in scope: borrowing WriteScope) throws(StoreError) -> Int {
        var count = 0
        for earlier in try store.lists.editionsAwaitingApproval()
        where earlier < edition && earlier.schedule == edition.schedule {
            count += try store.lists.setState(
                from: .awaitingApproval, to: .withheld, edition: earlier,
                learners: try store.lists.learners(of: earlier, in: .awaitingApproval), in: scope)
        }
        return count
    }
}
