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
    init(item: Double, learner: Double) {
        self = item > learner + Difficulty.reach ? .stretch : item < learner - Difficulty.reach ? .easy : .right
    }

    /// The mark of a place in a list, by what its reasons say of the two levels, else by what is known; nil where the article's level is
    /// not known.
    init?(of entry: ListEntry, item: Double?, learner: Double) {
        guard let item, item.isFinite, learner.isFinite else { return nil }
        if entry.side == .stretch {
            self = .stretch
            return
        }
        for case .scored(_, .levels(let item, let learner)) in entry.reasons {
            self = Difficulty(item: item, learner: learner)
            return
        }
        self = Difficulty(item: item, learner: learner)
    }
}
