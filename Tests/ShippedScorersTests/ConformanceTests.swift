import Content
import ScorerKit
import TestSupport
import Testing

/// What every scorer owes to the core, whatever it measures.
struct ConformanceTests {
    private static let hostile = [
        "\u{0}\u{1}\u{7}\u{1B}[2J", "\u{202E}drawkcab\u{202C} \u{200F}\u{200E}", "👩‍👩‍👧‍👦🏳️‍🌈🕷️ 🌋🌋🌋", "e\u{301}\u{301}\u{301}",
        "\u{FFFD}\u{FEFF}\u{AD}", "'''’’’ '' ’s 's", String(repeating: "a", count: 5_000), "volcano\u{0}es", " \n\t ",
        "漢字かなカナ 한국어 ไทย", "\u{1F1FA}", "%@ %n <b>&amp;</b> {{title}} ; -- '",
    ]

    /// Learners of every sort: nothing known, ordinary, opposed, and with an item that nobody knows.
    private static func learners(_ random: inout SeededRandom) -> [[Fact]] {
        let nothing = [Sample.wish(.tooHard)]
        let strange = [
            Sample.wish(.more, item: Sample.id(999)), Sample.wish(.less, item: Sample.id(998)), Sample.wish(.more, "🕷️"),
            Sample.wish(.less, ""), Sample.wish(.more, "\u{0}"),
        ]
        let torn =
            Sample.facts([.interests: "whales;Whales; whale", .needs: "whales;🌋", .strengths: "black hole"])
            + [
                Sample.wish(.less, "whales"), Sample.wish(.more, item: Sample.id(1)),
                Sample.wish(.less, item: Sample.id(2)), Sample.wish(.less, "castles"),
            ]
        return [[], nothing, strange, torn] + (0..<4).map { _ in RandomText.facts(dial: .shared, using: &random) }
    }

    private static func items(_ random: inout SeededRandom) -> [ContentItem] {
        var items = RandomText.items(30, using: &random)
        items += hostile.enumerated().map { number, text in
            Sample.item(100 + number, title: text, text: text, tags: [text], language: nil, age: -3, level: 16)
        }
        items.append(Sample.item(200, title: "Old", language: "es", age: 40_000, level: 0))
        return items
    }

    private func expectSound(_ answers: [ItemID: Answer], _ comment: Comment) {
        for (id, answer) in answers {
            #expect(answer.score.isNaN || (0...1).contains(answer.score), comment)
            #expect((answer.evidence == nil) == answer.score.isNaN, "\(comment): \(id)")
        }
    }

    @Test(arguments: ScorerBench.all) func scoresAreInRangeWithEvidenceOrNeither(scorer: ScorerBench) throws {
        for seed in 0..<4 as Range<UInt64> {
            var random = SeededRandom(seed: seed)
            let items = ConformanceTests.items(&random)
            let learners = ConformanceTests.learners(&random)
            for (number, answers) in try scorer.answers(items, learners).enumerated() {
                #expect(answers.count == items.count)
                expectSound(answers, "learner \(number) of seed \(seed)")
            }
        }
    }

    @Test(arguments: ScorerBench.all) func theSameAnswerTwiceInAnyOrderOfTheBatch(scorer: ScorerBench) throws {
        var random = SeededRandom(seed: 7)
        let items = ConformanceTests.items(&random)
        let learners = ConformanceTests.learners(&random)
        let answers = try scorer.answers(items, learners)
        #expect(try scorer.answers(items, learners) == answers)
        #expect(try scorer.answers(items.shuffled(using: &random), learners) == answers)
        // Nor does it matter who was asked about before.
        #expect(try Array(scorer.answers(items, learners.reversed()).reversed()) == answers)
    }

    @Test(arguments: ScorerBench.all) func noItemsAreNoTrouble(scorer: ScorerBench) throws {
        var random = SeededRandom(seed: 1)
        let answers = try scorer.answers([], ConformanceTests.learners(&random))
        #expect(answers.allSatisfy { $0.isEmpty })
    }

    /// An item of more than a million bytes beside a short one.
    private static let megabyte = ItemBatch(
        [
            Sample.item(1, text: String(repeating: "The whale swims past volcanoes. ", count: 32_000), level: 3),
            Sample.item(2, title: "Boats", level: 3),
        ], now: Sample.now)

    @Test(arguments: ScorerBench.all) func aMegabyteOfTextIsNoTrouble(scorer: ScorerBench) throws {
        let facts = Sample.facts([.interests: "whales", .needs: "volcano"])
        let answers = try scorer.answers(in: ConformanceTests.megabyte, [facts])[0]
        #expect(answers.count == 2)
        expectSound(answers, "a megabyte")
    }

    @Test(arguments: ScorerBench.all) func itsExamplesAreSo(scorer: ScorerBench) throws {
        #expect(!scorer.type.examples.isEmpty, "a few examples say more than a summary")
        let made = try scorer.type.withDefaults()
        for example in scorer.type.examples {
            let (better, worse) = made.scores(of: example)
            #expect(better > worse, "\(example.because): \(better) beside \(worse)")
        }
    }

    @Test(arguments: ScorerBench.all) func whatItSaysOfItselfIsUsable(scorer: ScorerBench) {
        let card = scorer.type.card
        #expect(card.name.first?.isUppercase == true && card.name.allSatisfy { $0.isLetter || $0.isNumber })
        #expect(!card.version.isEmpty)
        #expect(card.summary.hasSuffix(".") && !card.summary.contains("\n"))
        #expect(ScorerBench.all.filter { $0.type.card.name == card.name }.count == 1)
    }
}
