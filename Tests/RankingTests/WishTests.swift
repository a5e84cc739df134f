import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// What a learner says shows in the very next list.
struct WishTests {
    private static let dials: [Dial] = [.shared, .mostlyLearner, .learnerLed]
    private static let seeds = 0..<30 as Range<UInt64>

    /// A random school with at least three more items about whales that nobody has seen.
    private func school(items: Int = 40, _ random: inout SeededRandom) -> TestSchool {
        var school = TestSchool.random(items: items, dial: random.pick(WishTests.dials), using: &random)
        for number in (items + 1)...(items + 2 + random.number(1...3)) {
            var text = RandomText.text(words: 40, topics: random.number(0...1), using: &random)
            text += random.chance(0.5) ? " A whale." : " Many whales, whales!"
            school.items.append(
                Sample.item(
                    number, feed: "w\(number)", title: "Whales \(number)", text: text, age: random.tenth(0...60),
                    minutes: random.number(1...12),
                    level: random.tenth(2...12)))
        }
        return school
    }

    private func asked(_ entry: ListEntry) -> Bool {
        entry.reasons.contains { reason in
            guard case .scored(_, .terms(let terms)) = reason else { return false }
            return terms.contains { $0.source == .asked && $0.phrase == "whales" }
        }
    }

    @Test(arguments: seeds) func moreOfATopicIsInTheNextListAndSaysSo(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = school(&random)
        school.say(.more, "whales")
        #expect(school.entries().contains { asked($0) })
    }

    /// The promise does not hang on the weights: a place is kept, however little the learner's scorers weigh.
    @Test(arguments: seeds) func theWishIsGrantedHoweverLittleTheScorerWeighs(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = school(&random)
        school.scorers = school.scorers.map { active in
            var active = active
            if active.card.name == "InterestMatch" { active.weight = 0.05 }
            return active
        }
        school.say(.more, "whales")
        let granted = school.entries().filter { asked($0) }
        #expect(!granted.isEmpty)
    }

    /// Level is one scorer among several and no gate, so what a learner loves may still come hard, and a single list may
    /// come out harder by what it then has room for. Lists on the whole get easier.
    @Test func afterTooHardListsAreEasier() {
        let changes = (0..<25 as Range<UInt64>).map { seed in
            var random = SeededRandom(seed: seed)
            var school = school(items: 120, &random)
            let before = mean(school)
            for entry in school.entries() { school.say(.tooHard, of: Int(entry.item.rawValue, radix: 16) ?? 0) }
            return mean(school) - before
        }
        #expect(changes.reduce(0, +) / Double(changes.count) < -0.3)
        #expect(changes.filter { $0 > 1e-9 }.count * 4 <= changes.count)
    }

    @Test(arguments: seeds) func afterTooHardNothingIsAboveTheNewBandWhereEnoughIsWithinIt(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let items = (1...80).map {
            Sample.item($0, feed: "f\($0)", age: random.tenth(0...30), level: random.tenth(2...12))
        }
        var school = TestSchool(
            items: items, facts: [Sample.learner: Sample.facts([.level: "\(random.number(6...11))"])],
            scorers: TestSchool.shipped.filter { $0.card.name == "ReadingLevel" })
        school.say(.tooHard)
        let ranking = school.ranking()
        let within = items.filter { (-1.5...0.5).contains(($0.level ?? 99) - ranking.profile.level) }
        #expect(within.count >= school.settings.places, "the test's own numbers leave too few")
        #expect(ranking.entries.count == school.settings.places)
        #expect(ranking.entries.allSatisfy { (school.item($0).level ?? 99) <= ranking.profile.level + 0.5 })
    }

    private func mean(_ school: TestSchool) -> Double {
        let levels = school.entries().unpinned.compactMap { school.item($0).level }
        return levels.isEmpty ? 0 : levels.reduce(0, +) / Double(levels.count)
    }

    @Test(arguments: seeds) func neverRemovesTheTopicAndAllowBringsTheListBack(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = school(&random)
        school.say(.more, "whales")
        let before = school.entries()
        school.say(.never, "whales")
        #expect(school.entries().allSatisfy { !school.item($0).text.lowercased().contains("whale ") })
        let ranking = school.ranking()
        #expect((41...43).allSatisfy { ranking.gate(Sample.id($0)) == .optOut })
        school.say(.allow, "whales")
        #expect(school.entries() == before)
    }

    /// A plain school where only the topic tells items apart: the first three are about whales.
    private func plain(_ more: [Fact.Kind: String] = [:]) -> TestSchool {
        TestSchool(
            items: (1...12).map { number in
                Sample.item(
                    number, feed: "f\(number)", title: number <= 3 ? "A whale swims" : "Boats in harbour \(number)")
            }, facts: [Sample.learner: Sample.facts(dial: .learnerLed, more)], scorers: TestSchool.shipped)
    }

    private func whaleBlend(_ school: TestSchool) -> Double {
        (try? school.ranking().explain(Sample.id(1), edition: Sample.edition, made: Sample.now))?.blend ?? .nan
    }

    @Test func lessOfATopicLowersItAlsoForALearnerWithoutInterests() {
        var school = plain()
        let before = whaleBlend(school)
        school.say(.less, "whales")
        #expect(whaleBlend(school) < before)
        #expect(school.entries().numbers.allSatisfy { $0 > 3 })
    }

    @Test func lessOfWhatTheRosterNamesAsAnInterestLowersIt() {
        var school = plain([.interests: "whales"])
        #expect(school.entries().numbers.contains(1))
        let before = whaleBlend(school)
        school.say(.less, "whales")
        #expect(whaleBlend(school) < before)
        #expect(school.entries().allSatisfy { !asked($0) })
    }

    @Test func theLatestWordAboutATopicCounts() {
        var school = plain()
        school.say(.less, "whales")
        school.say(.more, "Whales")
        let after = whaleBlend(school)
        var fresh = plain()
        fresh.say(.more, "whales")
        #expect(after > 0 && after == whaleBlend(fresh))
    }

    @Test func tooEasyRaisesTheLevelAndTooHardLowersIt() {
        var school = plain([.level: "7"])
        let before = school.ranking().profile.level
        school.say(.tooEasy, of: 1)
        let easy = school.ranking().profile.level
        #expect(easy > before)
        school.say(.tooHard, of: 1)
        #expect(school.ranking().profile.level < before)
    }
}
