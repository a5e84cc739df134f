import Ranking
import Reports
import ScorerKit

extension School {
    /// The scorers for a listing.
    public var scorerRows: [ScorerText.Row] {
        scorers.map {
            ScorerText.Row(
                name: $0.card.name, version: $0.card.version, weight: $0.weight, say: $0.card.say, options: $0.options,
                summary: $0.card.summary)
        }
    }
}
