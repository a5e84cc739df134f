import Content
import Foundation
import Ranking
import TestSupport
import Testing

/// The same inputs give the same bytes, in whatever order they come.
struct StabilityTests {
    /// Everything that ranking makes for a school, as text.
    private func bytes(_ school: TestSchool) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try school.facts.keys.sorted().map { learner in
            let ranking = school.ranking(learner)
            let list = try encoder.encode(try ranking.list(edition: Sample.edition, made: Sample.now))
            let findings = ranking.findings.map { $0.description }
            return String(decoding: list, as: UTF8.self) + "\(ranking.record.runnersUp.map { $0.code })\(findings)"
        }.joined(separator: "\n")
    }

    private func school(_ random: inout SeededRandom) -> TestSchool {
        var school = TestSchool.random(dial: .shared, using: &random)
        for number in 2...5 {
            let id = LearnerID(rawValue: "L-0\(number)")
            school.facts[id] = RandomText.facts(of: id, dial: random.pick(Dial.allCases), using: &random)
        }
        school.settings.heldWords = ["chess", "comet", "castle"]
        school.rules = [Sample.rule(.pin, .item(Sample.id(3))), Sample.rule(.veto, .topic("robots"))]
        return school
    }

    @Test(arguments: 0..<15 as Range<UInt64>) func twiceTheSameBytes(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let school = school(&random)
        #expect(try bytes(school) == bytes(school))
    }

    @Test(arguments: 0..<15 as Range<UInt64>) func theOrderOfTheInputDoesNotShow(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let school = school(&random)
        var other = school
        other.items.shuffle(using: &random)
        other.scorers.shuffle(using: &random)
        other.feeds = Set(school.items.map { $0.feed }).shuffled(using: &random)
            .map { Feed(address: $0, title: $0, audience: 0) }
        other.facts = [:]
        for (id, facts) in school.facts.shuffled(using: &random) { other.facts[id] = facts }
        #expect(try bytes(other) == bytes(school))
    }

    @Test(arguments: 0..<10 as Range<UInt64>) func anotherLearnerChangesNothingForThisOne(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var school = school(&random)
        let before = school.entries()
        let newcomer = LearnerID(rawValue: "A-00")
        school.facts[newcomer] = RandomText.facts(of: newcomer, dial: .learnerLed, using: &random)
        school.rules.append(Sample.rule(.veto, .topic("whales"), of: newcomer))
        school.given[newcomer] = [Sample.id(1): Sample.edition]
        #expect(school.entries() == before)
    }

    @Test func equalBlendsGoByDateThenById() {
        var school = TestSchool(items: (1...6).map { Sample.item($0, feed: "f\($0)", age: $0 < 4 ? 5 : 2) })
        school.settings.diversity = 0
        #expect(school.entries().numbers == [4, 5, 6, 1, 2, 3])
        school.items.reverse()
        #expect(school.entries().numbers == [4, 5, 6, 1, 2, 3])
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func aListIsInTheTotalOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let school = TestSchool.random(dial: random.pick([.teacherLed, .shared, .learnerLed]), using: &random)
        let entries = school.entries().unpinned
        for (first, second) in zip(entries, entries.dropFirst()) {
            let left = school.item(first)
            let right = school.item(second)
            #expect(
                first.blend > second.blend
                    || first.blend == second.blend
                        && (left.published > right.published
                            || left.published == right.published && left.id < right.id)
            )
        }
    }
}
