import Content
import Dispatch
import Foundation
import ScorerKit
import Synchronization
import TestSupport
import Testing

@testable import Ranking

/// Scorers outside of this process that behave: real children, both faces.
@Suite(.timeLimit(.minutes(20))) struct ExternalScorerTests {
    @Test(arguments: ScorerFace.allCases) func whatItScoresIsWhatIsFilledIn(face: ScorerFace) throws {
        let trial = try Trial("good", face)
        let session = try trial.scorer.begin(Trial.batch)
        var block = ScoreBlock(learners: 5, items: 20)
        try session.fill(&block, for: Trial.learners(5))
        for learner in 0..<5 {
            for item in 0..<20 {
                let (given, expected) = (block[learner, item], Trial.score(item))
                #expect(given == expected || (given.isNaN && expected.isNaN))
            }
        }
        #expect(try session.evidence(for: 0, learner: Trial.learners(1)[0]) == .measure(name: "trial", value: 0.5))
        #expect(try session.evidence(for: 6, learner: Trial.learners(1)[0]) == nil)
    }

    @Test(arguments: ScorerFace.allCases) func severalThreadsMayAsk(face: ScorerFace) throws {
        let trial = try Trial("good", face)
        let session = try trial.scorer.begin(Trial.batch)
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 40) { turn in
            var block = ScoreBlock(learners: 1 + turn % 3, items: 20)
            let learners = Trial.learners(1 + turn % 3)
            do {
                try session.fill(&block, for: learners)
                _ = try session.evidence(for: 0, learner: learners[0])
                if block[turn % 3, 5] != Trial.score(5) { wrong.withLock { $0 += 1 } }
            } catch {
                wrong.withLock { $0 += 1 }
            }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    @Test(arguments: ScorerFace.allCases) func noItemsAreNoTrouble(face: ScorerFace) throws {
        let trial = try Trial("good", face)
        let session = try trial.scorer.begin(ItemBatch([], now: Sample.now))
        var block = ScoreBlock(learners: 2, items: 0)
        try session.fill(&block, for: Trial.learners(2))
    }

    /// The pipe holds a megabyte; a child that answers while it is still written to must not lock both sides up.
    @Test(arguments: ScorerFace.allCases) func manyMegabytesGoBothWays(face: ScorerFace) throws {
        let text = String(repeating: "Whales sing. ", count: 200)
        let batch = ItemBatch((1...800).map { Sample.item($0, text: text) }, now: Sample.now)
        let trial = try Trial("good", face)
        trial.plan.items = [.title, .text]
        trial.plan.limits.items = 60
        trial.plan.limits.batch = 60
        let session = try trial.scorer.begin(batch)
        var block = ScoreBlock(learners: 500, items: 800)
        try session.fill(&block, for: Trial.learners(500))
        #expect(block[499, 0] == Float(1) / 802)
    }

    @Test func itEndsWithTheSessionAndLeavesNothing() throws {
        let trial = try Trial().marked()
        var session: (any ScorerSession)? = try trial.scorer.begin(Trial.batch)
        #expect(trial.processes.count == 1)
        #expect(trial.leftOvers.count == 1)
        session = nil
        _ = session
        #expect(trial.processes.isEmpty)
        #expect(trial.leftOvers.isEmpty)
    }

    @Test func aScorerThatDoesNotSayGoodbyeIsKilled() throws {
        let trial = try Trial("deaf-goodbye").marked()
        _ = try trial.scorer.begin(Trial.batch)
        #expect(trial.processes.isEmpty)
    }

    @Test func whatItWritesToItsStandardErrorIsKept() throws {
        let trial = try Trial("read:/nowhere")
        _ = try trial.scorer.begin(Trial.batch)
        #expect(trial.log == "read: No such file or directory\n")
    }

    @Test func aProgramThatIsNotThereIsSaid() throws {
        let trial = try Trial()
        trial.plan.command = ["./none"]
        let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
        #expect(failure?.problem == "it could not be started ('./none': No such file or directory) at its start.")
        trial.plan.command = ["no-such-program-anywhere"]
        #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
    }
}
