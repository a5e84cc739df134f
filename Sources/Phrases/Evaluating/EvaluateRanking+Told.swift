import Content
import Evaluation
import JSON
import Pipeline
import UseCases

extension EvaluateRanking.Outcome: Told, ToldAsJSON {
    /// A table of the rankers, and below it one of the comparisons, if any was asked for.
    public var lines: [String] {
        Self.table(rankers) + (isCompared ? [""] + Self.table(comparisons) : [])
    }

    /// What was left out.
    public var findings: [Finding] {
        var findings: [Finding] = []
        if unknownCandidates > 0 {
            findings.append(
                Finding(
                    .warning, at: .part("slates"),
                    "\(unknownCandidates) candidates are not among the items and were left out.",
                    remedy: "Check that both files belong together."))
        }
        if uselessSlates > 0 {
            findings.append(
                Finding(
                    .note, at: "slates",
                    "\(uselessSlates) slates were left out: all of their candidates are wanted, or none is."))
        }
        return findings
    }

    /// A line a ranker; where something is compared, a line a comparison instead.
    public func jsonLines() throws -> [String] { try jsonLines(each: false) }

    /// The same; `each`: before it a line a ranker and slate.
    public func jsonLines(each: Bool) throws -> [String] {
        try (each ? slates : []).map { try JSONText.of($0) }
            + (isCompared ? [] : rankers).map { try JSONText.of($0) }
            + comparisons.map { try JSONText.of($0) }
    }

    /// A row a ranker.
    private static func table(_ lines: [RankerLine]) -> [String] {
        var table = TextTable(
            [.init("ranker"), .init("slates", isNumber: true)]
                + names(lines.first?.means).map { .init($0, isNumber: true) })
        for line in lines {
            table.add([line.ranker, "\(line.slates)"] + line.means.values.map { Numbers.fixed($0.value, decimals: 4) })
        }
        return table.lines
    }

    /// A row a ranker: its mean difference from another's and half the width of the 95 % interval.
    private static func table(_ lines: [ComparisonLine]) -> [String] {
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
