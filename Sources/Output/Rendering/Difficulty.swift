import Content

/// How hard an article is for the one who reads it: a mark beside this reader's own level, which says nothing to anybody else.
public enum Difficulty: String, Hashable, Sendable, CaseIterable {
    /// It should be read with ease.
    case easy
    /// About as hard as what they read well.
    case right
    /// Harder than what they read well.
    case stretch

    /// Estimates of a text's level are no better than about a grade: what is nearer counts as the same.
    static let reach = 1.0

    /// An article of this level for a reader of that one.
    init(item: Double, learner: Double) { self.init(gap: item - learner) }

    private init(gap: Double) {
        self = gap > Difficulty.reach ? .stretch : gap < -Difficulty.reach ? .easy : .right
    }

    /// The mark of a place in a list, by what the two levels were when it was made: what is told at the place rests on the same. nil where the
    /// article's level is not known. `item`, `learner`: the levels of a list that was made by an older version.
    init?(of entry: ListEntry, item: Double?, learner: Double) {
        if let gap = entry.gap {
            self = entry.side == .stretch ? .stretch : Difficulty(gap: gap)
        } else if let item, item.isFinite, learner.isFinite {
            self = entry.side == .stretch ? .stretch : Difficulty(item: item, learner: learner)
        } else {
            return nil
        }
    }
}
