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
    /// Texts of elements that no field above stands for, by `prefix:name`: the usual prefix for a known namespace,
    /// else the document's own.
    public var extensions: [String: [String]] = [:]

    /// An entry without any field.
    public init() {}
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
    public init(url: String, type: String? = nil, length: Int? = nil) {
        self.url = url
        self.type = type
        self.length = length
    }
}

/// Statements about learners and levels from Dublin Core terms, schema.org (LRMI) and IEEE LOM, in the publisher's
/// words: nothing is mapped here.
public struct LearningMetadata: Sendable, Equatable {
    /// Levels: `dcterms:educationLevel`, `educationalLevel`, LOM `context`.
    public var educationLevels: [String] = []
    /// Age ranges such as `8-10` or `7+`, in years: `typicalAgeRange`.
    public var ageRanges: [String] = []
    /// Durations as ISO 8601 (`PT30M`) or as stated: `timeRequired`, LOM `typicalLearningTime`.
    public var timesRequired: [String] = []
    /// Audiences: `dcterms:audience`, `educationalRole`, LOM `intendedEndUserRole`.
    public var audiences: [String] = []
    /// Kinds of resource: `learningResourceType`.
    public var resourceTypes: [String] = []

    /// No statement.
    public init() {}

    /// True when nothing is stated.
    public var isEmpty: Bool { self == LearningMetadata() }
}
