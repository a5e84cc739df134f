import Content

/// What a guardian may be told beyond the list itself, where the school says so.
public enum GuardianSight: String, Hashable, Sendable, CaseIterable {
    /// The level that the learner reads well at, and the articles' levels, as school grades.
    case level
    /// What the learner is working on.
    case needs
}

/// The learners who get their pages in large type.
public enum LargePrint: Hashable, Sendable {
    /// Everybody.
    case everybody
    /// These, by the school's ids.
    case named(Set<String>)

    /// Nobody.
    public static let nobody = LargePrint.named([])

    /// Whether a learner is one of them.
    func includes(_ learner: LearnerID) -> Bool {
        switch self {
        case .everybody: true
        case .named(let ids): ids.contains(learner.rawValue)
        }
    }

    /// One text for the same learners.
    var digestText: String {
        switch self {
        case .everybody: "all"
        case .named(let ids): ids.sorted().joined(separator: "\n")
        }
    }
}
