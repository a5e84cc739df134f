import Content
import FeedParsing

/// What a school says of a feed on its list.
public struct FeedTerms: Hashable, Sendable {
    /// The grades that it is meant for; nil: what is said stays.
    public var audience: GradeRange?
    /// Whether it counts as reviewed by nobody again.
    public var takesAudienceBack = false
    /// The language of a feed that declares none; nil: what is said stays.
    public var language: String?
    /// The title on the list; nil: what is said stays, for a new one the feed's own.
    public var title: String?
    /// The licence of its texts; nil: what is said stays.
    public var license: String?
    /// Where the text comes from that its articles are measured by; nil: what is said stays.
    public var text: TextOrigin?
    /// Whether its articles have no age; nil: what is said stays.
    public var isEvergreen: Bool?
    /// What it is about; nil: what is said stays.
    public var topics: [String]?

    /// Terms that change nothing.
    package init() {}

    func applied(to outline: FeedList.Outline) -> FeedList.Outline {
        var new = outline
        new.audience = takesAudienceBack ? nil : audience ?? outline.audience
        new.language = language ?? outline.language
        new.title = title ?? outline.title
        new.license = license ?? outline.license
        new.text = text ?? outline.text
        new.isEvergreen = isEvergreen ?? outline.isEvergreen
        new.topics = topics ?? outline.topics
        return new
    }
}
