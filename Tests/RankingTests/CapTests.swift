import Content
import Ranking
import TestSupport
import Testing

/// What a list may hold of one feed, one topic, and how long it may take.
struct CapTests {
    @Test(arguments: 0..<40 as Range<UInt64>) func aFeedAndTheMinutesAreWithinTheirCaps(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var school = TestSchool.random(dial: random.pick(Dial.allCases), using: &random)
        school.settings.perFeed = random.number(1...3)
        school.settings.minutes = random.number(3...40)
        school.settings.places = random.number(1...12)
        if random.chance(0.4) { school.pin(random.number(1...20), random.number(21...40)) }
        let entries = school.entries()
        let chosen = entries.unpinned.map { school.item($0) }
        let minutes = entries.reduce(0) { $0 + school.item($1).minutes }
        let pinned = minutes - chosen.reduce(0) { $0 + $1.minutes }
        // Where pins take most of them, one place of the learner's stays.
        let isPinnedFull = 2 * pinned > school.settings.minutes && chosen.count <= 1
        #expect(minutes <= school.settings.minutes || chosen.isEmpty || entries.count == 1 || isPinnedFull)
        #expect(Set(entries.map { $0.item }).count == entries.count)
        #expect(entries.map { $0.place } == Array(1...max(1, entries.count)).prefix(entries.count).map { $0 })
    }

    @Test func aFeedIsCappedWhileOthersFitAndLeavesNoListShort() {
        let items = (1...8).map { Sample.item($0, feed: $0 <= 5 ? "f1" : "f\($0)") }
        var school = TestSchool(items: items, settings: RankingSettings(places: 5, perFeed: 2))
        #expect(school.entries().filter { $0.item.rawValue <= Sample.id(5).rawValue }.count == 2)
        school.items = Array(items.prefix(5))
        #expect(school.entries().count == 5)
    }

    @Test func oneArticleTakesNoMoreThanHalfOfTheMinutesWhileOthersFit() {
        let items =
            [Sample.item(1, feed: "f1", minutes: 20)] + (2...4).map { Sample.item($0, feed: "f\($0)", minutes: 6) }
        let school = TestSchool(items: items, settings: RankingSettings(places: 4, minutes: 30))
        #expect(!school.entries().numbers.contains(1))
    }

    @Test func minutesThatNobodyKnowsCountAsHalf() {
        let school = TestSchool(
            items: (1...5).map { Sample.item($0, feed: "f\($0)", minutes: 0) },
            settings: RankingSettings(places: 5, minutes: 30))
        #expect(school.entries().count == 2)
    }

    @Test func theLearnersOwnMinutesComeBeforeTheSchools() {
        var school = TestSchool(items: (1...6).map { Sample.item($0, feed: "f\($0)", minutes: 5) })
        #expect(school.entries().count == 6)
        school.facts = [Sample.learner: Sample.facts([.minutes: "10"])]
        #expect(school.entries().count == 2)
    }

    @Test func oneArticleLongerThanTheBudgetBeatsNoList() {
        var school = TestSchool(items: [Sample.item(1, minutes: 50), Sample.item(2, minutes: 60)])
        #expect(school.entries().count == 1)
        school.pin(2)
        #expect(school.entries().numbers == [2])
    }

    private func whales(_ whales: Int, boats: Int) -> TestSchool {
        TestSchool(
            items: (1...(whales + boats)).map { number in
                Sample.item(number, feed: "f\(number)", title: number <= whales ? "The whale" : "A boat \(number)")
            }, facts: [Sample.learner: Sample.facts([.interests: "whales"])],
            scorers: [
                .table(
                    "Likes", .learner,
                    Dictionary(uniqueKeysWithValues: (1...(whales + boats)).map { ($0, $0 <= whales ? 1 : 0) }))
            ],
            settings: RankingSettings(places: 6, perTopic: 3, diversity: 0, stretch: false))
    }

    @Test func aTopicIsCappedWhileSomethingElseFits() {
        #expect(whales(8, boats: 5).entries().numbers.filter { $0 <= 8 }.count == 3)
        let rest = whales(8, boats: 5).entries().numbers.filter { $0 > 8 }.count
        #expect(rest == 3)
    }

    @Test func aTopicsCapGivesWayOnlyWhereNothingElseFits() {
        let entries = whales(8, boats: 1).entries()
        #expect(entries.count == 6)
        #expect(entries.numbers.contains(9))
    }

    @Test func explainNamesTheCapThatKeptAnItemOut() throws {
        var school = whales(8, boats: 5)
        func stop(_ number: Int) throws -> Explanation.Outcome? {
            try school.ranking().explain(Sample.id(number), edition: Sample.edition, made: Sample.now)?.outcome
        }
        let left = (1...8).first { !school.entries().numbers.contains($0) } ?? 0
        #expect(try stop(left) == .stopped(.topicFull(topic: "whales", limit: 3)))
        school.items = school.items.map { item in
            var item = item
            item.feed = Sample.feed
            item.feedTitle = "Science"
            return item
        }
        let full = (1...8).first { !school.entries().numbers.contains($0) } ?? 0
        guard case .stopped(.notReached)? = try stop(full) else {
            Issue.record("a cap that gave way kept nothing out: \(String(describing: try stop(full)))")
            return
        }
    }
}
