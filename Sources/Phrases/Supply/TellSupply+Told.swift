import Content
import JSON
import Pipeline
import UseCases

extension TellSupply.Outcome: Told, ToldAsJSON {
    /// Those for whom it runs out, or everybody.
    public var lines: [String] {
        if learners.isEmpty { return ["There is nobody to read anything."] }
        let shown = showsAll ? learners : learners.filter { $0.runsOut }
        let rest = learners.count - shown.count
        let others =
            rest > 0
            ? ["\(Counted.of(rest, "learner")) \(rest == 1 ? "has" : "have") enough; --all shows them."] : []
        return shown.map { SupplyText.line($0) } + others
    }

    /// A line a learner: everybody.
    public func jsonLines() throws -> [String] { try learners.map { try JSONText.of($0) } }
}
