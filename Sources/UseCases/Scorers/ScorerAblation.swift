import Content
import Evaluation
import Pipeline
import Ranking
import Reports
import ScorerKit
import Store

/// What leaving each scorer out does to the lists, and to how well they fit what learners said. Of a scorer in shadow: what
/// the weight 1 would do. It changes nothing.
public struct ScorerAblation: Sendable {
    let school: School
    let store: Store

    /// An ablation on a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// A row for each scorer, on the lists that at most so many learners, spread over the roster, would get now.
    public func rows(learners most: Int, now: Timestamp) throws -> [AblationText.Row] {
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        guard snapshot.batch.count > 0 else {
            throw RequestError("there are no articles yet. Fetch some with 'gleaner ingest'.")
        }
        let learners = try sample(most)
        guard !learners.isEmpty else {
            throw RequestError("there are no learners yet. Import them with 'gleaner learners import'.")
        }
        let trials = try StoreSlates(store: store, halfLifeDays: school.rankingSettings.halfLifeDays).trials()
        let usual = try lists(of: learners, snapshot, school.scorers)
        let fit = try nDCG(trials, snapshot.batch, school.scorers)
        return try school.scorers.map { scorer in
            let changed = school.scorers.compactMap { other -> ActiveScorer? in
                guard other.card.name == scorer.card.name else { return other }
                var other = other
                other.weight = 1
                return scorer.weight > 0 ? nil : other
            }
            let lists = try lists(of: learners, snapshot, changed)
            let pairs = Array(zip(usual, lists))
            let places = usual.reduce(0) { $0 + $1.count }
            let kept = pairs.reduce(0) { $0 + Set($1.0).intersection($1.1).count }
            return AblationText.Row(
                scorer: scorer.card.name, weight: scorer.weight, change: scorer.weight > 0 ? .leftOut : .weightOne,
                lists: usual.count, changedLists: pairs.count { $0.0 != $0.1 },
                changedFirst: pairs.count { $0.0.first != $0.1.first },
                keptShare: places == 0 ? 1 : Double(kept) / Double(places), slates: fit == nil ? 0 : trials.count,
                fitBefore: fit, fitAfter: try nDCG(trials, snapshot.batch, changed))
        }
    }

    /// Learners spread evenly over the roster.
    private func sample(_ most: Int) throws -> [LearnerLine] {
        let lines = StoredLines(store: store, marks: .all, pseudonyms: Pseudonyms(key: Pseudonyms.newKey()))
        let ids = try store.learners.ids().sorted()
        let step = max(1, (ids.count + most - 1) / max(1, most))
        return try stride(from: 0, to: ids.count, by: step).compactMap { try lines.line(of: ids[$0]) }
            .filter { $0.learner.enrolled }
    }

    private func lists(
        of learners: [LearnerLine], _ snapshot: RankSnapshot, _ scorers: [ActiveScorer]
    ) throws -> [[ItemID]] {
        let ranker = Ranker(snapshot, scorers: try ScorersAtWork(scorers, batch: snapshot.batch))
        return try stride(from: 0, to: learners.count, by: 16).flatMap { start in
            try ranker.rank(Array(learners[start..<min(start + 16, learners.count)])).map { $0.items }
        }
    }

    /// The mean nDCG@10 of all scorers together on the school's own lists; nil where nobody said "more" of one yet.
    private func nDCG(_ trials: [SlateTrial], _ batch: ItemBatch, _ scorers: [ActiveScorer]) throws -> Double? {
        let ranking = try CandidateRanking(scorers, batch: batch)
        let measures = try trials.compactMap { trial -> SlateMeasures? in
            guard let (candidates, isWanted) = trial.candidates(in: batch) else { return nil }
            return SlateMeasures(scores: try ranking.scores(of: candidates, for: trial.view).blend, wanted: isWanted)
        }
        return SlateMeasures.mean(measures)?.ndcg10
    }
}
