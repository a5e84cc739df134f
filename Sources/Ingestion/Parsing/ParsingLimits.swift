/// Bounds that keep one hostile feed from costing more than its share of time and memory.
///
/// What goes beyond a bound is left out, with a finding; the rest of the feed is read.
public struct ParsingLimits: Sendable, Equatable {
    /// Bytes of a document that is not UTF-8, once it is: it is held twice while it is decoded. The rest is left out.
    public var decodedBytes = 24 * 1_024 * 1_024
    /// Open elements, one inside the other; deeper tags are dropped and their text is kept. 1…250, because the
    /// library below stops at 256.
    public var depth = 200
    /// Attributes of one element.
    public var attributes = 64
    /// Bytes of one attribute's value.
    public var attributeBytes = 64 * 1_024
    /// Bytes of one field's text, before its markup is taken out.
    public var fieldBytes = 1_024 * 1_024
    /// Bytes of one element with all that is in it, where it is no entry and holds none: the rest is passed over. More than a field
    /// may have, for its markup counts.
    public var contentBytes: Int { 4 * fieldBytes }
    /// Bytes of all texts and addresses of one feed, before markup is taken out, and something for each of them. What
    /// comes after is read without its texts.
    public var totalBytes = 24 * 1_024 * 1_024
    /// Entries of one feed.
    public var entries = 20_000
    /// Values of one list of an entry: authors, tags, enclosures, extension texts.
    public var listValues = 200

    /// The bounds for feeds in the wild.
    public static let standard = ParsingLimits()

    /// The standard bounds, to be changed where needed.
    package init() {}
}
