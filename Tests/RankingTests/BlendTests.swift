import Content
import Ranking
import TestSupport
import Testing

/// The weighted mean of standardised scores.
struct BlendTests {
    private let numbers = 1...12

    /// Items in one feed, all pinned so that every entry shows its parts; dated alike, so that only blends order them.
    private func school(_ scorers: [ActiveScorer]) -> TestSchool {
        TestSchool(
            items: numbers.map { Sample.item($0, feed: "f\($0)") },
            facts: [Sample.learner: Sample.facts(dial: .learnerLed)], scorers: scorers,
            settings: RankingSettings(places: 12, minutes: 600, diversity: 0, stretch: false))
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func thePartsAddUpToTheBlend(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let entries = school([
            .table("A", .learner, weight: 2, .random(numbers, abstain: 0.2, using: &random)),
            .table("B", .neither, weight: 0.5, .random(numbers, abstain: 0.2, using: &random)),
            .table("C", .teacher, weight: 3, .random(numbers, using: &random)),
        ]).entries()
        #expect(entries.count == 12)
        for entry in entries {
            #expect(abs(entry.scores.reduce(0) { $0 + $1.contribution } - entry.blend) < 1e-12)
            #expect(entry.scores.map { $0.scorer } == ["A", "B", "C"])
            let total = entry.scores.reduce(0) { $0 + $1.weight }
            #expect(entry.scores.allSatisfy { abs($0.contribution - $0.weight * $0.standardised / total) < 1e-12 })
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func eachScorerIsPutOnOneScaleOverWhatItSpokeFor(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let entries = school([.table("A", .random(numbers, abstain: 0.4, using: &random))]).entries()
        let spoke = entries.flatMap { $0.scores }.filter { $0.score != nil }.map { $0.standardised }
        let count = Double(spoke.count)
        guard Set(spoke).count > 1 else { return }
        #expect(abs(spoke.reduce(0, +) / count) < 1e-9)
        #expect(abs(spoke.reduce(0) { $0 + $1 * $1 } / count - 1) < 1e-9)
    }

    @Test(arguments: 0..<30 as Range<UInt64>) func anAbstentionNeitherHelpsNorHurts(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let entries = school([
            .table("A", .random(numbers, abstain: 0.3, using: &random)),
            .table("B", .random(numbers, using: &random)),
        ]).entries()
        for part in entries.flatMap({ $0.scores }) where part.score == nil {
            #expect(part.contribution == 0 && part.standardised == 0)
        }
        // What another scorer says alone decides among those of which one knows nothing.
        let silent = entries.filter { $0.scores[0].score == nil }
        #expect(silent.map { $0.scores[1].contribution } == silent.map { $0.blend })
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func aConstantScorerChangesNoOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let speaking = ActiveScorer.table("B", .random(numbers, using: &random))
        let value = Float(random.number(0...10)) / 10
        let constant = Dictionary(uniqueKeysWithValues: numbers.map { ($0, value) })
        let alone = school([speaking]).entries().numbers
        #expect(school([speaking, .table("A", weight: 50, constant)]).entries().numbers == alone)
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func aScorerInShadowChangesNothingButTheRecord(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(dial: random.pick(Dial.allCases), using: &random)
        let before = school.entries()
        school.scorers.append(.table("Shadow", .teacher, weight: 0, .random(1...40, using: &random)))
        let after = school.entries()
        #expect(after.map { [$0.side.rawValue, "\($0.item)"] } == before.map { [$0.side.rawValue, "\($0.item)"] })
        #expect(after.map { $0.blend } == before.map { $0.blend })
        #expect(after.map { $0.reasons } == before.map { $0.reasons })
        #expect(after.allSatisfy { $0.scores.contains { $0.scorer == "Shadow" && $0.contribution == 0 } })
    }

    @Test func weightsMeanTheSameWhateverAScorersRange() {
        // One scorer uses a hundredth of the range; its twelve are as far apart as the other's once standardised.
        let wide = Dictionary(uniqueKeysWithValues: numbers.map { ($0, Float($0) / 12) })
        let narrow = Dictionary(uniqueKeysWithValues: numbers.map { ($0, 0.5 - Float($0) / 1_200) })
        let entries = school([.table("A", wide), .table("B", weight: 1.5, narrow)]).entries()
        #expect(entries.numbers == Array(numbers))
    }

    @Test func aScorerThatNeverSpeaksIsNamedAndNoOther() throws {
        let list = try school([.table("Mute", [:]), .table("Shadow", weight: 0, [:]), .table("A", [1: 1])]).ranking()
            .list(edition: Sample.edition, made: Sample.now)
        #expect(list?.silentScorers == ["Mute"])
    }

    @Test func withoutAnyScorerTheNewestComeFirst() {
        var school = school([])
        for index in school.items.indices { school.items[index].published.seconds += Int64(index) }
        #expect(school.entries().numbers == numbers.reversed())
    }
}
