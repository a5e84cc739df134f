import Content

/// A feed with the lists of the school's own that were changed for it.
public struct FeedOnLists: Hashable, Sendable {
    /// The feed's title before.
    public var title: Verbatim
    /// The lists' names; none: they said so already.
    public var lists: [Verbatim]
}
