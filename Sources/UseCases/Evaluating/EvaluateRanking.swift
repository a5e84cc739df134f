import Configuration
import Content
import Evaluation
import Pipeline
import Ranking
import ScorerKit
import Store
import TextAnalysis
import Topics

/// Measures the ranking on slates with the code that ranks in a run.
public struct EvaluateRanking: UseCase {
    /// What is measured on.
    public struct Request: Sendable {
        /// Where the slates are from.
        public enum Slates: Sendable {
            /// Two files, of items and of slates; `gleaner evaluate --help` tells their form.
            case files(items: String, slates: String)
            /// A school's own lists: for each learner the newest one that they said something about, with what was known of them before
            /// it was made.
            case lists(Store)
        }

        /// Where the slates are from.
        public var slates: Slates
        /// The ranker that the others are compared with; nil: none is.
        public var compared: String?

        /// Slates, and perhaps a ranker to compare with.
        package init(_ slates: Slates, comparedWith other: String? = nil) {
            self.slates = slates
            compared = other
        }
    }

    /// What was measured.
    public struct Outcome: Sendable {
        /// A line for each ranker.
        public var rankers: [RankerLine]
        /// A line for each ranker and slate.
        public var slates: [SlateLine]
        /// A line for each other ranker beside the one that was named to compare with.
        public var comparisons: [ComparisonLine]
        /// Whether they were compared with one.
        public var isCompared: Bool
        /// How many candidates are not among the items and were left out.
        public var unknownCandidates: Int
        /// How many slates were left out because all of their candidates are wanted, or none is.
        public var uselessSlates: Int
    }

    /// The name of all scorers together.
    public static let blend = "blend"

    private let rankers: [TextScorers.Named]
    private let halfLifeDays: Double?
    private let basis: LawfulBasis?
    /// Whose lexicons tell what interests mean; nil: those that ship.
    private let folder: WorkingFolder?

    /// Shipped scorers with their defaults.
    package init(types: [any Scorer.Type]) throws {
        rankers = try TextScorers.withDefaults(types)
        halfLifeDays = nil
        basis = nil
        folder = nil
    }

    /// A school's scorers with its options and weights.
    package init(_ school: School, types: [any Scorer.Type]) throws {
        rankers = try TextScorers.of(school.scorers, types: types)
        halfLifeDays = school.rankingSettings.halfLifeDays
        basis = school.rankingSettings.basis
        folder = school.folder
    }

    /// Measures.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        switch request.slates {
        case .files(let items, let slates):
            let items = try EvaluationFiles.items(path: items)
            let now = items.map { $0.published }.max() ?? Timestamp(seconds: 0)
            let slates = try EvaluationFiles.slates(path: slates)
            let batch = ItemBatch(items, now: now, topics: try families(of: slates.flatMap { $0.interests }))
            return try evaluate(
                slates.map { SlateTrial(slate: $0, facts: SlateTrial.facts(of: $0, at: now)) }, batch: batch,
                compare: request.compared)
        case .lists(let store):
            let trials = try StoreSlates(store: store, halfLifeDays: halfLifeDays, basis: basis).trials()
            guard !trials.isEmpty else { throw ScorerRefusal.nothingToMeasureOn }
            let batch = ItemBatch(
                try store.items.items().map { $0.item }, now: now, topics: try store.topics.families(upTo: now))
            return try evaluate(trials, batch: batch, compare: request.compared)
        }
    }

    /// What interests mean, as a school would have resolved them.
    private func families(of interests: [String]) throws -> TopicFamilies {
        let lexicons = try TopicLexicons.of(folder)
        let phrases = Set(interests).sorted()
        lexicons.prepare(phrases)
        var families = TopicFamilies()
        for phrase in phrases {
            for (said, family) in try lexicons.families(of: phrase) { families.add(family, said: said) }
        }
        return families
    }

    private func evaluate(_ trials: [SlateTrial], batch: ItemBatch, compare other: String?) throws -> Outcome {
        let names = rankers.map { $0.name } + [Self.blend]
        if let other, !names.contains(other) {
            throw ScorerRefusal.noRanker(
                Verbatim(other), nearest: NearestName.of(other, among: names).map { Verbatim($0) },
                known: names.map { Verbatim($0) })
        }
        batch.topics.look(for: trials.map { ($0.view.profile, $0.view.languages) })
        let ranking = try CandidateRanking(rankers.map { $0.scorer }, batch: batch)
        var measures = [[SlateMeasures]](repeating: [], count: names.count)
        var slates: [SlateLine] = []
        var missing = 0
        var useless = 0
        for (number, trial) in trials.enumerated() {
            missing += trial.slate.candidates.count { batch.index(of: ItemID(rawValue: $0)) == nil }
            guard let (candidates, isWanted) = trial.candidates(in: batch) else {
                useless += 1
                continue
            }
            let scores = try ranking.scores(of: candidates, for: trial.view)
            for (index, row) in (scores.each + [scores.blend]).enumerated() {
                let found = SlateMeasures(scores: row, wanted: isWanted)
                measures[index].append(found)
                slates.append(SlateLine(slate: number + 1, ranker: names[index], measures: found))
            }
        }
        return Outcome(
            rankers: zip(names, measures).compactMap { name, all in
                SlateMeasures.mean(all).map { RankerLine(ranker: name, slates: all.count, means: $0) }
            }, slates: slates, comparisons: comparisons(names, measures, with: other),
            isCompared: other != nil,
            unknownCandidates: missing, uselessSlates: useless)
    }

    private func comparisons(
        _ names: [String], _ measures: [[SlateMeasures]], with other: String?
    ) -> [ComparisonLine] {
        guard let other, let place = names.firstIndex(of: other) else { return [] }
        return zip(names, measures).filter { $0.0 != other && !$0.1.isEmpty }.map { name, all in
            ComparisonLine(name, all, with: other, measures[place])
        }
    }
}
