import Content
import TestSupport
import Testing

@testable import Ranking

/// What is left for a learner, and when somebody should look for feeds.
@Suite struct SupplyTests {
    private static func school(_ items: [ContentItem], _ facts: [Fact.Kind: String] = [:]) -> TestSchool {
        TestSchool(
            items: items, facts: [Sample.learner: Sample.facts([.language: "en"].merging(facts) { $1 })],
            settings: RankingSettings(places: 3, perFeed: 3))
    }

    private static func articles(_ numbers: ClosedRange<Int>, age: Double, level: Double = 7, language: String = "en")
        -> [ContentItem]
    {
        numbers.map { Sample.item($0, feed: "f\($0 % 5)", language: language, age: age, level: level) }
    }

    @Test func articlesRunOutAndAFeedThatHasThemClearsIt() throws {
        // Nothing came for three weeks, and one list is left.
        var school = Self.school(Self.articles(1...6, age: 21))
        let low = school.ranking().supply
        #expect(low.map(\.fitting) == [3])
        #expect(low.runsOut && low.first?.isSilent == true)
        school.items += Self.articles(10...40, age: 3)
        let enough = school.ranking().supply
        #expect(!enough.runsOut)
        #expect(try #require(enough.first).fitting > 20)
    }

    @Test func whatIsOutOfReachOrTooLongDoesNotCount() throws {
        let items =
            Self.articles(1...10, age: 2, level: 15) + Self.articles(11...12, age: 2)
            + (13...20).map { Sample.item($0, feed: "f1", age: 2, minutes: 20) }
        let supply = try #require(Self.school(items).ranking().supply.first)
        #expect(supply.fitting + supply.listed <= 2)
        #expect(supply.needed >= 10)
    }

    @Test func whoReadsTwoLanguagesDoesNotRunOutWhereOneHasEnough() {
        let items = Self.articles(1...40, age: 2) + Self.articles(50...51, age: 30, language: "es")
        let supply = Self.school(items, [.language: "en;es"]).ranking().supply
        #expect(supply.map(\.language) == ["en", "es"])
        #expect(!supply[0].isLow && supply[1].isLow && !supply.runsOut)
    }

    @Test func aListOfLessThanHalfOfItsPlacesIsSaid() {
        let supply = Self.school(Self.articles(1...1, age: 1)).ranking().supply
        #expect(supply.runsOut)
    }

    @Test func whoWantsNoListsNeedsNone() {
        #expect(Self.school(Self.articles(1...1, age: 1), [.consent: "no"]).ranking().supply.isEmpty)
    }

    @Test func theDeskCountsTheSameWithoutScorers() throws {
        let school = Self.school(Self.articles(1...30, age: 2))
        let ranking = school.ranking()
        #expect(ranking.supply == school.inputs.supply(of: school.known(), listed: ranking.items))
    }
}
