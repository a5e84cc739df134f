/// What a server said with the last body of a feed, to ask whether there is a newer one.
public struct FeedValidators: Hashable, Sendable {
    /// The `ETag` header.
    public var etag: String?
    /// The `Last-Modified` header.
    public var lastModified: String?
    /// The digest of the body.
    public var digest: String

    /// Validators by their values.
    package init(etag: String?, lastModified: String?, digest: String) {
        self.etag = etag
        self.lastModified = lastModified
        self.digest = digest
    }
}

/// What recording a feed came to.
public struct RecordedItems: Hashable, Codable, Sendable {
    /// Items seen for the first time.
    public var new = 0
    /// Items of which this is a new version.
    public var changed = 0
    /// Items that were there just so.
    public var unchanged = 0

    /// No items yet.
    package init() {}
}
