import Content
import Ranking
import ScorerKit
import TestSupport

/// A scorer whose numbers a test writes down: for each item's number, else NaN.
struct TableScorer: Scorer {
    static let card = ScorerCard(name: "Table", version: "1", summary: "What a test says.", say: .neither)
    static let examples: [ScorerExample] = []
    var scores: [Int: Float] = [:]
    /// Evidence by item, where the name of the scorer is not enough.
    var terms: [Int: [MatchedTerm]] = [:]

    init(options: NoOptions) throws(OptionsError) {}
    init(_ scores: [Int: Float], terms: [Int: [MatchedTerm]] = [:]) {
        self.scores = scores
        self.terms = terms
    }

    func prepare(_ batch: ItemBatch) -> any PreparedScorer { Prepared(table: self, batch: batch) }

    private struct Prepared: PreparedScorer {
        let table: TableScorer
        let batch: ItemBatch

        func number(_ index: Int) -> Int { Int(batch.items[index].id.rawValue, radix: 16) ?? -1 }

        func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
            for index in batch.indices { row[index] = table.scores[number(index)] ?? .nan }
        }

        func evidence(for item: Int, learner: LearnerView) -> Evidence? {
            guard table.scores[number(item)] != nil else { return nil }
            return table.terms[number(item)].map { .terms($0) } ?? .levels(item: 5, learner: 5)
        }
    }
}

extension ActiveScorer {
    /// A table under a name, for a side.
    static func table(
        _ name: String, _ say: Say, weight: Double = 1, _ scores: [Int: Float],
        terms: [Int: [MatchedTerm]] = [:]
    ) -> ActiveScorer {
        ActiveScorer(
            card: ScorerCard(name: name, version: "1", summary: "A table.", say: say), weight: weight, options: "{}",
            scorer: TableScorer(scores, terms: terms))
    }

    /// A table under a name that speaks for neither side.
    static func table(
        _ name: String, weight: Double = 1, _ scores: [Int: Float], terms: [Int: [MatchedTerm]] = [:]
    ) -> ActiveScorer {
        table(name, .neither, weight: weight, scores, terms: terms)
    }
}

extension [Int: Float] {
    /// A score 0…1 for each number of a range, by chance; some abstain.
    static func random(_ numbers: ClosedRange<Int>, abstain: Double = 0, using random: inout SeededRandom) -> Self {
        var scores: Self = [:]
        for number in numbers where !random.chance(abstain) {
            scores[number] = Float(random.number(0...1_000)) / 1_000
        }
        return scores
    }
}
