import Content
import ScorerKit
import Store

/// The second stage: reads items and learners from the store, makes the lists of an edition, writes them back.
public struct RankStage: Sendable {
    /// How many learners' lists are made between two writes.
    static let block = 200

    let store: Store

    /// A stage over a store.
    public init(store: Store) { self.store = store }

    /// Makes the lists of an edition for every learner who has none yet. `progress` is told after each block how many
    /// learners are done, of how many.
    public func run(
        edition: Edition, run: Int64, inputs: RankingInputs, now: Timestamp, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(StoreError) -> (RunSummary.Rank, [Finding]) {
        var summary = RunSummary.Rank()
        var findings: [Finding] = []
        summary.withheld = try withholdEarlier(than: edition)
        let learners = inputs.learners
        let there = try store.lists.learners(of: edition)
        summary.learners = learners.count
        summary.items = inputs.batch.count
        summary.kept = learners.filter { there.contains($0.id) }.count
        let waiting = learners.filter { !there.contains($0.id) }
        guard inputs.batch.count > 0 || waiting.isEmpty else {
            summary.without = waiting.count
            let remedy = "See 'gleaner feeds check', and add feeds with 'gleaner feeds add'."
            return (
                summary, [Finding(.error, at: "rank", "there are no articles, so nobody has a list.", remedy: remedy)]
            )
        }
        var done = 0
        var broken: Set<String> = []
        while done < waiting.count {
            let block = waiting[done..<min(done + RankStage.block, waiting.count)]
            var lists: [StoredList] = []
            for learner in block {
                let ranking = LearnerRanking(learner, inputs: inputs)
                findings += ranking.findings
                broken.formUnion(ranking.brokenScorers)
                guard let list = ranking.list(edition: edition, made: now) else {
                    summary.without += 1
                    continue
                }
                if list.state == .awaitingApproval { summary.awaiting += 1 }
                lists.append(StoredList(list: list, run: run, record: ranking.record))
            }
            try store.lists.add(lists)
            summary.made += lists.count
            done += block.count
            progress(done, waiting.count)
        }
        findings += broken.sorted().map { name in
            Finding(
                .error, at: "scorer \(name)",
                "it gave scores that are not numbers from 0 to 1; they count as abstaining.",
                remedy: "Give it the weight 0 until it is mended.")
        }
        return (summary, findings)
    }

    /// A list waits for approval until its window ends: the next edition of its schedule.
    private func withholdEarlier(than edition: Edition) throws(StoreError) -> Int {
        var count = 0
        for earlier in try store.lists.editionsAwaitingApproval()
        where earlier < edition && earlier.schedule == edition.schedule {
            let late = try store.lists.lists(of: earlier).filter { $0.list.state == .awaitingApproval }
            count += try store.lists.setState(
                from: .awaitingApproval, to: .withheld, edition: earlier, learners: late.map { $0.list.learner })
        }
        return count
    }
}
