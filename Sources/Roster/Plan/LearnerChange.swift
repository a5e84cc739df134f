import Content

/// What a roster changes about one value of a learner.
public struct LearnerChange: Hashable, Sendable {
    /// What is changed.
    public let kind: Fact.Kind
    /// The guardian whom it is about, by their name in facts; nil: it is not about one guardian.
    public let guardian: String?
    /// The value that the roster gave before; nil: none.
    public let old: String?
    /// The value that it gives now; empty: taken back.
    public let new: String

    /// A change by its parts.
    init(kind: Fact.Kind, guardian: String? = nil, old: String?, new: String) {
        self.kind = kind
        self.guardian = guardian
        self.old = old
        self.new = new
    }
}
