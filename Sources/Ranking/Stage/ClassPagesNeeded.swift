import Content

/// Which classes need a page that is the same for all.
struct ClassPagesNeeded {
    private let snapshot: RankSnapshot
    private var found: Set<String> = []

    init(_ snapshot: RankSnapshot) { self.snapshot = snapshot }

    /// The classes, by name.
    var classes: [String] { found.sorted() }

    /// Takes in a learner. `isUnderstood`: false where a row of theirs is not, so that they get no list.
    mutating func see(_ learner: Learner, isUnderstood: Bool = true) {
        switch snapshot.settings.classPages {
        case .none: break
        case .all: found.formUnion(snapshot.classTerms(of: learner).counting)
        case .needed:
            guard !isUnderstood || !learner.mayBeProfiled(on: snapshot.settings.basis) else { return }
            if let first = snapshot.classTerms(of: learner).counting.first { found.insert(first) }
        }
    }
}
