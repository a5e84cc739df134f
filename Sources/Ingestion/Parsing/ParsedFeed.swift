import Content

/// What one feed document says: the feed's own fields and its entries, in document order.
///
/// Every text is plain text without markup; every address is absolute where the document or the caller gave a base,
/// and none has a scheme that could run code.
public struct ParsedFeed: Sendable, Equatable {
    /// The format of the document.
    public var format: FeedFormat
    /// The feed's title as one line of plain text.
    public var title: String?
    /// The address of the home page that the feed belongs to. A feed that names none gives its identifier when that
    /// is a URI, so it need not be a web address.
    public var link: String?
    /// The feed's own identifier (`atom:id`), or its `feed_url` in JSON Feed.
    public var id: String?
    /// The feed's description as plain text.
    public var summary: String?
    /// The declared language as a language tag (`en-GB`), not checked against the text.
    public var language: String?
    /// When the feed says that it changed last.
    public var updated: Timestamp?
    /// The address of the feed's picture.
    public var image: String?
    /// The names of the feed's authors, without mail addresses.
    public var authors: [String] = []
    /// The feed's categories.
    public var tags: [String] = []
    /// The licence of the feed's texts, as an address or in words; an entry without one of its own has this one.
    public var license: String?
    /// Minutes for which the document says that it stays as it is, 1 or more; nil: it does not say.
    public var timeToLive: Int?
    /// Hours of the day, 0…23 in UTC, at which it asks to be left alone.
    public var skipHours: Set<Int> = []
    /// Days of the week, 1 (Monday) to 7, on which it asks to be left alone.
    public var skipDays: Set<Int> = []
    /// The entries in document order.
    public var entries: [ParsedEntry] = []
    /// Texts of elements that no field above stands for, by `prefix:name`; see ``ParsedEntry/extensions``.
    public var extensions: [String: [String]] = [:]

    /// A feed of a format, with everything else empty.
    package init(format: FeedFormat) { self.format = format }
}

/// The format of a feed document.
public enum FeedFormat: Sendable, Equatable {
    /// RSS 0.91 to 2.0, with the version that the document names; empty when it names none.
    case rss(version: String)
    /// RSS 0.90 and 1.0, which are RDF documents.
    case rdf
    /// Atom 1.0.
    case atom
    /// Atom 0.3 and older.
    case atom03
    /// JSON Feed, with its version (`1`, `1.1`); empty when it names none.
    case jsonFeed(version: String)
    /// Channel Definition Format and documents that begin with a channel or an item.
    case other
    /// No feed: an empty document, or XML or JSON of another kind. There are no entries, and a finding says so.
    case none
}
