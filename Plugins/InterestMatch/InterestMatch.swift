import ScorerKit
import TextAnalysis

/// Articles about what the learner wants to read about, and like what they liked, by words and by meaning; see
/// ``InterestPull``. It abstains for a learner who has said nothing, and for articles without text.
public struct InterestMatch: Scorer {
    /// How much each kind of evidence counts.
    public struct Options: ScorerOptions {
        /// What a strength counts beside a declared interest, which counts 1; 0…1.
        public var strengthShare = 0.3
        /// What a topic counts that was never named and is liked, beside a declared interest; 0…1.
        public var learntShare = 0.8
        /// How strongly "less of this" pushes an article down; 0…1.
        public var lessShare = 0.7
        /// What likeness of words counts; 0…10.
        public var wordShare = 1.5
        /// What likeness of meaning counts, where the archive is large enough to learn meanings from; 0…10.
        public var meaningShare = 1.0
        /// As many liked articles count as much as all topics together; 0…100.
        public var topicsCountAs = 2.0
        /// What likeness to the nearest few counts beside likeness to the mean of all; 0…1.
        public var nearestShare = 0.25
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "InterestMatch", version: "3.0",
        summary: "Articles about what the learner asked for, is interested in, or liked.", say: .learner)

    /// Whole words, phrases as one, and likeness to what was liked.
    public static let examples = [
        ScorerExample(
            .init(interests: ["apples"]), better: .init("An apple a day"), worse: .init("A pineapple a day"),
            because: "a word is matched whole, in any of its forms"),
        ScorerExample(
            .init(interests: ["black hole"]), better: .init("How heavy is a black hole?"),
            worse: .init("A hole in a black fence"), because: "a phrase is matched as one"),
        ScorerExample(
            .init(liked: [.init("Otters build dams", text: "Otters and beavers swim in rivers.")]),
            better: .init("Beavers at work", text: "Beavers swim in the rivers of the north."),
            worse: .init("Trains at night", text: "The express leaves at nine."),
            because: "it is like an article that was liked"),
    ]

    /// Words alone and meaning alone.
    public static var parts: [String: Options] {
        var words = Options()
        words.meaningShare = 0
        var meaning = Options()
        meaning.wordShare = 0
        return ["words": words, "meaning": meaning]
    }

    private let options: Options

    /// A scorer with shares in their ranges.
    public init(options: Options) throws(OptionsError) {
        let ranges: [(String, Double, Double)] = [
            ("strengthShare", options.strengthShare, 1), ("lessShare", options.lessShare, 1),
            ("learntShare", options.learntShare, 1),
            ("wordShare", options.wordShare, 10), ("meaningShare", options.meaningShare, 10),
            ("topicsCountAs", options.topicsCountAs, 100), ("nearestShare", options.nearestShare, 1),
        ]
        for (name, value, largest) in ranges where !(0...largest).contains(value) {
            throw OptionsError(option: name, problem: "expected a number from 0 to \(Int(largest))")
        }
        guard options.wordShare + options.meaningShare > 0 else {
            throw OptionsError(option: "wordShare, meaningShare", problem: "expected one of them above 0")
        }
        self.options = options
    }

    /// Prepares for all items.
    public func prepare(_ batch: ItemBatch) -> any PreparedScorer { PreparedInterest(options: options, batch: batch) }
}

private struct PreparedInterest: PreparedScorer {
    let options: InterestMatch.Options
    let batch: ItemBatch

    func fill(_ row: inout MutableSpan<Float>, for learner: LearnerView) {
        let wanted = pull(wanted(learner.profile), learner.profile.taught.filter { $0.strength > 0 }, of: learner)
        let unwanted = pull(
            learner.profile.less.map { ($0.phrase, $0.strength) }, learner.profile.taught.filter { $0.strength < 0 },
            of: learner)
        guard !wanted.isEmpty || !unwanted.isEmpty else { return }
        var pulls = wanted.row()
        if !unwanted.isEmpty { push(unwanted.row(), down: &pulls, unless: learner) }
        // The largest pull that there can be, so that a score is always within 0…1: 0.5 is an article like any other.
        let largest = Float(options.wordShare + options.meaningShare * (1 + options.nearestShare))
        let hasWords = batch.text.hasWords
        for item in row.indices where hasWords[item] {
            row[item] = min(1, max(0, 0.5 + 0.5 * pulls[item] / largest))
        }
    }

    /// What was said less of pushes its like down. An article that speaks of what is wanted keeps half of its pull: a
    /// dislike does not wipe out an interest.
    private func push(_ pushes: [Float], down pulls: inout [Float], unless learner: LearnerView) {
        let share = Float(options.lessShare)
        let before = pulls
        for item in pulls.indices { pulls[item] -= share * max(0, pushes[item]) }
        for want in learner.profile.wants {
            for item in batch.topics.matches(of: want.phrase, languages: learner.languages).items {
                pulls[item] = max(pulls[item], min(before[item], before[item] / 2))
            }
        }
    }

    private func pull(
        _ topics: [(phrase: String, strength: Double)], _ taught: [InterestProfile.TaughtItem], of learner: LearnerView
    ) -> InterestPull {
        InterestPull(
            topics: topics.filter { $0.strength > 0 }.map {
                .init(phrase: $0.phrase, weight: Float($0.strength))
            }, languages: learner.languages,
            liked: taught.compactMap { taught in
                batch.index(of: taught.item).map { .init(item: $0, weight: Float(abs(taught.strength))) }
            },
            parts: .init(
                words: Float(options.wordShare), meaning: Float(options.meaningShare),
                topics: Float(options.topicsCountAs), nearest: Float(options.nearestShare)), batch: batch)
    }

    /// Interests and strengths with what each counts.
    private func wanted(_ profile: InterestProfile) -> [(phrase: String, strength: Double)] {
        profile.wants.map { ($0.phrase, $0.strength) }
            + profile.learnt.map { ($0.phrase, $0.strength * options.learntShare) }
            + profile.strengths.map { ($0.phrase, $0.strength * options.strengthShare) }
    }

    func evidence(for item: Int, learner: LearnerView) -> Evidence? {
        let profile = learner.profile
        let taught = profile.taught.filter { batch.index(of: $0.item) != nil }
        let hasSpoken = !wanted(profile).isEmpty || !profile.less.isEmpty || !taught.isEmpty
        guard hasSpoken, !batch.text.vectors[item].isEmpty else { return nil }
        let topics = TopicEvidence(batch: batch, languages: learner.languages)
        let wants = topics.matches(profile.wants, source: .interest, item: item)
        if !wants.isEmpty { return .terms(wants) }
        if let near = nearest(to: item, of: taught) {
            return .nearness(title: batch.items[near.item].title, similarity: Double(near.similarity))
        }
        return .terms(topics.matches(profile.strengths, source: .strength, item: item))
    }

    /// From this nearness on a meaning counts: chance hardly ever comes so near.
    private static let telling: Float = 0.35

    /// The liked article that an item is nearest to, by words or by meaning.
    private func nearest(
        to item: Int, of taught: [InterestProfile.TaughtItem]
    ) -> (item: Int, similarity: Float)? {
        let near = taught.filter { $0.strength > 0 }.compactMap { taught -> (item: Int, similarity: Float)? in
            guard let other = batch.index(of: taught.item), other != item else { return nil }
            let words = batch.text.vectors[other].cosine(to: batch.text.vectors[item])
            let meaning = batch.text.places.map { $0.nearness(of: item, to: $0.place(of: other)) } ?? 0
            return (other, min(1, max(words, meaning >= Self.telling ? meaning : 0)))
        }
        return near.max { $0.similarity < $1.similarity }.flatMap { $0.similarity > 0 ? $0 : nil }
    }
}
