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
public struct Evaluating: Sendable {
    /// What was measured.
    public struct Answer: Sendable {
        /// A line for each ranker.
        public var rankers: [RankerLine]
        /// A line for each ranker and slate.
        public var slates: [SlateLine]
        /// A line for each other ranker beside the one that was named to compare with.
        public var comparisons: [ComparisonLine]
        /// What a person should know: slates that could not be used.
        public var findings: [Finding]
    }

    /// The name of all scorers together.
    public static let blend = "blend"

    private let rankers: [TextScorers.Named]
    private let halfLifeDays: Double?
    /// Whose lexicons tell what interests mean; nil: those that ship.
    private let folder: WorkingFolder?

    /// Shipped scorers with their defaults.
    public init(types: [any Scorer.Type]) throws {
        rankers = try TextScorers.withDefaults(types)
        halfLifeDays = nil
        folder = nil
    }

    /// A school's scorers with its options and weights.
    public init(school: School, types: [any Scorer.Type]) throws {
        rankers = try TextScorers.of(school.scorers, types: types)
        halfLifeDays = school.rankingSettings.halfLifeDays
        folder = school.folder
    }

    /// Measures on slates of two files; see `gleaner evaluate --help` for their form.
    public func evaluate(items: String, slates: String, compare other: String?) throws -> Answer {
        let items = try EvaluationFiles.items(path: items)
        let now = items.map { $0.published }.max() ?? Timestamp(seconds: 0)
        let slates = try EvaluationFiles.slates(path: slates)
        let batch = ItemBatch(items, now: now, topics: try families(of: slates.flatMap { $0.interests }))
        return try evaluate(
            slates.map { SlateTrial(slate: $0, facts: SlateTrial.facts(of: $0, at: now)) }, batch: batch, compare: other
        )
    }

    /// Measures on a school's own lists: for each learner the newest one that they said something about, with what was
    /// known of them before it was made.
    public func evaluate(store: Store, now: Timestamp, compare other: String?) throws -> Answer {
        let trials = try StoreSlates(store: store, halfLifeDays: halfLifeDays).trials()
        guard !trials.isEmpty else {
            throw RequestError(
                "there is no list yet of which a learner has said 'more', so nothing can be measured. "
                    + "Record what learners say with 'gleaner say'.")
        }
        let batch = ItemBatch(
            try store.items.items().map { $0.item }, now: now, topics: try store.topics.families(upTo: now))
        return try evaluate(trials, batch: batch, compare: other)
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

    private func evaluate(_ trials: [SlateTrial], batch: ItemBatch, compare other: String?) throws -> Answer {
        let names = rankers.map { $0.name } + [Self.blend]
        if let other, !names.contains(other) {
            let hint = NearestName.hint(for: other, among: names)
            throw RequestError("there is no ranker '\(other)'.\(hint) Known: \(names.joined(separator: ", ")).")
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
        return Answer(
            rankers: zip(names, measures).compactMap { name, all in
                SlateMeasures.mean(all).map { RankerLine(ranker: name, slates: all.count, means: $0) }
            }, slates: slates, comparisons: comparisons(names, measures, with: other),
            findings: findings(missing, useless))
    }

    private func comparisons(
        _ names: [String], _ measures: [[SlateMeasures]], with other: String?
    ) -> [ComparisonLine] {
        guard let other, let place = names.firstIndex(of: other) else { return [] }
        return zip(names, measures).filter { $0.0 != other && !$0.1.isEmpty }.map { name, all in
            ComparisonLine(name, all, with: other, measures[place])
        }
    }

    private func findings(_ missing: Int, _ useless: Int) -> [Finding] {
        var findings: [Finding] = []
        if missing > 0 {
            findings.append(
                Finding(
                    .warning, at: .part("slates"), "\(missing) candidates are not among the items and were left out.",
                    remedy: "Check that both files belong together."))
        }
        if useless > 0 {
            findings.append(
                Finding(
                    .note, at: "slates",
                    "\(useless) slates were left out: all of their candidates are wanted, or none is."))
        }
        return findings
    }
}

/// A slate with what is known of its learner.
struct SlateTrial {
    var slate: Slate
    var view: LearnerView

    init(slate: Slate, view: LearnerView) {
        self.slate = slate
        self.view = view
    }

    init(slate: Slate, facts: [Fact]) {
        self.slate = slate
        view = LearnerView(pseudonym: "L1", grade: 0, languages: [], profile: InterestProfile(facts: facts))
    }

    /// The candidates that a batch has, and which of them are wanted; nil where all are, or none is. Equal scores stand in
    /// the order of a list: the newer first, then by id.
    func candidates(in batch: ItemBatch) -> (items: [Int], isWanted: [Bool])? {
        let wanted = Set(slate.relevant)
        let items = slate.candidates.compactMap { batch.index(of: ItemID(rawValue: $0)) }.sorted {
            (batch.items[$1].published, $0) < (batch.items[$0].published, $1)
        }
        let isWanted = items.map { wanted.contains(batch.items[$0].id.rawValue) }
        return isWanted.contains(true) && isWanted.contains(false) ? (items, isWanted) : nil
    }

    /// What a learner with this history and these interests would have said.
    static func facts(of slate: Slate, at now: Timestamp) -> [Fact] {
        let learner = LearnerID(rawValue: slate.learner)
        let interests = slate.interests.map { $0.replacing(";", with: " ") }.joined(separator: ";")
        return [Fact(learner: learner, kind: .interests, value: interests, origin: .roster, at: now)]
            + slate.history.map { item in
                Fact(
                    learner: learner, kind: .more, value: "", item: ItemID(rawValue: item), origin: .learner, at: now)
            }
    }
}
