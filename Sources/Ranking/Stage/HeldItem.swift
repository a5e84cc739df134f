import Content
import Safeguarding

/// An item that waits for a teacher because of its words or its topic.
public struct HeldItem: Sendable {
    /// The item.
    public let item: ContentItem
    /// The words that hold it; nil: none do.
    public let words: HeldVerdict?
    /// The topic that holds it; nil: none does.
    public let topic: String?
    /// The lowest grade that the topic is meant for.
    public let topicFrom: Int?

    /// The grade below which it waits; 13: for everybody.
    public var heldBelow: Int { max(words?.heldBelow ?? 0, topicFrom ?? 0) }
}
