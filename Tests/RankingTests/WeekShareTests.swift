import Content
import Ranking
import TestSupport
import Testing

/// Over the weeks, too, no feed and no topic takes more than its share.
@Suite struct WeekShareTests {
    private func school(given: Int, daysAgo: Int) -> TestSchool {
        // Twelve articles of one feed that were given, six of it that were not, and others.
        var school = TestSchool(
            items: (1...30).map { Sample.item($0, feed: $0 <= 18 ? "much" : "other\($0)") },
            scorers: [
                .table(
                    "Likes", .neither, Dictionary(uniqueKeysWithValues: (1...30).map { ($0, $0 <= 18 ? 1 : 0) }))
            ],
            settings: RankingSettings(places: 4, perFeed: 2, diversity: 0, stretch: false))
        let edition = Edition(date: Sample.now.utcDate.adding(days: -daysAgo))
        school.given[Sample.learner] = Dictionary(uniqueKeysWithValues: (1...given).map { (Sample.id($0), edition) })
        return school
    }

    @Test func aFeedThatGaveMuchWaitsForOthers() {
        #expect(school(given: 12, daysAgo: 7).entries().numbers.allSatisfy { $0 > 18 })
    }

    @Test func afterFourWeeksItIsForgotten() {
        #expect(school(given: 12, daysAgo: 29).entries().numbers.count { $0 <= 18 } == 2)
    }

    @Test func noListStaysShortForIt() {
        var school = school(given: 12, daysAgo: 7)
        school.items = Array(school.items.prefix(20))
        #expect(school.entries().count == 4)
    }

    @Test func explainNamesTheShare() throws {
        let ranking = school(given: 12, daysAgo: 7).ranking()
        let outcome = try ranking.explain(Sample.id(13), edition: Sample.edition, made: Sample.now)?.outcome
        #expect(outcome == .stopped(.feedShare(feed: "much", limit: 4)))
    }
}
