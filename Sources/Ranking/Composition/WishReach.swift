import ScorerKit

/// How hard an article may be that somebody asked for: harder than what they read for other reasons, and more so the further they are.
struct WishReach {
    /// The level that the learner reads well at, as a school grade.
    let level: Double

    /// How many grades above the level.
    private var above: Double { level <= 3 ? 1 : level <= 8 ? 2 : 3 }
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
