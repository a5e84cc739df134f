import Content
import JSON
import Pipeline
import UseCases

extension ListScorers.Outcome: Told, ToldAsJSON {
    /// A table.
    public var lines: [String] {
        var table = TextTable([
            .init("scorer"), .init("version"), .init("weight", isNumber: true), .init("whose say"),
            .init("what it is for", widest: 64), .init("options", widest: 100),
        ])
        for row in scorers {
            let shadow = row.runs == .notNamed ? "not named" : "0 (shadow)"
            let weight = row.weight == 0 ? shadow : Numbers.fixed(row.weight, decimals: 1)
            let name = row.runs == .inside ? "\(row.name)" : "\(row.name) (external)"
            table.add([name, row.version.text, weight, row.say.rawValue, row.summary.text, row.options.text])
        }
        return table.lines
    }

    /// A line a scorer.
    public func jsonLines() throws -> [String] { try scorers.map { try JSONText.of($0) } }
}
