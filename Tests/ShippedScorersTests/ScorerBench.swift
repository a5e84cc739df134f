import Content
import Foundation
import ScorerKit
import ShippedScorers
import TestSupport
import Testing

/// A scorer with its default options, and what it says of some items.
struct ScorerBench: Sendable, CustomTestStringConvertible {
    let type: any Scorer.Type
    var testDescription: String { type.card.name }

    /// Every scorer that ships: a new one cannot be forgotten here.
    static let all = Shipped.scorers.map { ScorerBench(type: $0) }

    /// The scores of a learner's row, as a run asks for them, and the evidence for each.
    func answers(_ items: [ContentItem], _ facts: [Fact]) throws -> [ItemID: Answer] {
        try answers(items, [facts])[0]
    }

    /// The answers for several learners of one run, in their order.
    func answers(_ items: [ContentItem], _ learners: [[Fact]]) throws -> [[ItemID: Answer]] {
        try answers(in: ItemBatch(items, now: Sample.now), learners)
    }

    /// The answers for several learners about the items of one batch.
    func answers(in batch: ItemBatch, _ learners: [[Fact]]) throws -> [[ItemID: Answer]] {
        let prepared = try type.withDefaults().prepare(batch)
        return learners.map { facts in
            let view = LearnerView.of(facts)
            var block = ScoreBlock(learners: 1, items: batch.count)
            prepared.fill(&block, for: [view])
            let row = block.values
            return Dictionary(
                uniqueKeysWithValues: batch.indices.map { index in
                    (
                        batch.items[index].id,
                        Answer(score: row[index], evidence: prepared.evidence(for: index, learner: view))
                    )
                })
        }
    }
}

/// What a scorer says of an item. Equal where the bits are, so that NaN equals NaN.
struct Answer: Equatable {
    var score: Float
    var evidence: Evidence?

    static func == (left: Answer, right: Answer) -> Bool {
        left.score.bitPattern == right.score.bitPattern && left.evidence == right.evidence
    }
}

extension Scorer {
    /// The scorer with its default options.
    static func withDefaults() throws -> Self { try Self(options: .init()) }

    /// The scorer with options from JSON, as the configuration gives them.
    static func with(_ json: String) throws -> Self { try Self(options: .decode(Data(json.utf8))) }

    /// The default options as canonical JSON, and that read back and written again.
    static func roundTrip() throws -> (first: String, second: String) {
        let first = Options().canonicalJSON
        return (first, try Options.decode(Data(first.utf8)).canonicalJSON)
    }

    /// The names of its options with their defaults.
    static func defaults() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(Options().canonicalJSON.utf8)) as? [String: Any] ?? [:]
    }
}

extension LearnerView {
    /// The view of a learner's facts.
    static func of(_ facts: [Fact]) -> LearnerView {
        let learner = Learner(id: Sample.learner, facts: facts)
        return LearnerView(
            pseudonym: "L1", grade: learner.grade, languages: ["en"], profile: InterestProfile(facts: facts))
    }
}
