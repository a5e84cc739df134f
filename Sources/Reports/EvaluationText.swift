import Evaluation

/// Measured rankings, for people.
public enum EvaluationText {
    /// A row a ranker.
    public static func table(_ lines: [RankerLine]) -> [String] {
        var table = TextTable(
            [.init("ranker"), .init("slates", isNumber: true)]
                + names(lines.first?.means).map { .init($0, isNumber: true) })
        for line in lines {
            table.add([line.ranker, "\(line.slates)"] + line.means.values.map { Numbers.fixed($0.value, decimals: 4) })
        }
        return table.lines
    }

    /// A row a ranker: its mean difference from another's and half the width of the 95 % interval.
    public static func table(_ lines: [ComparisonLine]) -> [String] {
        let names = ["auc", "mrr", "ndcg@5", "ndcg@10", "recall@50"]
        var table = TextTable(
            [.init("difference"), .init("slates", isNumber: true)] + names.map { .init($0, isNumber: true) })
        for line in lines {
            let cells = names.map { name in
                line.differences[name].map { difference in
                    let sign = difference.mean < 0 ? "" : "+"
                    return sign + Numbers.fixed(difference.mean, decimals: 4) + " ± "
                        + Numbers.fixed((difference.high - difference.low) / 2, decimals: 4)
                } ?? "-"
            }
            table.add(["\(line.ranker) − \(line.comparedWith)", "\(line.slates)"] + cells)
        }
        return table.lines
    }

    private static func names(_ means: SlateMeasures?) -> [String] { means?.values.map { $0.name } ?? [] }
}
