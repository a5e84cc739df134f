import Content
import ScorerKit

/// How hard an article may be that somebody asked for: harder than what they read for other reasons, and more so the further they are.
struct WishReach {
    /// The level that the learner reads well at, as a school grade. A few "too hard" do not take what was asked for out of reach: they
    /// tell of single articles, and what was stated counts too.
    let level: Double

    /// A reach by what is known of a learner's level.
    init(_ profile: InterestProfile) { level = max(profile.level, profile.statedLevel - Self.mostDoubt) }

    /// How far below what was stated the level is taken to be at most, in grades.
    private static let mostDoubt = 1.0

    /// How many grades above the level: an article's own level is known to about a grade.
    private var above: Double { level <= 3 ? 2 : level <= 8 ? 2.5 : 3 }
    /// How many grades below the level an article is still worth asking for.
    private static let below = 3.0

    /// The levels that fit.
    var levels: ClosedRange<Double> { max(0, level - Self.below)...(level + above) }

    /// Whether an article is not too hard. What nobody knows the level of is in reach.
    func contains(_ item: Int, of batch: ItemBatch) -> Bool {
        let own = batch.levels[item]
        return own.isNaN || own <= levels.upperBound
    }
}
