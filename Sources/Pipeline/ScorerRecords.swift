import Configuration
import Content
import Ranking
import ScorerKit
import Store

extension School {
    /// The scorers as the ledger keeps them. `sandboxed`: whether those outside of the process are closed off.
    package func scorerRecords(sandboxed: Bool = true) -> [ScorerRecord] {
        scorers.map {
            ScorerRecord(
                name: $0.card.name, version: $0.card.version, weight: $0.weight, options: $0.options,
                sandboxed: $0.scorer is ExternalScorer ? sandboxed : nil)
        }
    }

    /// Why scorers outside of the process cannot be closed off here, where there are such; nil: they can.
    package var sandboxProblem: String? {
        // Root starts none of them, and that is said of each.
        guard scorers.contains(where: { $0.scorer is ExternalScorer }), !SystemUser.isRoot else { return nil }
        return ExternalScorer.sandboxProblem(scratch: folder.scorerWork)
    }
}
