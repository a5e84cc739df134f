import Content
import JSON
import Pipeline
import UseCases

extension AblateScorers.Outcome: Told, ToldAsJSON {
    /// A table.
    public var lines: [String] {
        var table = TextTable([
            .init("scorer"), .init("weight", isNumber: true), .init("what if"), .init("lists changed", isNumber: true),
            .init("another first", isNumber: true), .init("articles kept", isNumber: true),
            .init("nDCG@10", isNumber: true), .init("then", isNumber: true),
        ])
        for row in scorers {
            table.add([
                row.scorer.text, Numbers.fixed(row.weight, decimals: 1), row.change.words,
                "\(row.changedLists) of \(row.lists)", "\(row.changedFirst)",
                Numbers.fixed(100 * row.keptShare, decimals: 0) + " %", Self.fit(row.fitBefore),
                Self.fit(row.fitAfter),
            ])
        }
        let measured = scorers.first?.slates ?? 0
        let note =
            measured == 0
            ? "nDCG@10 needs lists of which a learner said 'more' about an article: there is none yet."
            : "nDCG@10 is measured on \(measured) lists of which a learner said 'more' about an article."
        return table.lines + ["", note]
    }

    private static func fit(_ value: Double?) -> String { value.map { Numbers.fixed($0, decimals: 3) } ?? "-" }

    private struct Line: Encodable {
        let change: String
        let changedFirst, changedLists: Int
        let fitAfter, fitBefore: Double?
        let keptShare: Double
        let lists: Int
        let scorer: Verbatim
        let slates: Int
        let weight: Double
    }

    /// A line a scorer.
    public func jsonLines() throws -> [String] {
        try scorers.map { row in
            try JSONText.of(
                Line(
                    change: row.change.words, changedFirst: row.changedFirst, changedLists: row.changedLists,
                    fitAfter: row.fitAfter, fitBefore: row.fitBefore, keptShare: row.keptShare, lists: row.lists,
                    scorer: row.scorer, slates: row.slates, weight: row.weight))
        }
    }
}

extension AblateScorers.Change {
    /// What was done, in words.
    fileprivate var words: String {
        switch self {
        case .leftOut: "left out"
        case .weightOne: "given weight 1"
        }
    }
}
