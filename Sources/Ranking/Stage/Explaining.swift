import Content
import ScorerKit

extension LearnerRanking {
    /// Explains one item; nil where the item is not in the inputs.
    public func explain(_ id: ItemID, edition: Edition, made: Timestamp) -> Explanation? {
        guard let item = inputs.batch.index(of: id) else { return nil }
        let content = inputs.batch.items[item]
        let candidates = composer.order.count
        if let verdict = gates.verdict(item) {
            return Explanation(
                item: content, outcome: .removed(verdict), candidates: candidates)
        }
        let rank = (composer.order.firstIndex(of: item) ?? candidates - 1) + 1
        let parts = blend.parts(item).map { part in
            Explanation.Part(
                score: part,
                evidence: part.score == nil
                    ? nil : inputs.prepared[part.scorer]?.evidence(for: item, learner: view),
                say: blend.columns.first { $0.card.name == part.scorer }?.card.say ?? .neither)
        }
        let outcome: Explanation.Outcome
        if let entry = list(edition: edition, made: made)?.entries.first(where: { $0.item == id }) {
            outcome = .placed(entry)
        } else if dial == .teacherOnly {
            outcome = .stopped(.pinsOnly)
        } else if wouldHavePlace(item), let stop = composer.stop(item, in: composition) {
            outcome = .stopped(stop)
        } else {
            outcome = .stopped(.notReached(rank: rank, of: candidates))
        }
        return Explanation(
            item: content, outcome: outcome, parts: parts, blend: blend.total(item), rank: rank, candidates: candidates)
    }

    /// Whether the list has a place left, or one that went to an item further down the order: then a cap, and not the
    /// order, kept an item out.
    private func wouldHavePlace(_ item: Int) -> Bool {
        let rank = { (item: Int) in composer.order.firstIndex(of: item) ?? 0 }
        let last = composition.picks.filter { $0.side != .pin }.map { rank($0.item) }.max()
        return composition.picks.count < inputs.settings.places || last.map { rank(item) < $0 } ?? true
    }
}
