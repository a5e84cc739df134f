import Content
import Evaluation
import Pipeline
import Ranking
import ScorerKit
import Store

/// What leaving each scorer out does to the lists, and to how well they fit what learners said. Of a scorer in shadow: what
/// the weight 1 would do. It changes nothing.
public struct AblateScorers: UseCase {
    private let school: School
    private let store: Store

    /// On a school's store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// On whose lists.
    public struct Request: Sendable {
        /// How many learners at most, spread over the roster.
        public var learners: Int

        /// On the lists of so many.
        package init(learners: Int) { self.learners = learners }
    }

    /// What it does.
    public struct Outcome: Sendable {
        /// A scorer a row.
        public var scorers: [Ablated]
    }

    /// What was done to a scorer.
    public enum Change: Hashable, Sendable {
        /// It was left out.
        case leftOut
        /// It is in shadow and was given the weight 1.
        case weightOne
    }

    /// One scorer.
    public struct Ablated: Hashable, Sendable {
        /// Its name.
        public var scorer: Verbatim
        /// Its weight; 0: in shadow.
        public var weight: Double
        /// What was done to it.
        public var change: Change
        /// How many learners' lists were made.
        public var lists: Int
        /// How many of them came out otherwise.
        public var changedLists: Int
        /// How many have another first article.
        public var changedFirst: Int
        /// The share of all articles that stay in their list, 0…1.
        public var keptShare: Double
        /// How many of the school's own lists the fit was measured on.
        public var slates: Int
        /// nDCG@10 on them, as it is and with the change; nil where there is none to measure on.
        public var fitBefore, fitAfter: Double?
    }

    /// Tries each scorer on the lists that the learners would get now.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        guard snapshot.batch.count > 0 else {
            throw ScorerRefusal.noArticles
        }
        let learners = try sample(request.learners)
        guard !learners.isEmpty else {
            throw ScorerRefusal.noLearners
        }
        let trials = try StoreSlates(
            store: store, halfLifeDays: school.rankingSettings.halfLifeDays, basis: school.rankingSettings.basis
        ).trials()
        let usual = try lists(of: learners, snapshot, school.scorers)
        let fit = try nDCG(trials, snapshot.batch, school.scorers)
        let rows = try school.scorers.map { scorer in
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
            return Ablated(
                scorer: Verbatim(scorer.card.name), weight: scorer.weight,
                change: scorer.weight > 0 ? .leftOut : .weightOne,
                lists: usual.count, changedLists: pairs.count { $0.0 != $0.1 },
                changedFirst: pairs.count { $0.0.first != $0.1.first },
                keptShare: places == 0 ? 1 : Double(kept) / Double(places), slates: fit == nil ? 0 : trials.count,
                fitBefore: fit, fitAfter: try nDCG(trials, snapshot.batch, changed))
        }
        return Outcome(scorers: rows)
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
