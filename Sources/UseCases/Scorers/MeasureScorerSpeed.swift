import Content
import Foundation
import Pipeline
import Ranking
import ScorerKit

/// Measures how fast one scorer is: the same made-up articles and learners on every machine and for every scorer.
public struct MeasureScorerSpeed: UseCase {
    private let school: School
    private let stopwatch: @Sendable () -> Double

    /// Of a school's scorer. `stopwatch` tells the seconds since some moment.
    package init(_ school: School, stopwatch: @escaping @Sendable () -> Double) {
        self.school = school
        self.stopwatch = stopwatch
    }

    /// What is measured.
    public struct Request: Sendable {
        /// The scorer's name.
        public var scorer: String
        /// How many learners and articles are made up.
        public var learners, items: Int

        /// A scorer with so many learners and articles.
        package init(scorer: String, learners: Int, items: Int) {
            self.scorer = scorer
            (self.learners, self.items) = (learners, items)
        }
    }

    /// How fast it is.
    public struct Outcome: Hashable, Codable, Sendable {
        /// Its name.
        public var scorer: Verbatim
        /// How many learners and articles it was measured with.
        public var learners, items: Int
        /// Seconds to prepare for the articles.
        public var secondsToBegin: Double
        /// Pairs of learner and article scored a second, on one thread.
        public var pairsPerSecond: Double
        /// The share of pairs for which it did not abstain, 0…1.
        public var spokeShare: Double
        /// Pieces of evidence a second.
        public var evidencePerSecond: Double
        /// The peak of this process's memory, the articles and their text included.
        public var megabytes: Double
        /// The peak of memory of the largest child process that has ended; 0 where there was none.
        public var childMegabytes: Double
    }

    /// Scores all pairs, and asks for the evidence of six articles a learner.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let scorer = try school.scorer(named: request.scorer)
        let (learners, items) = (request.learners, request.items)
        let made = MadeUpSchool(learners: learners, items: items)
        let batch = ItemBatch(made.items, now: MadeUpSchool.now)
        let start = stopwatch()
        let session = try scorer.scorer.begin(batch)
        let ready = stopwatch()
        var spoke = 0
        for start in stride(from: 0, to: learners, by: 16) {
            let views = Array(made.views[start..<min(start + 16, learners)])
            var block = ScoreBlock(learners: views.count, items: items)
            try session.fill(&block, for: views)
            spoke += block.values.count { !$0.isNaN }
        }
        let scored = stopwatch()
        for view in made.views { for item in 0..<min(6, items) { _ = try session.evidence(for: item, learner: view) } }
        let told = stopwatch()
        let pairs = learners * items
        return Outcome(
            scorer: Verbatim(scorer.card.name), learners: learners, items: items, secondsToBegin: ready - start,
            pairsPerSecond: Double(pairs) / max(1e-9, scored - ready),
            spokeShare: Double(spoke) / Double(max(1, pairs)),
            evidencePerSecond: Double(learners * min(6, items)) / max(1e-9, told - scored),
            megabytes: Self.peak(RUSAGE_SELF), childMegabytes: Self.peak(RUSAGE_CHILDREN))
    }

    private static func peak(_ who: __rusage_who) -> Double {
        var usage = rusage()
        return getrusage(__rusage_who_t(who.rawValue), &usage) == 0 ? Double(usage.ru_maxrss) / 1_024 : 0
    }
}

extension School {
    /// A scorer by its name; throws a word with the nearest one.
    func scorer(named name: String) throws -> ActiveScorer {
        if let scorer = scorers.first(where: { $0.card.name == name }) { return scorer }
        if let failure = unusable.first(where: { $0.scorer == name }) {
            throw ScorerRefusal.unusable(failure)
        }
        let names = scorers.map { $0.card.name }
        throw ScorerRefusal.noScorer(
            Verbatim(name), nearest: NearestName.of(name, among: names).map { Verbatim($0) },
            known: names.map { Verbatim($0) })
    }
}
