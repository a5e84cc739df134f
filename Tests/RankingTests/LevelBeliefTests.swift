import Content
import Testing
import TestSupport

@testable import Ranking

@Suite struct LevelBeliefTests {
    private static let now = Timestamp(year: 2026, month: 9, day: 7)

    private static func fact(
        _ kind: Fact.Kind, _ value: String, item: String? = nil, day: Int = 1, by origin: Fact.Origin = .learner
    ) -> Fact {
        Fact(
            learner: LearnerID(rawValue: "l"), kind: kind, value: value, item: item.map { ItemID(rawValue: $0) },
            origin: origin, at: Timestamp(year: 2026, month: 9, day: day))
    }

    /// The band after answers to articles that are named for their level: `7.5` is one of that level.
    private static func band(
        _ said: [(Fact.Kind, Double)], stated: String? = "6", lock: Bool = false, now: Timestamp = now,
        language: String = "en"
    ) -> ReadingBand? {
        var facts = [fact(.grade, "6", by: .roster)]
        if let stated { facts.append(fact(.level, stated, by: .roster)) }
        if lock { facts.append(fact(.levelLock, "yes", by: .roster)) }
        facts += said.enumerated().map { fact($1.0, "", item: "\($0)-\($1.1)", day: 2) }
        return ReaderBands(facts: facts, given: GivenItems(), languages: [language, "es"], now: now).bands { item in
            item.rawValue.split(separator: "-").last.flatMap { Double($0) }.map { ($0, language) }
        }[language]
    }

    @Test func withoutAnswersTheBandIsWhatIsKnown() throws {
        let stated = try #require(Self.band([]))
        #expect(stated.level == 6)
        #expect(stated.origin == .stated)
        let grade = try #require(Self.band([], stated: nil))
        #expect(abs(grade.level - 6) < 0.3, "between kindergarten and university the tails are not alike")
        #expect(grade.origin == .grade)
        #expect(grade.deviation > stated.deviation, "less is known of whom nobody tested")
        let old = try #require(Self.band([], now: Self.now.adding(seconds: 500 * 86_400)))
        #expect(old.deviation > stated.deviation, "a level of long ago is less sure")
    }

    @Test func tooHardAtAHardArticleSaysLittleAndAtAnEasyOneMuch() throws {
        let far = try #require(Self.band([(.tooHard, 12)])).level
        let near = try #require(Self.band([(.tooHard, 5)])).level
        #expect(far > 5.5, "whoever reads at grade 6 finds grade 12 too hard: that is no news")
        #expect(near < far - 0.5)
        let easy = try #require(Self.band([(.tooEasy, 7)])).level
        #expect(easy > 6.5)
    }

    @Test func tenComplaintsAboutGradeTwelveDriveNobodyToTheFloor() throws {
        let band = try #require(Self.band(Array(repeating: (.tooHard, 12), count: 10), stated: "4"))
        #expect(band.level >= 3)
        #expect(band.answers == 10)
    }

    @Test func answersFindTheLevelThatTheRosterHasWrong() throws {
        // Someone reads at 5 of whom the roster says 8: what is above 6.5 is too hard, what is below 3.5 too easy.
        let said: [(Fact.Kind, Double)] = [
            (.tooHard, 8), (.tooHard, 7.5), (.more, 5), (.tooHard, 7), (.less, 5.5), (.tooEasy, 3), (.tooHard, 8.5),
            (.more, 6), (.tooHard, 7),
        ]
        let band = try #require(Self.band(said, stated: "8"))
        #expect(abs(band.level - 5) < 1)
        #expect(band.deviation < 1)
    }

    @Test func aLockedLevelStays() throws {
        let band = try #require(Self.band([(.tooHard, 5), (.tooHard, 5), (.tooHard, 4)], lock: true))
        #expect(band.level == 6)
        #expect(band.origin == .fixed)
    }

    @Test func aLevelThatIsStatedAnewIsABeginning() throws {
        let facts = [
            Self.fact(.grade, "6", by: .roster), Self.fact(.level, "6", by: .roster),
            Self.fact(.tooHard, "", item: "0-5", day: 2), Self.fact(.level, "4", day: 3, by: .roster),
        ]
        let band = try #require(
            ReaderBands(facts: facts, given: GivenItems(), languages: ["en"], now: Self.now).bands { _ in (5, "en") }[
                "en"])
        #expect(abs(band.level - 4) < 0.2)
        #expect(band.answers == 0)
    }

    @Test func languagesHaveBandsOfTheirOwn() throws {
        let facts = [
            Self.fact(.level, "6", by: .roster), Self.fact(.tooHard, "", item: "a", day: 2),
            Self.fact(.tooHard, "", item: "b", day: 2), Self.fact(.tooHard, "", item: "c", day: 2),
        ]
        let bands = ReaderBands(facts: facts, given: GivenItems(), languages: ["en", "es"], now: Self.now)
            .bands { _ in (5.5, "es") }
        let (english, spanish) = (try #require(bands["en"]), try #require(bands["es"]))
        #expect(spanish.level < english.level - 0.5)
        #expect(spanish.deviation > english.deviation * 0.8)
    }

    @Test func silenceCountsInAListThatWasAnswered() throws {
        let edition = Edition(date: Self.now.utcDate)
        let facts = [Self.fact(.level, "6", by: .roster), Self.fact(.more, "", item: "said", day: 8)]
        let items = ["said", "a", "b", "c", "d"].map { (ItemID(rawValue: $0), edition) }
        let given = GivenItems(Dictionary(uniqueKeysWithValues: items))
        func level(_ facts: [Fact]) throws -> Double {
            try #require(
                ReaderBands(facts: facts, given: given, languages: ["en"], now: Self.now).bands { _ in (8, "en") }["en"]
            ).level
        }
        #expect(try level(facts) > 6.3, "five articles of grade 8, and no word that they were too hard")
        #expect(try level(Array(facts.prefix(1))) == 6, "nobody answered anything: that says nothing")
    }

    @Test(arguments: 0..<200 as Range<UInt64>) func aBandStaysWithinBounds(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let said = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            (
                [Fact.Kind.tooHard, .tooEasy, .more].randomElement(using: &random) ?? .more,
                Double(Int.random(in: 0...160, using: &random)) / 10
            )
        }
        let stated = Int.random(in: 0...16, using: &random)
        let band = try #require(Self.band(said, stated: "\(stated)"))
        #expect((0...16).contains(band.level))
        #expect(band.deviation > 0 && band.deviation <= 6)
        #expect(band == Self.band(said, stated: "\(stated)"), "the same answers, the same band")
    }

    @Test func aTextThatAClassFindsTooHardIsHarderThanItMeasures() {
        var hearing = ArticleHearing()
        let item = ItemID(rawValue: "a")
        for _ in 0..<6 {
            let facts = [Self.fact(.tooHard, "", item: "a", day: 2)]
            hearing.take(
                LevelAnswers(facts: facts, given: GivenItems()),
                of: ["en": ReadingBand(level: 6, deviation: 1, origin: .stated, at: Self.now)], languages: ["en"]
            ) { _ in "en" }
        }
        let level = hearing.levels { _ in 5 }[item] ?? 0
        #expect(level > 6.5)
        #expect(hearing.levels { _ in nil }.isEmpty, "what was never measured is not guessed")
    }
}
