import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// The stage over learners in memory: who gets a list, and what happens when a scorer cannot go on.
final class RankStageTests {
    private var records = MemoryRankRecords([])

    private func roster(_ count: Int, left: Set<Int> = []) {
        records = MemoryRankRecords(
            (1...count).map { number in
                let id = LearnerID(rawValue: "L-\(100_000 + number)")
                return LearnerLine(
                    id, facts: Sample.facts(of: id, left.contains(number) ? [.enrolled: "no"] : [:]),
                    pseudonym: "L\(number)")
            })
    }

    private func rank(_ scorers: [ActiveScorer], items: Int = 20) throws -> RankOutcome {
        let items = (0..<items).map { Sample.item($0 + 1, feed: "https://example.org/\($0)") }
        let snapshot = RankSnapshot(
            items: items, feeds: items.map { Feed(address: $0.feed, title: "", audience: 0) },
            settings: RankingSettings(), terms: RunTerms(now: Sample.now))
        return try RankStage(records).run(
            snapshot, run: 1, scorers: scorers)
    }

    private var lists: [ReadingList] { records.lists.map { $0.list } }

    private let good = ActiveScorer.table("Good", [1: 0.1, 2: 0.9, 3: 0.5])

    @Test func learnersWhoLeftGetNothingAndTheOthersComeById() throws {
        roster(4, left: [2])
        let outcome = try rank([good])
        #expect(lists.map { $0.learner.rawValue } == ["L-100001", "L-100003", "L-100004"])
        #expect(outcome.summary.learners == 3 && outcome.summary.made == 3 && outcome.summary.items == 20)
        let again = try rank([good])
        #expect(again.summary.kept == 3 && again.summary.made == 0)
    }

    @Test func manyLearnersAreRankedAlikeWhicheverThreadTheyMeet() throws {
        roster(1_100)
        #expect(try rank([good]).summary.made == 1_100)
        let all = lists
        #expect(Set(all.map { $0.entries.map { $0.item } }).count == 1)
        #expect(all.allSatisfy { $0.missingScorers == nil })
    }

    @Test(arguments: [Float.infinity, -Float.infinity, -0.5, 1.5, 1e30])
    func aNumberOutsideItsRangeTakesTheScorerOutOfTheRun(bad: Float) throws {
        roster(3)
        let outcome = try rank([good, .table("Bad", [1: bad])])
        #expect(outcome.findings.map { $0.severity } == [.error])
        #expect(outcome.findings.first?.place == "scorer Bad")
        #expect(lists.allSatisfy { $0.missingScorers == ["Bad"] && $0.entries.first?.item == Sample.id(2) })
    }

    /// Fails when it meets the learners of a late block, or is asked for evidence, or at once.
    private struct Failing: RunnableScorer, ScorerSession {
        enum Moment: CaseIterable { case begin, fill, evidence }
        let moment: Moment
        private let failure = ScorerFailure(scorer: "Failing", problem: "it failed.", remedy: "Mend it.")

        init(_ moment: Moment) { self.moment = moment }

        func begin(_ batch: ItemBatch) throws(ScorerFailure) -> any ScorerSession {
            if moment == .begin { throw failure }
            return self
        }

        func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) throws(ScorerFailure) {
            if moment == .fill, learners.contains(where: { $0.pseudonym == "L1000" }) { throw failure }
            for learner in learners.indices {
                block.withRow(learner) {
                    $0[0] = 1; $0[1] = 0
                }
            }
        }

        func evidence(for item: Int, learner: LearnerView) throws(ScorerFailure) -> Evidence? {
            if moment == .evidence, learner.pseudonym == "L1000" { throw failure }
            return .measure(name: "failing", value: 1)
        }
    }

    @Test(arguments: Failing.Moment.allCases)
    private func theStageStartsAgainWithoutAScorerThatFails(moment: Failing.Moment) throws {
        roster(1_100)
        let failing = ActiveScorer(
            card: ScorerCard(name: "Failing", version: "1", summary: "Fails.", say: .neither), weight: 5, options: "{}",
            scorer: Failing(moment))
        let outcome = try rank([good, failing])
        #expect(outcome.summary.made == 1_100)
        #expect(outcome.findings.map { $0.place } == ["scorer Failing"])
        let all = lists
        #expect(all.allSatisfy { $0.missingScorers == ["Failing"] }, "whoever was ranked before it failed too")
        #expect(all.allSatisfy { $0.entries.first?.item == Sample.id(2) })
        #expect(all.allSatisfy { $0.entries.allSatisfy { $0.scores.map { $0.scorer } == ["Good"] } })
    }
}
