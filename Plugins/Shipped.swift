import ScorerKit

/// The one list of the scorers that ship. A new scorer is a folder here and a line below.
public enum Shipped {
    /// Their types, in the order in which `gleaner scorers list` shows them.
    public static let scorers: [any Scorer.Type] = [
        InterestMatch.self,
        ReadingLevel.self,
        NeedsMatch.self,
        Freshness.self,
        Breadth.self,
    ]
}
