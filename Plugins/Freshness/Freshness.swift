import ScorerKit
import TextAnalysis

/// New articles before old ones: what an item is worth to anybody, by its age alone.
public struct Freshness: AnybodyScorer {
    /// How fast an article ages.
    public struct Options: ScorerOptions {
        /// After so many days an article is worth half; above 0.
        public var halfLifeDays = 14.0
        /// The defaults.
        public init() {}
    }

    /// Name, version, summary and whose say it is.
    public static let card = ScorerCard(
        name: "Freshness", version: "1.0", summary: "Newer articles come first.", say: .neither)

    /// The newer of two.
    public static let examples = [
        ScorerExample(
            .init(), better: .init("Seals return to the bay", ageInDays: 1),
            worse: .init("Storm over the bay", ageInDays: 30), because: "it is newer")
    ]

    private let options: Options

    /// A scorer with a half-life above 0.
    public init(options: Options) throws(OptionsError) {
        guard options.halfLifeDays > 0, options.halfLifeDays.isFinite else {
            throw OptionsError(option: "halfLifeDays", problem: "expected a number above 0, such as 14")
        }
        self.options = options
    }

    /// ½ to the power of age over half-life: 1 when it is new, ½ after one half-life. Of what has no age it says nothing.
    public func score(_ item: ItemView) -> Double? {
        if item.item.isEvergreen { return nil }
        return StableMath.exp(-0.693_147_180_559_945_3 * item.ageInDays / options.halfLifeDays)
    }

    /// The age.
    public func evidence(for item: ItemView) -> Evidence { .age(days: item.ageInDays) }
}
