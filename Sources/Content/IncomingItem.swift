/// One entry of a feed on its way into the store: the names it is known by and what it says.
public struct IncomingItem: Hashable, Sendable {
    /// The names; see `ItemIdentity` in the ingestion stage, which makes them.
    public var keys: ItemKeys
    /// The article's address, as the feed spells it.
    public var url: String?
    /// The one form of all spellings of that address.
    public var canonicalURL: String?
    /// The title as plain text, not empty.
    public var title: String
    /// A short plain text.
    public var summary: String
    /// All the text, plain.
    public var text: String
    /// Who wrote it.
    public var authors: [String]
    /// The publisher's tags.
    public var tags: [String]
    /// The language, declared or detected.
    public var language: String?
    /// The image's address.
    public var image: String?
    /// The publisher's date, nil where the feed gives none that can be read.
    public var published: Timestamp?
    /// The number of words of the text.
    public var words: Int
    /// The reading time in minutes; 0 where nobody knows.
    public var minutes: Int
    /// The level as a school grade.
    public var level: Double?
    /// The licence that the feed gives it, as a name or an address.
    public var license: String?

    /// An entry by its parts.
    package init(
        keys: ItemKeys, url: String?, canonicalURL: String? = nil, title: String, summary: String, text: String,
        authors: [String], tags: [String],
        language: String?, image: String?, published: Timestamp?, words: Int, minutes: Int, level: Double?
    ) {
        self.keys = keys
        self.url = url
        self.canonicalURL = canonicalURL
        self.title = title
        self.summary = summary
        self.text = text
        self.authors = authors
        self.tags = tags
        self.language = language
        self.image = image
        self.published = published
        self.words = words
        self.minutes = minutes
        self.level = level
    }
}
