import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// What the scorer means; what it owes to the core is tested by `ConformanceTests`, without a line here.
struct BrevityTests {
    @Test func shortArticlesComeFirst() throws {
        var short = Sample.item(1)
        short.minutes = 2
        var long = Sample.item(2)
        long.minutes = 12
        let batch = ItemBatch([short, long], now: Sample.now)
        let scorer = try Brevity(options: .init())
        let scores = try batch.indices.map { try #require(scorer.score(batch[$0])) }
        #expect(scores[0] > scores[1])
    }
}
