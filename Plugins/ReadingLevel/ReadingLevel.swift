import ScorerKit

/// Articles about as hard as what the learner reads well: what an item is worth to one learner. It abstains where the
/// article's level is not known. A scorer, never a gate: a learner for whom nothing fits still gets the nearest.
public struct ReadingLevel: PairScorer {
    /// How wide the comfortable band is, and how fast the score falls outside it; in school grades.
    public struct Options: ScorerOptions {
        /// Up to so much easier is as good as just right.
        public var easierBand = 1.5
        /// Up to so much harder is as good as just right.
        public var harderBand = 0.5
        /// So far below the band an article is worth nothing.
        public var easierReach = 5.0
        /// So far above the band an article is worth nothing.
        public var harderReach = 3.0
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "ReadingLevel", version: "1.0", summary: "Articles about as hard as what the learner reads well.",
        say: .neither)

    /// Just right before too hard, and too easy before much too hard.
    public static let examples = [
        ScorerExample(
            .init(grade: 5, level: 5), better: .init("How bees dance", level: 4.5),
            worse: .init("The waggle dance as a signal", level: 9),
            because: "it is as hard as what the learner reads well"),
        ScorerExample(
            .init(grade: 8, level: 8), better: .init("A day at the lake", level: 4),
            worse: .init("On the limnology of lakes", level: 12), because: "too hard is worse than too easy"),
    ]

    private let options: Options

    /// A scorer with bands of at least 0 and reaches above 0.
    public init(options: Options) throws(OptionsError) {
        guard options.easierBand >= 0, options.harderBand >= 0 else {
            throw OptionsError(option: "easierBand, harderBand", problem: "expected grades of at least 0")
        }
        guard options.easierReach > 0, options.harderReach > 0 else {
            throw OptionsError(option: "easierReach, harderReach", problem: "expected grades above 0")
        }
        self.options = options
    }

    /// 1 within the band, then falling in a straight line to 0 at the reach.
    public func score(_ item: ItemView, for learner: LearnerView) -> Double? {
        guard let level = item.level else { return nil }
        let difference = level - learner.level(in: item.item.language)
        let outside =
            difference > 0
            ? max(0, difference - options.harderBand) / options.harderReach
            : max(0, -difference - options.easierBand) / options.easierReach
        return max(0, 1 - outside)
    }

    /// The two levels.
    public func evidence(for item: ItemView, learner: LearnerView) -> Evidence {
        let own = learner.level(in: item.item.language)
        return .levels(item: item.level ?? own, learner: own)
    }
}
