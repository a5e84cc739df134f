import Content

/// The cases of what is told by its name.
enum Gates {
    static let all = Gate.allCases.map(\.rawValue)
}

/// The answers to wishes.
enum Answers {
    static let all = WishAnswer.Outcome.allCases.map(\.rawValue)
}
