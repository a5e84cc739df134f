import Content

/// One entry of a feed, as the document states it. Nothing is invented: what is missing or unreadable is nil.
public struct ParsedEntry: Sendable, Equatable {
    /// The identifier that the feed gives the entry (`guid`, `atom:id`, `rdf:about`, JSON Feed's `id`).
    public var id: String?
    /// The title as one line of plain text. A title that is only a picture is its alternative text, else `<img>`.
    public var title: String?
    /// The address of the article.
    public var link: String?
    /// When it was published. Nil for a missing or unreadable date: the caller uses the time of first sight.
    public var published: Timestamp?
    /// When it was changed last.
    public var updated: Timestamp?
    /// The teaser as plain text, paragraphs parted by empty lines.
    public var summary: String?
    /// The body as plain text, paragraphs parted by empty lines.
    public var content: String?
    /// The authors' names, without mail addresses unless that is all there is.
    public var authors: [String] = []
    /// Categories and keywords.
    public var tags: [String] = []
    /// Attached files.
    public var enclosures: [Enclosure] = []
    /// The address of a picture that stands for the entry; never one of the usual tracking pixels.
    public var image: String?
    /// The entry's language tag where it differs from, or is nearer than, the feed's.
    public var language: String?
    /// What the publisher says about learners and levels.
    public var learning = LearningMetadata()
    /// The licence of the text, as an address or in words.
    public var license: String?
    /// The feed that the entry was taken from, where this feed gathers those of others.
    public var source: EntrySource?
    /// How many comments there are, 0 or more.
    public var commentCount: Int?
    /// The identifier of the entry that this one answers.
    public var replyTo: String?
    /// The place that the entry is about.
    public var place: GeoPlace?
    /// Texts of elements that no field above stands for, by `prefix:name`: the usual prefix for a known namespace,
    /// else the document's own. Values of their attributes stand under `prefix:name@attribute`, links to anything but the
    /// article under `link:RELATION`.
    public var extensions: [String: [String]] = [:]

    /// An entry without any field.
    package init() {}
}

/// A file attached to an entry.
public struct Enclosure: Sendable, Equatable {
    /// Its address.
    public var url: String
    /// Its media type, as the feed states it.
    public var type: String?
    /// Its size in bytes, 0 or more; nil when missing or unreadable.
    public var length: Int?

    /// An attached file.
    package init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}

/// The feed that an entry comes from: `source` of RSS and Atom.
public struct EntrySource: Sendable, Equatable {
    /// Its title as one line of plain text.
    public var title: String?
    /// Its address, or that of its home page.
    public var link: String?
}

/// A place on Earth: GeoRSS Simple and GML points, W3C latitude and longitude.
public struct GeoPlace: Sendable, Equatable {
    /// Degrees, -90…90, north above 0 (WGS 84).
    public var latitude: Double?
    /// Degrees, -180…180, east above 0 (WGS 84).
    public var longitude: Double?
    /// Its name.
    public var name: String?
}
