import Content
import Foundation
import Pipeline
import Ranking
import Reports
import ScorerKit

/// How fast one scorer is: the same made-up articles and learners on every machine and for every scorer.
public struct ScorerSpeed: Sendable {
    private let scorer: ActiveScorer

    /// The speed of a school's scorer; throws where it has none of this name.
    public init(school: School, name: String) throws { scorer = try school.scorer(named: name) }

    /// Scores all pairs of so many learners and articles, and asks for the evidence of six articles a learner. `stopwatch`
    /// tells the seconds since some moment.
    public func measure(learners: Int, items: Int, stopwatch: () -> Double) throws -> ScorerText.Speed {
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
        return ScorerText.Speed(
            scorer: scorer.card.name, learners: learners, items: items, secondsToBegin: ready - start,
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
            throw RequestError("\(failure). \(failure.remedy)")
        }
        let names = scorers.map { $0.card.name }
        throw RequestError(
            "there is no scorer '\(name)'.\(NearestName.hint(for: name, among: names)) Known: \(names.joined(separator: ", "))."
        )
    }
}
