import Content

extension ContentItem {
    /// A digest of what a person reads of an item: title, summary and text. An approval holds for what was read.
    public var readDigest: String { ContentDigest(of: [title, summary, text]).hex }
}
