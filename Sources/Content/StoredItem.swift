/// An item with what the store knows beside it.
public struct StoredItem: Hashable, Sendable {
    /// The item.
    public var item: ContentItem
    /// The items whose text is nearly the same, by identity.
    public var nearCopies: [ItemID]

    /// An item by its parts.
    package init(item: ContentItem, nearCopies: [ItemID] = []) {
        self.item = item
        self.nearCopies = nearCopies
    }
}
