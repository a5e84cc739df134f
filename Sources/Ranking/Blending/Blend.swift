import Content
import ScorerKit

/// The scores of one learner's candidates, standardised and combined.
///
/// Each scorer's scores are standardised over the candidates for which it spoke; an abstention counts as that scorer's
/// mean, 0, so that weights mean the same for every scorer and abstaining is never rewarded. A contribution is weight ×
/// standardised score over the sum of the weights. Sums run in the order of the scorers' names and of the items.
struct Blend {
    /// One scorer's part.
    struct Column {
        let card: ScorerCard
        /// The weight with the dial's factor.
        let weight: Double
        /// The scores of all items; NaN where it abstained.
        let row: [Float]
        /// Mean and deviation over the candidates for which it spoke.
        let mean: Double
        let deviation: Double
        /// Whether it spoke for any candidate.
        let spoke: Bool

        init(card: ScorerCard, weight: Double, row: [Float], candidates: [Int]) {
            var sum = 0.0
            var count = 0.0
            for item in candidates where !row[item].isNaN {
                sum += Double(row[item])
                count += 1
            }
            let mean = count > 0 ? sum / count : 0
            var squares = 0.0
            for item in candidates where !row[item].isNaN {
                let difference = Double(row[item]) - mean
                squares += difference * difference
            }
            self.card = card
            self.weight = weight
            self.row = row
            self.mean = mean
            deviation = count > 0 ? (squares / count).squareRoot() : 0
            spoke = count > 0
        }

        func standardised(_ item: Int) -> Double {
            // Scores that are all but equal tell nothing apart: their differences are rounding.
            row[item].isNaN || deviation < 1e-6 ? 0 : (Double(row[item]) - mean) / deviation
        }
    }

    let columns: [Column]
    private let totalWeight: Double

    init(columns: [Column]) {
        self.columns = columns.sorted { $0.card.name < $1.card.name }
        var total = 0.0
        for column in self.columns { total += column.weight }
        totalWeight = total
    }

    /// The blended score of an item: 0 is the average candidate.
    func total(_ item: Int) -> Double { sum(item) { _ in true } }

    /// The part of the scorers that speak for one side.
    func part(of say: Say, _ item: Int) -> Double { sum(item) { $0 == say } }

    /// The blended score without the learner's scorers: what the teacher's places are decided by.
    func withoutLearner(_ item: Int) -> Double { sum(item) { $0 != .learner } }

    /// What each scorer gave.
    func parts(_ item: Int) -> [ScorePart] {
        columns.map { column in
            ScorePart(
                scorer: column.card.name, score: column.row[item].isNaN ? nil : Double(column.row[item]),
                standardised: column.standardised(item), weight: column.weight, contribution: contribution(column, item)
            )
        }
    }

    /// The scorers with a weight that abstained for every candidate.
    var silent: [String] { columns.filter { !$0.spoke && $0.weight > 0 }.map { $0.card.name } }

    private func contribution(_ column: Column, _ item: Int) -> Double {
        totalWeight > 0 ? column.weight * column.standardised(item) / totalWeight : 0
    }

    private func sum(_ item: Int, _ counts: (Say) -> Bool) -> Double {
        var sum = 0.0
        for column in columns where counts(column.card.say) { sum += contribution(column, item) }
        return sum
    }
}
