import Content
import Ranking
import ScorerKit
import TestSupport
import Testing

/// Each list answers its learner's open wishes, truly; all that can be served are served in turn.
struct WishAnswerTests {
    private static let monday = Timestamp(year: 2026, month: 9, day: 7, hour: 6)

    /// A year of articles: of each topic some, all alike but for the topic.
    private static func school(
        _ topics: [String: Int], dial: Dial = .shared, level: Double = 5, places: Int = 6
    ) -> TestSchool {
        var items: [ContentItem] = []
        for (topic, count) in topics.sorted(by: { $0.key < $1.key }) {
            for number in 0..<count {
                items.append(
                    Sample.item(
                        items.count + 1, feed: "f\(items.count)", title: "About \(topic), part \(number)",
                        text: "This tells of \(topic) at length.", age: 3, minutes: 2, level: 5))
            }
        }
        for number in 0..<60 {
            items.append(
                Sample.item(
                    items.count + 1, feed: "g\(number)", title: "Story \(number)", text: "Plain words only.", age: 1,
                    minutes: 2, level: 5))
        }
        var school = TestSchool(
            items: items,
            facts: [Sample.learner: Sample.facts(dial: dial, [.level: "\(level)", .grade: "5"])],
            scorers: TestSchool.shipped)
        school.settings.places = places
        return school
    }

    private func say(
        _ kind: Fact.Kind, _ topic: String, _ school: inout TestSchool, day: Int, by: Fact.Origin = .learner
    ) {
        var fact = Sample.wish(kind, topic, by: by)
        fact.at = Self.monday.adding(seconds: Int64(day) * 86_400)
        school.facts[Sample.learner, default: []].append(fact)
    }

    /// The next list, given to the learner a week after the last.
    private func next(_ school: inout TestSchool, week: Int) throws -> ReadingList {
        let made = Self.monday.adding(seconds: Int64(week) * 7 * 86_400 + 3_600)
        let edition = Edition(date: made.utcDate)
        let list = try #require(try school.ranking().list(edition: edition, made: made))
        school.made[edition] = made
        for entry in list.entries where school.given[Sample.learner]?[entry.item] == nil {
            school.given[Sample.learner, default: [:]][entry.item] = edition
        }
        return list
    }

    private func outcomes(_ list: ReadingList) -> [String: WishAnswer.Outcome] {
        Dictionary((list.answers ?? []).map { ($0.phrase, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    }

    private func about(_ topic: String, _ list: ReadingList, _ school: TestSchool) -> Int {
        list.entries.count { school.item($0).title.contains(topic) }
    }

    @Test func aNewWishIsInItsFirstListAndAnswered() throws {
        var school = Self.school(["whales": 4])
        #expect(try next(&school, week: 0).answers == nil)
        say(.more, "whales", &school, day: 3)
        let list = try next(&school, week: 1)
        let answer = try #require(list.answers?.first)
        #expect(answer.outcome == .found)
        #expect(list.entries.contains { $0.item == answer.item && school.item($0).title.contains("whales") })
    }

    @Test func whatWasMetTwiceIsAnInterestAndNoWishAnyMore() throws {
        var school = Self.school(["whales": 9])
        say(.more, "whales", &school, day: 0)
        for week in 0..<2 { #expect(outcomes(try next(&school, week: week)) == ["whales": .found]) }
        let list = try next(&school, week: 2)
        #expect(list.answers == nil)
        let want = try #require(school.ranking().profile.wants.first)
        #expect(!want.asked && want.strength == 1 && want.phrase == "whales")
        let terms = list.entries.flatMap { $0.reasons }.compactMap { reason -> [MatchedTerm]? in
            if case .scored(_, .terms(let terms)) = reason { terms } else { nil }
        }.flatMap { $0 }
        #expect(!terms.isEmpty && terms.allSatisfy { $0.source == .interest })
    }

    /// Of four places at dial 3 one is the teacher's; of five wishes one waits, and comes next.
    @Test func allThatCanBeServedAreServedInTurn() throws {
        let topics = ["whales", "rockets", "castles", "bees", "trains"]
        var school = Self.school(
            Dictionary(uniqueKeysWithValues: topics.map { ($0, 6) }), dial: .mostlyLearner, places: 4)
        for topic in topics { say(.more, topic, &school, day: 0) }
        let first = try next(&school, week: 0)
        let waiting = topics.filter { about($0, first, school) == 0 }
        #expect(waiting.count == 1)
        #expect(outcomes(first)[waiting[0]] == .later)
        let second = try next(&school, week: 1)
        #expect(about(waiting[0], second, school) > 0, "the longest unserved comes first")
        say(.more, "knights", &school, day: 8)
        #expect(outcomes(try next(&school, week: 2))["knights"] == .nothing)
    }

    @Test(arguments: Dial.allCases) func wishesTakeOnlyWhatIsNotTheTeachers(dial: Dial) throws {
        let topics = ["whales", "rockets", "castles", "bees", "trains", "bridges", "bread"]
        for places in 3...8 {
            var school = Self.school(
                Dictionary(uniqueKeysWithValues: topics.map { ($0, 2) }), dial: dial, places: places)
            for topic in topics { say(.more, topic, &school, day: 0) }
            let kept = school.ranking().entries.count { $0.side == .wish }
            #expect(kept <= places - dial.teacherPlaces(of: places))
            if dial == .learnerLed { #expect(kept == min(places, topics.count)) }
        }
    }

    @Test func eachIsToldWhatIsTrue() throws {
        var school = Self.school(["whales": 2, "spiders": 3, "bees": 2], level: 2)
        for index in school.items.indices where school.items[index].title.contains("bees") {
            school.items[index].level = 11
        }
        // What is too hard comes for no other reason either.
        school.scorers = TestSchool.shipped.filter { $0.card.name == "ReadingLevel" }
        say(.never, "spiders", &school, day: 0, by: .guardian)
        for topic in ["whales", "spiders", "bees", "volcanoes"] {
            var alone = school
            for index in alone.items.indices where alone.items[index].title.contains("whales") {
                alone.items[index].level = 2
            }
            say(.more, topic, &alone, day: 1)
            let expected: [String: WishAnswer.Outcome] = [
                "whales": .found, "spiders": .ask, "bees": .harder, "volcanoes": .nothing,
            ]
            let told = outcomes(try next(&alone, week: 1))[topic]
            #expect(told == expected[topic], "\(topic)")
        }
        for dial in [Dial.teacherOnly, .teacherLed] {
            var led = Self.school(["whales": 2], dial: dial)
            led.pin(20)
            say(.more, "bees", &led, day: 0)
            #expect(outcomes(try next(&led, week: 1))["bees"] == .teacherChooses)
        }
    }

    @Test func atMostTwoUnmetAreNamedAndAGuardiansApart() throws {
        var school = Self.school([:])
        for topic in ["whales", "rockets", "castles"] { say(.more, topic, &school, day: 0) }
        say(.more, "bees", &school, day: 0, by: .guardian)
        let answers = try #require(try next(&school, week: 0).answers)
        #expect(answers.count { $0.origin == .learner } == 2)
        #expect(answers.count { $0.origin == .guardian } == 1)
    }

    @Test func afterFourListsItIsAskedWhetherItStillHolds() throws {
        var school = Self.school([:])
        say(.more, "whales", &school, day: 0)
        for week in 0..<6 {
            let answer = try #require(try next(&school, week: week).answers?.first)
            #expect(answer.isOld == (week >= 4))
        }
        say(.enough, "Whales", &school, day: 45)
        #expect(try next(&school, week: 7).answers == nil)
    }

    @Test func enoughLetsAWishGoAndLeavesTheRostersInterest() throws {
        var school = Self.school(["whales": 3])
        say(.more, "whales", &school, day: 0)
        say(.enough, "whales", &school, day: 1)
        #expect(school.ranking().profile.wants.isEmpty)
        say(.more, "whales", &school, day: 2)
        #expect(school.ranking().profile.wants.first?.strength == 2)
    }
}
