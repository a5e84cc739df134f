import Content
import ScorerKit

/// The second stage: makes the lists of an edition from a snapshot and from what is known of each learner. It sees neither the
/// store nor the clock.
public struct RankStage<Records: RankRecords>: Sendable {
    let records: Records

    /// A stage over learners and lists.
    package init(_ records: Records) { self.records = records }

    /// Makes the lists of the snapshot's edition for every learner who has none yet, without the scorers of which it is known that they
    /// cannot run. A scorer that fails is left out, and the stage starts again without it, so that all learners are ranked
    /// alike. `progress` is told after each block how many learners are done, of how many; an error of its own ends the stage
    /// there. `endsReviews`: whether lists of earlier editions have waited long enough for approval.
    public func run(
        _ snapshot: RankSnapshot, run: Int64, scorers: [ActiveScorer], without unusable: [ScorerFailure] = [],
        endsReviews: Bool = true,
        progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> RankOutcome {
        let nothing = RankOutcome(schools: SchoolTally(snapshot.settings.schools.keys))
        var outcome = nothing
        let withheld = endsReviews ? try records.withholdWaiting(before: snapshot.terms.edition) : 0
        var failed = unusable
        while true {
            do {
                let ranker = Ranker(
                    snapshot, scorers: try ScorersAtWork(scorers, without: failed, batch: snapshot.batch))
                let pass = RankPass(records: records, run: run, ranker: ranker)
                try pass.rank(into: &outcome, progress: progress)
                break
            } catch let failure as ScorerFailure {
                // What the run has made so far was ranked with the scorer: nobody may be ranked with it and others without.
                try records.takeBack(madeBy: run)
                failed.append(failure)
                outcome = nothing
            }
        }
        outcome.findings += snapshot.findings
        outcome.summary.schools = outcome.schools.summary
        outcome.summary.items = snapshot.batch.count
        outcome.summary.withheld = withheld
        outcome.findings += failed.map { .scorerLeftOut($0) }
        return outcome
    }
}

/// What the rank stage came to.
public struct RankOutcome: Sendable {
    /// The numbers.
    public var summary = RunSummary.Rank()
    /// What a person should know.
    public var findings: [Finding] = []
    /// For how many learners articles run out.
    public var runningOut = 0
    /// For whom what is within reach was widened.
    public var widened: [LearnerID] = []
    /// What it came to for each school of a district.
    public var schools: SchoolTally

    init(schools: SchoolTally) { self.schools = schools }
}
