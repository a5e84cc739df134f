import Content

/// A text that somebody must see and that is not read on: it tells of distress, or holds a word of the school's list.
public struct HeldText: Hashable, Sendable {
    /// The line of its row, from 1.
    public let line: Int
    /// Whose row it is (the learner's id), where it can be told.
    public let key: String?
    /// The text as it was written.
    public let text: String
    /// What it would have counted as; nil: nothing, or it counts in any case.
    public let kind: Fact.Kind?
}
