import Content
import TestSupport
import Testing

@testable import Ranking

/// The same article in two feeds: a learner gets one of them, and gets one even where the first cannot reach them.
@Suite struct CopyTests {
    private static let copied = TestSchool(
        items: [Sample.item(1, feed: "https://a.example"), Sample.item(2, feed: "https://b.example")],
        nearCopies: [Sample.id(2): [Sample.id(1)]])

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

    @Test func anOriginalStaysOutAfterItsCopyWasGiven() {
        var school = Self.copied
        school.given = [Sample.learner: [Sample.id(2): Sample.edition]]
        #expect(school.gate(1) == .copy)
        #expect(school.gate(2) == .givenBefore)
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

    @Test func firstSeenThenFullerThenOlderStandsForBoth() {
        let first: [(inout ContentItem) -> Void] = [
            { $0.firstSeen = $0.firstSeen.adding(seconds: -1) }, { $0.words += 1 },
            { $0.published = $0.published.adding(seconds: -1) },
        ]
        for change in first {
            var school = Self.copied
            change(&school.items[1])
            #expect(school.gate(2) == nil)
            #expect(school.gate(1) == .copy)
        }
        var school = Self.copied
        first[0](&school.items[0])
        first[1](&school.items[1])
        #expect(school.gate(2) == .copy, "what was seen first stands, however full a later one is")
    }

    @Test func aChainDoesNotKeepOutItsFarEnd() {
        var school = TestSchool(items: (1...5).map { Sample.item($0) })
        school.nearCopies = Dictionary(
            uniqueKeysWithValues: (1...4).map { (Sample.id($0), [Sample.id($0 + 1)]) })
        #expect((1...5).map { school.gate($0) } == [nil, .copy, nil, .copy, nil])
        school.given = [Sample.learner: [Sample.id(3): Sample.edition]]
        #expect((1...5).map { school.gate($0) } == [nil, .copy, .givenBefore, .copy, nil])
    }

    @Test func aPinnedCopyStandsAndKeepsTheOthersOut() {
        var school = Self.copied
        school.pin(2)
        #expect(school.gate(1) == .copy)
        #expect(school.entries().numbers == [2])
        school.pin(1)
        #expect(school.entries().numbers.sorted() == [1, 2], "both pinned: the teacher wants both")
    }

    @Test func aPinThatAGateStopsKeepsNothingOut() {
        var school = Self.copied
        school.items[1].title = "A spider"
        school.say(.never, "spider")
        school.pin(2)
        #expect(school.gate(2) == .optOut)
        #expect(school.gate(1) == nil)
    }

    @Test func theExplanationNamesTheOneThatStands() throws {
        func because(_ school: TestSchool, _ item: Int) throws -> String {
            let explanation = try #require(
                try school.ranking().explain(Sample.id(item), edition: Sample.edition, made: Sample.now))
            guard case .removed(let verdict) = explanation.outcome else { return "" }
            return verdict.because
        }
        var school = Self.copied
        let name = "it is a near-copy of “Article 1” (C1, https://a.example)"
        #expect(try because(school, 2) == name + ", which stands for both")
        school.items[0].words += 1
        #expect(try because(school, 2) == name + ", which has the fuller text")
        school.items[0].firstSeen = school.items[0].firstSeen.adding(seconds: -1)
        #expect(try because(school, 2) == name + ", which was seen first")
        school.pin(1)
        #expect(try because(school, 2) == name + ", which is pinned")
        school.rules = []
        school.given = [Sample.learner: [Sample.id(1): Sample.edition]]
        #expect(try because(school, 2) == name + ", which was in \(Sample.edition)")
    }

    /// Over several editions with links drawn at random: no two near-copies are ever given, and whoever is kept out is so by
    /// one of its own that stands or was given.
    @Test(arguments: 1...8) func noLearnerEverGetsTwo(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var school = TestSchool.random(items: 30, dial: .shared, using: &random)
        var links: [Int: Set<Int>] = [:]
        for _ in 0..<25 {
            let (one, other) = (random.number(1...30), random.number(1...30))
            guard one != other else { continue }
            links[one, default: []].insert(other)
            links[other, default: []].insert(one)
            school.nearCopies[Sample.id(one), default: []].append(Sample.id(other))
        }
        var given: Set<Int> = []
        for day in 1...6 {
            let ranking = school.ranking()
            let numbers = Set(ranking.entries.numbers)
            for number in numbers {
                #expect((links[number] ?? []).isDisjoint(with: numbers.union(given)), "day \(day): \(number)")
            }
            let standing = Set((1...30).filter { ranking.gate(Sample.id($0)) == nil })
            let told = Set(ranking.snapshot.rules.tellers.values.flatMap { $0 }.map { $0 + 1 })
            for number in 1...30 where ranking.gate(Sample.id(number)) == .copy && !told.contains(number) {
                #expect(!(links[number] ?? []).isDisjoint(with: standing.union(given)))
            }
            given.formUnion(numbers)
            let edition = Edition(date: CalendarDate(year: 2026, month: 4, day: day))
            for number in numbers { school.given[Sample.learner, default: [:]][Sample.id(number)] = edition }
        }
    }
}
