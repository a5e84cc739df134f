import Ranking
import ScorerConformance
import UseCases

extension CheckScorer.Checked {
    /// The property, and whether it holds.
    public var line: String {
        fault.map { "FAIL  \(property.rawValue): \($0.problem)" } ?? "ok    \(property.rawValue)"
    }
}

extension CheckScorer.Outcome: Told {
    /// A line a property.
    public var lines: [String] { properties.map { $0.line } }
    /// 2 where a property does not hold.
    public var status: Int32 { isSound ? 0 : 2 }
}
