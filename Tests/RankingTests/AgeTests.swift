import Content
import Ranking
import TestSupport
import Testing

/// Whoever reads at grade 2 in grade 8 gets easy texts for their age, and what is for the little ones only where nothing else is.
@Suite struct AgeTests {
    /// Articles for the little ones and for all, all as easy.
    private func school(_ little: Int, _ all: Int, grade: Int = 8, allLevel: Double = 2) -> TestSchool {
        var school = TestSchool(
            items: (1...(little + all)).map { number in
                Sample.item(
                    number, feed: number <= little ? "little\(number)" : "all\(number)",
                    level: number <= little ? 2 : allLevel)
            }, facts: [Sample.learner: Sample.facts(grade: grade, [.level: "2"])],
            settings: RankingSettings(places: 4))
        school.feeds = Set(school.items.map { $0.feed }).sorted().map { address in
            var feed = Feed(address: address, title: address, audience: 0)
            if address.hasPrefix("little") { feed.audienceTo = 3 }
            return feed
        }
        return school
    }

    @Test func textsForTheirAgeComeFirst() {
        #expect(Set(school(6, 4).entries().numbers) == [7, 8, 9, 10])
        // One who is as young as the feed is for gets it like any other.
        let numbers = school(6, 4, grade: 3).entries().numbers
        #expect(numbers.count == 4)
        #expect(numbers.contains { $0 <= 6 })
    }

    @Test func whatIsForTheLittleOnesFillsAListThatWouldStayShort() {
        let numbers = school(6, 2).entries().numbers
        #expect(numbers.count == 4)
        #expect(numbers.contains(7) && numbers.contains(8))
    }

    @Test func itComesBeforeATextThatIsFarTooHard() {
        let numbers = school(4, 4, allLevel: 9).entries().numbers
        #expect(!numbers.isEmpty)
        #expect(numbers.allSatisfy { $0 <= 4 })
    }

    @Test func explainSaysForWhomAFeedIs() throws {
        let outcome = try school(6, 4).ranking().explain(Sample.id(1), edition: Sample.edition, made: Sample.now)?
            .outcome
        #expect(outcome == .stopped(.outgrown(highest: 3)))
    }
}
