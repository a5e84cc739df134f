import Configuration
import Pipeline
import Ranking
import Reports
import ScorerKit

extension School {
    /// The scorers for a listing: those of a run, then those of `Plugins/External/` that nothing asks for.
    public var scorerRows: [ScorerText.Row] {
        let active = scorers.map {
            ScorerText.Row(
                name: $0.card.name, version: $0.card.version, weight: $0.weight, say: $0.card.say, options: $0.options,
                summary: $0.card.summary, runs: $0.scorer is ExternalScorer ? .outside : .inside)
        }
        let idle = external.found.filter { found in !scorers.contains { $0.card.name == found.name } }
        return active
            + idle.compactMap { found in
                guard case .success(let manifest) = found.manifest else { return nil }
                return ScorerText.Row(
                    name: manifest.name, version: manifest.version, weight: 0, say: manifest.say,
                    options: (try? manifest.options(with: [:])) ?? "{}", summary: manifest.summary, runs: .notNamed)
            }
    }
}
