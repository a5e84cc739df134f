/// One article as ingested: the current version of it, cleaned and measured.
public struct ContentItem: Hashable, Codable, Sendable {
    /// Its lasting identity.
    public var id: ItemID
    /// Its short printed code.
    public var code: ItemCode
    /// The store's number of this version; a later version has a larger one. 0 before it is stored.
    public var version: Int64
    /// The address of the feed it came from first.
    public var feed: String
    /// That feed's title, for people.
    public var feedTitle: String
    /// The article's own address, `http` or `https`, if the feed gives one.
    public var url: String?
    /// The title as plain text; never empty (an untitled item gets its first words).
    public var title: String
    /// A short plain text that says what it is about; may be empty.
    public var summary: String
    /// All the text the feed carries, plain, with line breaks between paragraphs; may equal the summary.
    public var text: String
    /// The main text of the article's page where ``text`` is a teaser of it and the school has the feed's pages read; nil elsewhere. It is what the
    /// item is measured by, and never shown.
    public var pageText: String?
    /// Who wrote it, as the feed says.
    public var authors: [String]
    /// The publisher's tags or categories.
    public var tags: [String]
    /// The language (BCP 47 primary tag such as `en`): declared, else detected; nil when neither says.
    public var language: String?
    /// The address of its image; kept, never loaded.
    public var image: String?
    /// When it was published. A date that is absent or in the future is replaced by ``firstSeen``.
    public var published: Timestamp
    /// When Gleaner first saw it.
    public var firstSeen: Timestamp
    /// The number of words of ``readText``.
    public var words: Int
    /// How many minutes a learner needs to read it; 0 where nobody knows, for the feed gives a teaser.
    public var minutes: Int
    /// The estimated reading level as a school grade (0 … 16), nil where the text is too short or in a language without
    /// a measure.
    public var level: Double?

    /// Whether it has no age: it is never too old, nor called new; nil: it ages. Optional, so that what was kept before reads as it was.
    public var evergreen: Bool?

    /// Whether it has no age.
    public var isEvergreen: Bool { evergreen == true }

    /// ``minutes``; nil where nobody knows.
    public var knownMinutes: Int? { minutes > 0 ? minutes : nil }

    /// The minutes that an article takes of a list's budget: one whose length nobody knows takes half.
    public static func cost(minutes: Int, budget: Int) -> Int { minutes > 0 ? minutes : (budget + 1) / 2 }

    /// What a learner who follows the link reads, as far as it is known: by it level, minutes, topics and copies are told.
    public var readText: String { pageText ?? text }

    /// ``readText`` after the summary, which often repeats its beginning and must not count twice.
    public var wholeText: String { readText.hasPrefix(summary) ? readText : summary + "\n" + readText }

    /// An item by its parts.
    public init(
        id: ItemID, code: ItemCode, version: Int64 = 0, feed: String, feedTitle: String, url: String?, title: String,
        summary: String, text: String, authors: [String] = [], tags: [String] = [], language: String? = nil,
        image: String? = nil, published: Timestamp, firstSeen: Timestamp, words: Int, minutes: Int, level: Double? = nil
    ) {
        self.id = id
        self.code = code
        self.version = version
        self.feed = feed
        self.feedTitle = feedTitle
        self.url = url
        self.title = title
        self.summary = summary
        self.text = text
        self.authors = authors
        self.tags = tags
        self.language = language
        self.image = image
        self.published = published
        self.firstSeen = firstSeen
        self.words = words
        self.minutes = minutes
        self.level = level
    }
}
