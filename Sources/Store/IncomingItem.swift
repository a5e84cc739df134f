import Content
import ContentDigest

/// One entry of a feed on its way into the store: the names it is known by and what it says.
public struct IncomingItem: Hashable, Sendable {
    /// The names, strongest first; see `ItemIdentity` in the ingestion stage, which makes them.
    public var keys: ItemKeys
    /// The article's address.
    public var url: String?
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
    /// The reading time in minutes.
    public var minutes: Int
    /// The level as a school grade.
    public var level: Double?
    /// The licence that the feed gives it, as a name or an address.
    public var license: String?

    /// An entry by its parts.
    public init(
        keys: ItemKeys, url: String?, title: String, summary: String, text: String, authors: [String], tags: [String],
        language: String?, image: String?, published: Timestamp?, words: Int, minutes: Int, level: Double?
    ) {
        self.keys = keys
        self.url = url
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

    /// The digest of what it says: the same digest is the same version.
    var digest: String {
        let date = published.map { $0.iso } ?? ""
        let measures = [level.map { "\($0)" } ?? "", "\(minutes)"]
        let parts = [url ?? "", title, summary, text, language ?? "", image ?? "", date] + measures
        return ContentDigest(of: parts + (license.map { [$0] } ?? []) + authors + ["\u{1}"] + tags).hex
    }
}

/// The names that one entry is known by. Each is a text that begins with its kind: `guid:`, `url:`, `text:`.
public struct ItemKeys: Hashable, Sendable {
    /// The publisher's id within its feed, with the address where the id is repeated; nil without one.
    public var guid: String?
    /// The publisher's id within its feed alone.
    public var plainGuid: String?
    /// The publisher's id within its feed with the address, whether or not the id is repeated; nil without an id.
    public var guidWithAddress: String?
    /// What every guid of the feed begins with.
    public var guidPrefix: String
    /// The canonical address; nil without one that tells this entry from others.
    public var url: String?
    /// The digest of title and text.
    public var text: String
    /// Whether the text is long enough that the same text means the same article.
    public var textIsTelling: Bool

    /// Names by their texts.
    public init(
        guid: String?, plainGuid: String?, guidWithAddress: String?, guidPrefix: String, url: String?, text: String,
        textIsTelling: Bool
    ) {
        self.guid = guid
        self.plainGuid = plainGuid
        self.guidWithAddress = guidWithAddress
        self.guidPrefix = guidPrefix
        self.url = url
        self.text = text
        self.textIsTelling = textIsTelling
    }

    /// The strongest: what a new item's identity is made from.
    var strongest: String { guid ?? url ?? text }
}
