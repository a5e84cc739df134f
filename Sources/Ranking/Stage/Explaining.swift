import Content
import ScorerKit

extension LearnerRanking {
    /// Explains one item; nil where the item is not in the snapshot. An item that has a recorded place is explained by the
    /// record, whatever has changed since; for any other what decided is computed anew.
    public func explain(
        _ id: ItemID, edition: Edition, made: Timestamp, recorded: ListEntry? = nil
    ) throws(ScorerFailure) -> Explanation? {
        guard let item = snapshot.batch.index(of: id) else { return nil }
        let content = snapshot.batch.items[item]
        let order = composer.order
        let candidates = order.count
        if let recorded {
            return Explanation(
                item: content, outcome: .placed(recorded), parts: try parts(of: item, recorded.scores),
                blend: recorded.blend, rank: order.firstIndex(of: item).map { $0 + 1 }, candidates: candidates)
        }
        if let verdict = gates.verdict(item) {
            return Explanation(
                item: content, outcome: .removed(verdict), candidates: candidates)
        }
        let rank = (order.firstIndex(of: item) ?? candidates - 1) + 1
        let outcome: Explanation.Outcome
        if let entry = try list(edition: edition, made: made)?.entries.first(where: { $0.item == id }) {
            outcome = .placed(entry)
        } else if dial == .teacherOnly {
            outcome = .stopped(.pinsOnly)
        } else if wouldHavePlace(item, in: order), let stop = composer.stop(item, in: composition) {
            outcome = .stopped(stop)
        } else {
            outcome = .stopped(.notReached(rank: rank, of: candidates))
        }
        return Explanation(
            item: content, outcome: outcome, parts: try parts(of: item, blend.parts(item)),
            blend: blend.totals[item], rank: rank, candidates: candidates)
    }

    /// Scores with the evidence behind each and whose say it is.
    private func parts(of item: Int, _ scores: [ScorePart]) throws(ScorerFailure) -> [Explanation.Part] {
        var parts: [Explanation.Part] = []
        for part in scores {
            let evidence = part.score == nil ? nil : try scorers.evidence(of: part.scorer, for: item, learner: view)
            parts.append(
                Explanation.Part(
                    score: part, evidence: evidence,
                    say: blend.columns.first { $0.card.name == part.scorer }?.card.say ?? .neither))
        }
        return parts
    }

    /// Whether the list has a place left, or one that went to an item further down the order: then a cap, and not the
    /// order, kept an item out.
    private func wouldHavePlace(_ item: Int, in order: [Int]) -> Bool {
        let rank = { (item: Int) in order.firstIndex(of: item) ?? 0 }
        let last = composition.picks.filter { $0.side != .pin }.map { rank($0.item) }.max()
        return composition.picks.count < snapshot.settings.places || last.map { rank(item) < $0 } ?? true
    }
}
