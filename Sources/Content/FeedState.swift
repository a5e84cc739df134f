/// How a feed of the web has done, and what its server asks for: when it was asked, whether it answered, when it may be asked again.
public struct FeedState: Hashable, Codable, Sendable {
    /// When it was asked last.
    public var asked: Timestamp
    /// When it was last there; nil: never.
    public var good: Timestamp?
    /// Since when it fails without a success between; nil: it does not.
    public var failingSince: Timestamp?
    /// How often it has failed since.
    public var failures = 0
    /// Why it failed last, as a sentence; nil: it did not.
    public var problem: String?
    /// Before this it is left alone; nil: it may be asked.
    public var notBefore: Timestamp?
    /// Where its server says that it has moved for good; nil: nowhere.
    public var movedTo: String?
    /// When its server said that there will never be anything more; nil: it did not.
    public var ended: Timestamp?

    /// The state of a feed that was asked for the first time.
    package init(asked: Timestamp) { self.asked = asked }
}
