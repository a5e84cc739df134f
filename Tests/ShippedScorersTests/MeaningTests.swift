import Content
import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// What the numbers of the plain scorers mean.
struct MeaningTests {
    private func scores(_ type: any Scorer.Type, _ items: [ContentItem], _ facts: [Fact]) throws -> [Float] {
        let answers = try ScorerBench(type: type).answers(items, facts)
        return items.map { answers[$0.id]?.score ?? -1 }
    }

    @Test func freshnessHalvesWithEachHalfLife() throws {
        let items = [0.0, 14, 28, -5].enumerated().map { Sample.item($0 + 1, age: $1) }
        let scores = try scores(Freshness.self, items, [])
        for (score, expected) in zip(scores, [1, 0.5, 0.25, 1] as [Float]) { #expect(abs(score - expected) < 1e-6) }
        let week = try Freshness.with(#"{"halfLifeDays": 7}"#)
        #expect(abs((week.score(ItemBatch(items, now: Sample.now)[1]) ?? 0) - 0.25) < 1e-9)
    }

    @Test(arguments: [
        (7.0, 1.0), (7.5, 1), (5.5, 1), (10.5, 0), (14, 0), (0.5, 0), (0, 0), (9, 0.5), (3, 0.5),
    ])
    func aLevelIsOneWithinTheBandAndFallsToNothingAtItsReach(level: Double, expected: Double) throws {
        let score = try scores(ReadingLevel.self, [Sample.item(1, level: level)], Sample.facts([.level: "7"]))[0]
        #expect(abs(Double(score) - expected) < 1e-6)
    }

    @Test func aLevelFollowsTheLearners() throws {
        let items = [Sample.item(1, level: 6), Sample.item(2, level: 9)]
        let lower = try scores(ReadingLevel.self, items, Sample.facts([.level: "6"]))
        let higher = try scores(ReadingLevel.self, items, Sample.facts([.level: "8"]))
        #expect(lower[1] < higher[1])
        #expect(try scores(ReadingLevel.self, items, Sample.facts([.level: "7"]))[0] == 1)
    }

    @Test func anUnknownLevelIsNotGuessed() throws {
        #expect(try scores(ReadingLevel.self, [Sample.item(1, level: nil)], Sample.facts())[0].isNaN)
    }

    @Test func aNeedCountsItsWordsUpToEnough() throws {
        let texts = [
            "", "A fraction.", "fractions fraction", "fraction fraction fraction fraction fraction", "infraction",
        ]
        let items = texts.enumerated().map { Sample.item($0 + 1, text: "Numbers. " + $1) }
        let facts = Sample.facts([.needs: "fractions"])
        #expect(try scores(NeedsMatch.self, items, facts) == [0, 0.25, 0.5, 1, 0])
        #expect(try scores(NeedsMatch.self, items, Sample.facts()).allSatisfy { $0.isNaN })
    }

    @Test func theBestOfSeveralNeedsCounts() throws {
        let items = [Sample.item(1, text: "fraction map map")]
        #expect(try scores(NeedsMatch.self, items, Sample.facts([.needs: "fractions;maps"])) == [0.5])
    }
}
