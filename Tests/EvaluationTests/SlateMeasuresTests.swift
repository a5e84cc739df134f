import Evaluation
import TestSupport
import Testing

/// The measures against cases worked out by hand, and their laws.
struct SlateMeasuresTests {
    @Test func aCaseByHand() {
        // In order: not, wanted, not, wanted.
        let measures = SlateMeasures(scores: [0.9, 0.7, 0.5, 0.1], wanted: [false, true, false, true])
        #expect(abs(measures.auc - 0.25) < 1e-12)
        #expect(abs(measures.mrr - (1 / 2.0 + 1 / 4.0) / 2) < 1e-12)
        let gain = 1 / 1.584_962_500_721_156 + 1 / 2.321_928_094_887_362
        #expect(abs(measures.ndcg10 - gain / (1 + 1 / 1.584_962_500_721_156)) < 1e-12)
        #expect(measures.recall50 == 1)
    }

    @Test func equalScoresCountHalf() {
        let measures = SlateMeasures(scores: [1, 1, 1, 1], wanted: [true, false, false, true])
        #expect(measures.auc == 0.5)
    }

    @Test func theBestOrderIsOneAndExchangedAUCIsTheRest() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<200 {
            let count = Int.random(in: 2...70, using: &random)
            let scores = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
            var wanted = (0..<count).map { _ in Bool.random(using: &random) }
            wanted[0] = true
            wanted[1] = false
            let measures = SlateMeasures(scores: scores, wanted: wanted)
            let exchanged = SlateMeasures(scores: scores, wanted: wanted.map { !$0 })
            #expect(abs(measures.auc + exchanged.auc - 1) < 1e-12)
            #expect(measures.values.allSatisfy { (0...1).contains($0.value) })
            let best = SlateMeasures(scores: wanted.map { $0 ? 1 : 0 }, wanted: wanted)
            #expect(best.auc == 1 && abs(best.ndcg5 - 1) < 1e-12 && abs(best.ndcg10 - 1) < 1e-12)
        }
    }

    @Test func aComparisonIsTheMeanDifferenceWithItsInterval() throws {
        func measures(_ value: Double) -> SlateMeasures {
            SlateMeasures(auc: value, mrr: value, ndcg5: value, ndcg10: value, recall50: value)
        }
        let line = ComparisonLine("a", [0.5, 0.7].map { measures($0) }, with: "b", [0.4, 0.2].map { measures($0) })
        let difference = try #require(line.differences["ndcg@10"])
        // Differences 0.1 and 0.5: mean 0.3, deviation 0.2, standard error 0.2/√2.
        #expect(abs(difference.mean - 0.3) < 1e-12)
        #expect(abs(difference.high - (0.3 + 1.96 * 0.2 / 2.0.squareRoot())) < 1e-12)
        #expect(abs(difference.low + difference.high - 0.6) < 1e-12)
    }
}
