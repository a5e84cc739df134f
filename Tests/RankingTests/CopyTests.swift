import Content
import Ranking
import TestSupport
import Testing

/// The same article in two feeds: a learner gets one of them, and gets one even where the original cannot reach them.
@Suite struct CopyTests {
    private static let copied = TestSchool(
        items: [Sample.item(1, feed: "https://a.example"), Sample.item(2, feed: "https://b.example")],
        copies: [Sample.id(2): Sample.id(1)])

    @Test func aCopyStaysOutBesideItsOriginal() {
        #expect(Self.copied.gate(1) == nil)
        #expect(Self.copied.gate(2) == .copy)
    }

    @Test func aCopyStaysOutAfterItsOriginalWasGiven() {
        var school = Self.copied
        school.given = [Sample.learner: [Sample.id(1): Sample.edition]]
        #expect(school.gate(1) == .givenBefore)
        #expect(school.gate(2) == .copy)
    }

    @Test func aCopyStandsInForAnOriginalThatIsNotMeantForTheLearner() {
        var school = Self.copied
        school.feeds = [
            Feed(address: "https://a.example", title: "A", audience: 12),
            Feed(address: "https://b.example", title: "B", audience: 3),
        ]
        #expect(school.gate(1) == .suitability)
        #expect(school.gate(2) == nil)
    }
}
