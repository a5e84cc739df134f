import Content

/// One trial of a ranking: what is known of a learner, some candidates, and which of them the learner turned out to want.
public struct Slate: Hashable, Codable, Sendable {
    /// The learner.
    public var learner: String
    /// The items they wanted before, in the order of the source.
    public var history: [String]
    /// What they declared: words or short phrases.
    public var interests: [String]
    /// The items to put in order.
    public var candidates: [String]
    /// Those of the candidates that they wanted.
    public var relevant: [String]

    /// A slate by its parts.
    package init(learner: String, history: [String], interests: [String], candidates: [String], relevant: [String]) {
        self.learner = learner
        self.history = history
        self.interests = interests
        self.candidates = candidates
        self.relevant = relevant
    }

    /// Whether it can tell a good order from a bad one: some candidates are wanted and some are not.
    public var isTelling: Bool {
        let wanted = Set(relevant)
        let count = candidates.count { wanted.contains($0) }
        return count > 0 && count < candidates.count
    }
}
