import Content
import Foundation
import ScorerKit
import TestSupport
import Testing

@testable import Ranking

/// Scorers outside of this process that misbehave. Whatever one does, everybody is ranked without it, and alike.
@Suite(.timeLimit(.minutes(20))) struct MisbehaviourTests {
    /// A way to misbehave, the face in which it does, and words of what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        var mode: String
        var face: ScorerFace
        var says: String
        var testDescription: String { "\(mode) \(face)" }

        init(_ mode: String, _ says: String, _ face: ScorerFace = .json) {
            self.mode = mode
            self.says = says
            self.face = face
        }
    }

    static let crashes =
        ["start", "items", "batch", "evidence"].flatMap { moment in
            [
                Case("crash-\(moment)", "ended by signal"), Case("exit-\(moment)", "exit status 3"),
                Case("crash-\(moment)", "ended by signal", .binary),
            ]
        } + [Case("late-crash", "ended by signal"), Case("late-crash", "ended by signal", .binary)]

    static let hangs =
        ["start", "items", "batch", "evidence"].flatMap { moment in
            [
                Case("hang-\(moment)", "did not answer within 0.3 s"),
                Case("close-\(moment)", "did not answer within 0.3 s"),
                Case("deaf-\(moment)", "did not answer within 0.3 s"),
                Case("hang-\(moment)", "did not answer within 0.3 s", .binary),
            ]
        } + [Case("half", "did not answer within 0.3 s"), Case("half", "did not answer within 0.3 s", .binary)]

    static let floods = ["start", "items", "batch", "evidence", "idle"].flatMap { moment in
        [Case("stdout-\(moment)", "wrote"), Case("stderr-\(moment)", "wrote more than 16000000 bytes of log")]
    }

    static let answers = [
        Case("few", "gave 19 scores for 20 items"), Case("many", "gave 21 scores for 20 items"),
        Case("rows-few", "rows for"), Case("rows-many", "rows for"), Case("nan", "gave NaN"),
        Case("infinity", "gave Infinity"), Case("huge", "gave the score 1e+300"),
        Case("negative", "gave the score -0.5"), Case("above", "gave the score 1.5"),
        Case("text", "gave a text where a score belongs: good"), Case("html", "something else than the JSON"),
        Case("object", "something else than the JSON"), Case("wrong-batch", "instead of"),
        Case("wrong-kind", "answered with 'ready' instead of 'scores'"),
        Case("twice", "wrote more than it was asked for"),
        Case("protocol", "speaks version 2 of the protocol"), Case("version", "says that it is version 9.9"),
        Case("nonsense", "something else than a greeting: Hello"), Case("silent", "an empty line"),
        Case("column", "asks for the column 'secrets'"), Case("error", "says: “no table of words”"),
        Case("evidence-kind", "unknown kind 'poem'"), Case("evidence-phrase", "the phrase 'buy my pens'"),
        Case("evidence-measure", "a measure"), Case("evidence-near", "a nearness"),
        Case("evidence-question", "answered question"),
        Case("few", "gave", .binary), Case("many", "gave", .binary), Case("rows-few", "gave", .binary),
        Case("rows-many", "gave", .binary), Case("infinity", "gave the score inf", .binary),
        Case("huge", "gave the score 1", .binary), Case("negative", "gave the score -0.5", .binary),
        Case("wrong-batch", "instead of", .binary), Case("wrong-kind", "a frame of kind 2", .binary),
        Case("twice", "wrote more than it was asked for", .binary), Case("evidence-kind", "unknown kind", .binary),
    ]

    private let good = ActiveScorer.table("Good", [1: 0.1, 2: 0.9, 3: 0.5])

    /// Ranks forty learners with a sound scorer and with the one that misbehaves.
    private func expectRankedWithout(_ misbehaving: Case, _ trial: Trial) throws {
        let records = MemoryRankRecords(
            (1...40).map { number in
                let id = LearnerID(rawValue: "L-\(100 + number)")
                return LearnerLine(id, facts: Sample.facts(of: id, [.interests: "whales"]))
            })
        let items = Trial.items.enumerated().map { number, item in
            var item = item
            item.feed = "https://example.org/\(number)"
            return item
        }
        let snapshot = RankSnapshot(
            items: items, feeds: items.map { Feed(address: $0.feed, title: "", audience: 0) },
            settings: RankingSettings(), terms: RunTerms(now: Sample.now))
        let active = ActiveScorer(card: trial.plan.card, weight: 5, options: "{}", scorer: trial.scorer)
        let outcome = try RankStage(records).run(
            snapshot, run: 1, scorers: [good, active])
        #expect(outcome.findings.map { $0.severity } == [.error])
        #expect(outcome.findings.first?.place == "scorer Trial")
        #expect(outcome.findings.first?.problem.contains(misbehaving.says) == true, "\(outcome.findings)")
        let lists = records.lists.map { $0.list }
        #expect(lists.count == 40)
        #expect(lists.allSatisfy { $0.missingScorers == ["Trial"] })
        #expect(Set(lists.map { $0.entries.map { $0.item } }).count == 1, "everybody is ranked alike")
        #expect(lists.allSatisfy { $0.entries.first?.item == Sample.id(2) }, "by the scorer that is left, not by date")
        #expect(trial.processes.isEmpty && trial.leftOvers.isEmpty)
    }

    @Test(arguments: crashes) func oneThatCrashesIsLeftOut(misbehaving: Case) throws {
        try expectRankedWithout(misbehaving, try Trial(misbehaving.mode, misbehaving.face).marked())
    }

    @Test(arguments: hangs) func oneThatHangsIsLeftOut(misbehaving: Case) throws {
        try expectRankedWithout(misbehaving, try Trial(misbehaving.mode, misbehaving.face).marked().impatient())
    }

    @Test(arguments: floods) func oneThatFloodsIsLeftOut(misbehaving: Case) throws {
        let trial = try Trial(misbehaving.mode, misbehaving.face).marked()
        try expectRankedWithout(misbehaving, trial)
        let size = (try? FileManager.default.attributesOfItem(atPath: trial.plan.log ?? "")[.size] as? Int) ?? 0
        #expect(size <= ScorerLog.kept + 100)
    }

    @Test(arguments: answers) func oneThatAnswersWronglyIsLeftOut(misbehaving: Case) throws {
        try expectRankedWithout(misbehaving, try Trial(misbehaving.mode, misbehaving.face).marked())
    }

    @Test func aScorerThatIsSoundIsNotLeftOut() throws {
        let trial = try Trial("good")
        let session = try trial.scorer.begin(Trial.batch)
        var block = ScoreBlock(learners: 1, items: 20)
        try session.fill(&block, for: Trial.learners(1))
        #expect(block[0, 0] == Trial.score(0))
    }
}
