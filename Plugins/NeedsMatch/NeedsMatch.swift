import ScorerKit
import TextAnalysis

/// Articles about the subjects a learner is working on, as the school states them. It abstains for a learner without
/// any, and for articles without text.
public struct NeedsMatch: Scorer {
    /// How a match is measured.
    public struct Options: ScorerOptions {
        /// So many words of the subject in an article are as good as any more; at least 1.
        public var enoughMatches = 4
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "NeedsMatch", version: "2.0", summary: "Articles about the subjects the learner is working on.",
        say: .teacher)

    /// The subject that is being worked on.
    public static let examples = [
        ScorerExample(
            .init(needs: ["fractions"]),
            better: .init("Sharing a pizza", text: "Fractions are parts. A fraction has two numbers."),
            worse: .init("Baking a pizza", text: "Knead the dough and wait."), because: "it is about fractions")
    ]

    private let options: Options

    /// A scorer that wants at least one match.
    public init(options: Options) throws(OptionsError) {
        guard options.enoughMatches >= 1 else {
            throw OptionsError(option: "enoughMatches", problem: "expected a whole number of at least 1")
        }
        self.options = options
    }

    /// Prepares for all items.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer { Prepared(options: options, batch: batch) }

    private struct Prepared: PreparedScorer {
        let options: Options
        let batch: ItemBatch

        /// The share of `enoughMatches` that an article has of the best-matching subject.
        func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
            let needs = learner.profile.needs
            guard !needs.isEmpty else { return }
            let hasWords = batch.text.hasWords
            for item in row.indices where hasWords[item] { row[item] = 0 }
            for need in needs {
                let found = batch.topics.matches(of: need.phrase, languages: learner.languages)
                for (item, count) in zip(found.items, found.counts) {
                    row[item] = max(row[item], min(1, Float(count) / Float(options.enoughMatches)))
                }
            }
        }

        func evidence(for item: Int, learner: LearnerView) -> Evidence? {
            let needs = learner.profile.needs
            guard !needs.isEmpty, !batch.text.vectors[item].isEmpty else { return nil }
            return .terms(
                TopicEvidence(batch: batch, languages: learner.languages).matches(needs, source: .need, item: item))
        }
    }
}
