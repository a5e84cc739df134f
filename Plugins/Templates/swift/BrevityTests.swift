import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// What the scorer means; what it owes to the core is tested by `ConformanceTests`, without a line here.
struct BrevityTests {
    @Test func shortArticlesComeFirst() throws {
        let short = Sample.item(1, text: "Bees dance.")
        let long = Sample.item(2, text: String(repeating: "Bees dance. ", count: 20))
        let batch = ItemBatch([short, long], now: Sample.now)
        let scorer = try Brevity(options: .init())
        let scores = try batch.indices.map { try #require(scorer.score(batch[$0])) }
        #expect(scores[0] > scores[1])
    }
}
