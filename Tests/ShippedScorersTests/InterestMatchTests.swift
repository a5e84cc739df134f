import Content
import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// What the learner's own scorer hears, and what it does not.
struct InterestMatchTests {
    private let items = [
        Sample.item(1, title: "The volcano wakes", text: "Lava and ash rise over the island."),
        Sample.item(2, title: "A black hole", text: "Stars fall in, light bends."),
        Sample.item(3, title: "The black cat", text: "It fell into a hole in the garden."),
        Sample.item(4, title: "Lava and ash", text: "Rivers of lava, clouds of ash, an island of stone."),
        Sample.item(5, title: "Bread", text: "Flour, water, salt and time."),
        Sample.item(6, title: "Cheese", text: "Milk and patience."),
    ]

    private func answers(_ facts: [Fact]) throws -> [Int: Answer] {
        let answers = try ScorerBench(type: InterestMatch.self).answers(items, facts)
        return Dictionary(
            uniqueKeysWithValues: (1...items.count).map { ($0, answers[Sample.id($0)] ?? Answer(score: -1)) })
    }

    private func score(_ number: Int, _ facts: [Fact]) throws -> Float { try answers(facts)[number]?.score ?? -1 }

    /// The items that score above the one that nobody spoke of.
    private func above(_ answers: [Int: Answer]) -> [Int] {
        answers.filter { $0.value.score > 0.5 }.map { $0.key }.sorted()
    }

    @Test func aPluralFindsTheSingular() throws {
        let answers = try answers(Sample.facts([.interests: "Volcanoes"]))
        #expect(above(answers) == [1])
        let term = MatchedTerm(phrase: "Volcanoes", words: ["volcano"], source: .interest, origin: .roster)
        #expect(answers[1]?.evidence == .terms([term]))
    }

    @Test func aPhraseIsOneThing() throws {
        let answers = try answers(Sample.facts([.interests: "black hole"]))
        #expect(above(answers) == [2])
    }

    @Test func aLikedArticlePullsItsLikeAndSaysWhich() throws {
        let answers = try answers([Sample.wish(.more, item: Sample.id(1))])
        #expect((answers[4]?.score ?? 0) > (answers[5]?.score ?? 1))
        guard case .nearness(let title, let similarity, _) = answers[4]?.evidence else {
            Issue.record("no nearness but \(String(describing: answers[4]?.evidence))")
            return
        }
        #expect(title == "The volcano wakes")
        #expect((0.0...1).contains(similarity) && similarity > 0)
    }

    @Test func anArticleTheyWantLessOfPushesItsLikeDown() throws {
        let facts = [Sample.wish(.less, item: Sample.id(1))]
        #expect(try score(4, facts) < score(5, facts))
    }

    @Test func lessOfATopicPushesItBelowWhatNobodySpokeOf() throws {
        for interests in ["", "bread"] {
            let facts = Sample.facts([.interests: interests]) + [Sample.wish(.less, "volcanoes")]
            #expect(try score(1, facts) < score(6, facts))
        }
    }

    @Test func lessIsLouderThanTheRostersInterestInTheSame() throws {
        let facts = Sample.facts([.interests: "volcanoes"]) + [Sample.wish(.less, "Volcanoes")]
        #expect(try score(1, facts) < score(6, facts))
    }

    @Test func anAskedTopicOutweighsADeclaredOne() throws {
        let facts = Sample.facts([.interests: "bread"])
        let asked = try answers(facts + [Sample.wish(.more, "cheese")])
        #expect((asked[6]?.score ?? 0) > (asked[5]?.score ?? 1))
        let term = MatchedTerm(phrase: "cheese", words: ["cheese"], source: .asked, origin: .learner)
        #expect(asked[6]?.evidence == .terms([term]))
    }

    @Test func aStrengthCountsLessThanAnInterest() throws {
        let facts = Sample.facts([.interests: "bread", .strengths: "cheese"])
        #expect(try score(6, facts) > 0)
        #expect(try score(6, facts) < score(5, facts))
    }

    @Test func whoSaidNothingGetsNoGuess() throws {
        #expect(try answers(Sample.facts()).values.allSatisfy { $0.score.isNaN && $0.evidence == nil })
        #expect(try answers([Sample.wish(.more, item: Sample.id(99))]).values.allSatisfy { $0.score.isNaN })
    }

    @Test func theWordsNamedStandInTheArticleAsTheyAreNamed() throws {
        // The tag ends in one half of the phrase and the text begins with the other: no "black holes" stands there.
        let item = Sample.item(9, title: "A black hole", text: "Holes are deep.", tags: ["black"])
        let facts = Sample.facts([.interests: "black hole"])
        let answer = try ScorerBench(type: InterestMatch.self).answers([item], facts)[item.id]
        let term = MatchedTerm(phrase: "black hole", words: ["black hole"], source: .interest, origin: .roster)
        #expect(answer?.evidence == .terms([term]))
    }

    @Test func appleIsNotPineapple() throws {
        let fruit = [
            Sample.item(1, title: "Apples", text: "Red ones."),
            Sample.item(2, title: "Pineapple", text: "Yellow ones."),
            Sample.item(3, title: "Pebbles", text: "Grey ones."),
        ]
        let answers = try ScorerBench(type: InterestMatch.self).answers(fruit, Sample.facts([.interests: "apple"]))
        #expect((answers[Sample.id(1)]?.score ?? 0) > 0.5)
        #expect(answers[Sample.id(2)]?.score == answers[Sample.id(3)]?.score)
    }

    @Test func aDislikeDoesNotWipeOutADeclaredInterest() throws {
        let facts = Sample.facts([.interests: "lava"]) + [Sample.wish(.less, item: Sample.id(1))]
        #expect(try score(4, facts) > score(6, facts), "lava is still wanted")
        #expect(try score(4, facts) < score(4, Sample.facts([.interests: "lava"])), "but less")
    }
}

/// The scorer over an archive that is large enough to learn meanings from.
struct InterestMeaningTests {
    private static let items =
        TopicTexts.bodies(400, seed: 6).enumerated().map { number, body in
            Sample.item(number + 1, title: "", text: body)
        } + [
            Sample.item(901, title: "", text: "lava magma crater"),
            Sample.item(902, title: "", text: "rook gambit pawn"),
            Sample.item(903, title: "", text: "dough yeast oven"),
            Sample.item(904, title: "", text: "today people story"),
        ]
    private static let batch = ItemBatch(items, now: Sample.now)

    private func answers(_ facts: [Fact]) throws -> (Int) -> Answer {
        let answers = try ScorerBench(type: InterestMatch.self).answers(in: Self.batch, [facts])[0]
        return { answers[Sample.id($0)] ?? Answer(score: -1) }
    }

    private func number(of item: ContentItem) -> Int { Int(item.version) }

    /// Nearness moves a rank and is no reason: of such claims hardly one was true.
    @Test func theSameThingInOtherWordsIsFoundAndNotTold() throws {
        let answer = try answers(Sample.facts([.interests: "volcanoes"]))
        #expect(answer(901).score > answer(902).score && answer(901).score > answer(903).score)
        #expect(answer(901).evidence == .terms([]))
        #expect(answer(902).evidence == .terms([]))
    }

    @Test func twoSeparateInterestsBothComeBeforeWhatIsNeither() throws {
        let sky = try #require(Self.items.first { $0.text.contains("telescope") })
        let likes = [Sample.wish(.more, item: Sample.id(901)), Sample.wish(.more, item: Sample.id(903))]
        for facts in [Sample.facts([.interests: "volcano;bread"]), Sample.facts() + likes] {
            let answer = try answers(facts)
            let volcano = try #require(Self.items.first { $0.text.contains("eruption") && $0.text.contains("tremor") })
            let bread = try #require(Self.items.first { $0.text.contains("loaf") && $0.text.contains("baker") })
            let neither = [902, 904, number(of: sky)].map { answer($0).score }
            for one in [volcano, bread] { #expect(neither.allSatisfy { $0 < answer(number(of: one)).score }) }
        }
    }
}
