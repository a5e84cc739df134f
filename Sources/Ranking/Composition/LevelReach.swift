import Content
import ScorerKit

/// Which levels of articles are within a learner's reach: a bound at the edge, where the scorers only say what is better.
///
/// Ceiling and floor grow with the level: a grade is a large step for somebody who has just learnt to read, and a small one later.
struct LevelReach {
    /// The learner's level for each of the batch's languages, by their numbers; the last for articles of no known language.
    private let own: [Double]
    private let levels: [Double]
    private let unknown: [Bool]
    private let languages: [Int32]
    private let ceiling: LevelBound
    private let floor: LevelBound

    init(_ view: LearnerView, snapshot: RankSnapshot) {
        own = snapshot.columns.languages.map { view.level(in: $0) } + [view.level(in: nil)]
        unknown = snapshot.columns.isUnknown
        levels = snapshot.batch.levels
        languages = snapshot.columns.languageNumbers
        ceiling = snapshot.settings.ceiling
        floor = snapshot.settings.floor
    }

    /// The level that an item's language is read at.
    func own(for item: Int) -> Double { own[place(item)] }

    private func place(_ item: Int) -> Int { languages[item] < 0 ? own.count - 1 : Int(languages[item]) }

    /// How far an item lies above the learner, in grades; NaN where its level is not known.
    func gap(_ item: Int) -> Double { levels[item] - own(for: item) }

    /// How far off an article with such a gap is: too hard is worse than too easy, and not to know is worst.
    static func distance(_ gap: Double) -> Double { gap.isNaN ? 99 : gap > 0 ? 1.5 * gap : -gap }

    /// Whether nobody can say how hard the item is.
    func isUnknown(_ item: Int) -> Bool { unknown[item] }

    /// The levels within reach of somebody who reads an item's language as they do, so many grades wider.
    func range(for item: Int, widened: Double = 0) -> ClosedRange<Double> {
        range(at: own(for: item), widened: widened)
    }

    /// The levels within reach of somebody who reads at a level.
    func range(at level: Double, widened: Double = 0) -> ClosedRange<Double> {
        (level - floor.grades(at: level) - widened)...(level + ceiling.grades(at: level) + widened)
    }

    /// Whether an item is within reach; of an unknown level none is.
    func contains(_ item: Int, widened: Double = 0) -> Bool {
        levels[item].isNaN ? !isUnknown(item) : range(for: item, widened: widened).contains(levels[item])
    }
}
