import Content
import ScorerConformance
import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// What every scorer that ships owes to the core: the kit that `gleaner scorers check` uses too. A new scorer cannot be
/// forgotten here.
struct ConformanceTests {
    @Test(arguments: ScorerBench.all, ConformanceKit.Property.allCases)
    func whatEveryScorerOwesHolds(scorer: ScorerBench, property: ConformanceKit.Property) throws {
        #expect(try ConformanceKit(scorer.type).fault(property) == nil)
    }

    @Test(arguments: ScorerBench.all) func noTwoScorersHaveOneName(scorer: ScorerBench) {
        #expect(ScorerBench.all.filter { $0.type.card.name == scorer.type.card.name }.count == 1)
    }

    @Test(arguments: ScorerBench.all) func theOrderOfTheItemsDoesNotShow(scorer: ScorerBench) throws {
        var random = SeededRandom(seed: 7)
        let items = RandomText.items(40, using: &random)
        let learners = (0..<4).map { _ in RandomText.facts(dial: .shared, using: &random) }
        let answers = try scorer.answers(items, learners)
        #expect(try scorer.answers(items.shuffled(using: &random), learners) == answers)
    }
}

/// The kit finds what is wrong: for each property a scorer that breaks it.
struct ConformanceKitTests {
    /// A scorer that is sound but for one thing.
    private final class Broken: AnybodyScorer, Sendable {
        struct Options: ScorerOptions {
            var reach = 1.0
            init() {}
        }
        static let card = ScorerCard(name: "Broken", version: "1", summary: "Is broken.", say: .neither)
        static let examples: [ScorerExample] = []
        init(options: Options) throws(OptionsError) {}
        func score(_ item: ItemView) -> Double? { item.level.map { min(1, $0 / 8 + 0.2) } ?? 7 }
        func evidence(for item: ItemView) -> Evidence { .age(days: item.ageInDays) }
    }

    private struct Loud: PairScorer {
        static let card = ScorerCard(name: "loud", version: "", summary: "No full stop", say: .neither)
        static let examples: [ScorerExample] = []
        init(options: NoOptions) throws(OptionsError) {}
        func score(_ item: ItemView, for learner: LearnerView) -> Double? { 0.5 }
        func evidence(for item: ItemView, learner: LearnerView) -> Evidence { .age(days: 0) }
    }

    /// Says something else to whoever is first in a batch.
    private struct Moody: Scorer {
        static let card = ScorerCard(name: "Moody", version: "1", summary: "Is moody.", say: .neither)
        static let examples: [ScorerExample] = []
        init(options: NoOptions) throws(OptionsError) {}
        func prepare(_ batch: ItemBatch) -> any PreparedScorer { Prepared() }

        struct Prepared: PreparedScorer {
            func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
                for item in row.indices { row[item] = 0.5 }
            }

            func fill(_ block: inout ScoreBlock, for learners: [LearnerView]) {
                for number in learners.indices {
                    block.withRow(number) { row in
                        for item in row.indices { row[item] = number == 0 ? 0.6 : 0.5 }
                    }
                }
            }

            func evidence(for item: Int, learner: LearnerView) -> Evidence? { nil }
        }
    }

    /// Names a wish with a word that does not mean it.
    private struct Wordy: PairScorer {
        static let card = ScorerCard(name: "Wordy", version: "1", summary: "Is wordy.", say: .learner)
        static let examples: [ScorerExample] = []
        init(options: NoOptions) throws(OptionsError) {}
        func score(_ item: ItemView, for learner: LearnerView) -> Double? { 0.5 }
        func evidence(for item: ItemView, learner: LearnerView) -> Evidence {
            .terms(
                learner.profile.wants.prefix(1).map {
                    MatchedTerm(phrase: $0.phrase, words: ["the"], source: .interest, origin: $0.origin)
                })
        }
    }

    private func faults(_ type: any Scorer.Type) throws -> Set<ConformanceKit.Property> {
        Set(try ConformanceKit(type).faults().map { $0.property })
    }

    @Test func itTellsWhatIsBroken() throws {
        #expect(try faults(Broken.self) == [.range, .oneItem, .examples])
        #expect(try faults(Loud.self) == [.card, .examples])
        #expect(try faults(Wordy.self) == [.words, .examples])
        #expect(try faults(Moody.self) == [.evidence, .order, .batches, .threads, .examples])
    }
}
