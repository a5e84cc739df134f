import Content
import ScorerKit

/// The scores of one learner's candidates, standardised and combined.
///
/// Each scorer's scores are standardised over the candidates for which it spoke; an abstention counts as that scorer's
/// mean, 0, so that weights mean the same for every scorer and abstaining is never rewarded. A contribution is weight ×
/// standardised score over the sum of the weights. Sums run in the order of the scorers' names and of the items.
package struct Blend {
    /// One scorer's part.
    package struct Column {
        let card: ScorerCard
        /// The weight with the dial's factor.
        let weight: Double
        /// The scores of the candidates; NaN where it abstained, and for items that are none.
        let row: [Float]
        /// Their mean.
        let mean: Double
        /// 1 over their deviation; 0 where all are but equal, which tells nothing apart: the differences are rounding.
        let scale: Double
        /// Whether it spoke for any candidate.
        let spoke: Bool

        /// A scorer's scores of all items, of which only candidates count.
        package init(card: ScorerCard, weight: Double, row: some Collection<Float>, removed: [Gate?]) {
            var kept = Array(row)
            for item in kept.indices where removed[item] != nil { kept[item] = .nan }
            let (count, sum, _) = RowSums.moments(of: kept)
            let mean = count > 0 ? sum / count : 0
            let deviation = count > 0 ? (RowSums.moments(of: kept, around: mean).squares / count).squareRoot() : 0
            self.card = card
            self.weight = weight
            self.row = kept
            self.mean = mean
            scale = deviation < 1e-6 ? 0 : 1 / deviation
            spoke = count > 0
        }

        func standardised(_ item: Int) -> Double { row[item].isNaN ? 0 : (Double(row[item]) - mean) * scale }
    }

    /// The scorers, in the order of their names.
    let columns: [Column]
    /// The blended score of each item: 0 is the average candidate.
    package let totals: [Double]
    private let totalWeight: Double
    private let count: Int

    /// A blend of columns over so many items.
    package init(columns: [Column], count: Int) {
        self.columns = columns.sorted { $0.card.name < $1.card.name }
        self.count = count
        var total = 0.0
        for column in self.columns { total += column.weight }
        totalWeight = total
        totals = Blend.sums(of: self.columns, totalWeight: total, count: count)
    }

    private static func sums(of columns: [Column], totalWeight: Double, count: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for column in columns where column.weight > 0 && column.scale > 0 {
            RowSums.add(
                column.row, mean: column.mean, scale: column.scale, share: column.weight / totalWeight, to: &sums)
        }
        return sums
    }

    /// The part of the scorers that speak for one side, for each item; nil where none of them says anything.
    func parts(of say: Say) -> [Double]? {
        let speaking = columns.filter { $0.card.say == say && $0.weight > 0 && $0.scale > 0 }
        return speaking.isEmpty ? nil : Blend.sums(of: speaking, totalWeight: totalWeight, count: count)
    }

    /// The blended scores without the learner's scorers: what the teacher's places are decided by.
    var withoutLearner: [Double] {
        Blend.sums(of: columns.filter { $0.card.say != .learner }, totalWeight: totalWeight, count: count)
    }

    /// The part of the scorers that speak for one side in an item's score.
    func part(of say: Say, _ item: Int) -> Double {
        var sum = 0.0
        for column in columns where column.card.say == say { sum += contribution(column, item) }
        return sum
    }

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
        totalWeight > 0 ? column.standardised(item) * (column.weight / totalWeight) : 0
    }
}
