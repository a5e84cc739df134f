import ScorerKit
import TextAnalysis

/// Articles about what the learner wants to read about, and like what they liked: the cosine between what they said and
/// what an article says, each word or phrase weighted by how often it stands there and how rare it is (TF-IDF). It
/// abstains for a learner who has said nothing, and for articles without text.
public struct InterestMatch: Scorer {
    /// How much each kind of evidence counts.
    public struct Options: ScorerOptions {
        /// What a strength counts beside a declared interest, which counts 1; 0…1.
        public var strengthShare = 0.3
        /// What likeness to liked articles counts beside declared interests; 0…1.
        public var likedShare = 0.5
        /// How strongly "less of this" pushes an article down; 0…1.
        public var lessShare = 0.7
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "InterestMatch", version: "1.0",
        summary: "Articles about what the learner asked for, is interested in, or liked.", say: .learner)

    private let options: Options

    /// A scorer with shares of 0…1.
    public init(options: Options) throws(OptionsError) {
        let shares = [
            ("strengthShare", options.strengthShare), ("likedShare", options.likedShare),
            ("lessShare", options.lessShare),
        ]
        for (name, share) in shares where !(0...1).contains(share) {
            throw OptionsError(option: name, problem: "expected a number from 0 to 1")
        }
        self.options = options
    }

    /// Prepares for all items.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer { PreparedInterest(options: options, batch: batch) }
}

private struct PreparedInterest: PreparedScorer {
    let options: InterestMatch.Options
    let batch: ItemBatch

    func fill(_ row: inout [Float], for learner: LearnerView) {
        let profile = learner.profile
        let wants = wanted(profile)
        let liked = likedVector(profile)
        guard !wants.isEmpty || !liked.isEmpty || !profile.less.isEmpty else { return }
        // What is wanted less stands below what nobody spoke of: that moves up to leave room.
        let room = room(profile)
        for item in batch.indices where !batch.text.vectors[item].isEmpty { row[item] = 0 }
        add(wants, to: &row, share: 1)
        add(profile.less.map { ($0.phrase, $0.strength) }, to: &row, share: -Float(options.lessShare))
        if !liked.isEmpty {
            for item in batch.indices where !row[item].isNaN {
                row[item] += Float(options.likedShare) * liked.cosine(to: batch.text.vectors[item])
            }
        }
        for item in batch.indices where !row[item].isNaN { row[item] = min(1, max(0, (row[item] + room) / (1 + room))) }
    }

    func evidence(for item: Int, learner: LearnerView) -> Evidence? {
        let profile = learner.profile
        let hasSpoken = !wanted(profile).isEmpty || !profile.less.isEmpty || !likedVector(profile).isEmpty
        guard hasSpoken, !batch.text.vectors[item].isEmpty else { return nil }
        let wants = TopicEvidence.matches(profile.wants, source: .interest, in: batch, item: item)
        let strengths = TopicEvidence.matches(profile.strengths, source: .strength, in: batch, item: item)
        if !wants.isEmpty { return .terms(wants) }
        let nearest = profile.taught.filter { $0.strength > 0 }.compactMap { taught -> (Int, Float)? in
            guard let index = batch.index(of: taught.item), index != item else { return nil }
            return (index, batch.text.vectors[index].cosine(to: batch.text.vectors[item]))
        }.max { $0.1 < $1.1 }
        if let (index, similarity) = nearest, similarity > 0 {
            return .nearness(title: batch.items[index].title, similarity: Double(similarity))
        }
        return .terms(strengths)
    }

    /// How far below 0 what was said less of can push an article.
    private func room(_ profile: InterestProfile) -> Float {
        (profile.less.isEmpty ? 0 : Float(options.lessShare))
            + (profile.taught.contains { $0.strength < 0 } ? Float(options.likedShare) : 0)
    }

    /// Interests and strengths with what each counts.
    private func wanted(_ profile: InterestProfile) -> [(phrase: String, strength: Double)] {
        profile.wants.map { ($0.phrase, $0.strength) }
            + profile.strengths.map { ($0.phrase, $0.strength * options.strengthShare) }
    }

    /// The mean of what was said more of, less what was said less of.
    private func likedVector(_ profile: InterestProfile) -> TermVector {
        TermVector.sum(
            profile.taught.compactMap { taught in
                batch.index(of: taught.item).map { (batch.text.vectors[$0], Float(taught.strength)) }
            })
    }

    /// Adds the cosine between the topics and each item that holds one of them. The topics span the space: an item's
    /// part along a topic is (1 + ln count)·rarity, over the length of all its words.
    private func add(_ topics: [(phrase: String, strength: Double)], to row: inout [Float], share: Float) {
        let found = topics.map { (batch.phrases.matches(of: Phrase($0.phrase)), Float($0.strength)) }
        let length = found.reduce(Float(0)) { $0 + $1.1 * $1.1 * $1.0.rarity * $1.0.rarity }.squareRoot()
        guard length > 0 else { return }
        for (matches, strength) in found {
            let weight = strength * matches.rarity / length
            for (item, count) in zip(matches.items, matches.counts) where !row[item].isNaN {
                let frequency = (1 + Float(StableMath.log(Double(count)))) * matches.rarity
                row[item] += share * weight * frequency / batch.text.norms[item]
            }
        }
    }
}
