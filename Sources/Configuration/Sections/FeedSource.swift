import Content

/// One entry of the list `feeds`: where articles come from, and whom they are meant for.
public struct FeedSource: Sendable, Equatable {
    /// Key `source`: an OPML list, a feed file, a folder (relative to the working folder) or an `http(s)` address.
    public var source: String
    /// Key `audience`: the lowest school grade (0 = kindergarten … 13) that the feeds are meant for, or from one to another (`1-3`), where an
    /// OPML list does not say otherwise. Nil: nobody has reviewed them.
    public var audience: GradeRange?
    /// Key `language`: the language of feeds that declare none, as a BCP 47 primary tag.
    public var language: String?
    /// Key `text`: where the text comes from that articles are measured by, `feed` or `page`. Default `feed`. With `page` the page behind a teaser is
    /// read once.
    public var text = TextOrigin.feed

    /// Key `evergreen`: whether the articles have no age: none is too old, and none is called new. Default false.
    public var isEvergreen = false
    /// The school that alone reads it; nil: the whole district. It follows from the list that the entry stands in.
    package var school: SchoolName?

    /// An entry by its parts.
    package init(source: String, audience: GradeRange? = nil, language: String? = nil) {
        self.source = source
        self.audience = audience
        self.language = language
    }

    /// Whether the source is fetched over the network; otherwise it is a path.
    public var isRemote: Bool { source.isWebAddress }

    init(reading map: inout MapReader) {
        source = map.requiredText("source", expected: Self.expectedSource, check: Check.feedSource)
        audience = map.gradeRange("audience")
        language = map.optionalText("language", check: Check.language)?.lowercased()
        text = map.choice("text", default: .feed)
        isEvergreen = map.flag("evergreen", default: false)
    }

    /// All entries, each a text or a map; a source may be listed once only.
    static func list(_ key: String, in map: inout MapReader, default defaults: [FeedSource]) -> [FeedSource] {
        guard let elements = map.elements(key) else { return defaults }
        var sources: [FeedSource] = []
        for element in elements {
            let feed: FeedSource
            if element.isMap {
                feed = element.section { FeedSource(reading: &$0) }
            } else {
                feed = FeedSource(source: element.text(expected: expectedSource, check: Check.feedSource) ?? "")
            }
            if !feed.source.isEmpty, sources.contains(where: { $0.source == feed.source }) {
                element.report { .feedListedTwice(feed.source, at: $0) }
            }
            sources.append(feed)
        }
        return sources
    }

    private static let expectedSource = "an OPML list, a feed file, a folder or an http(s) address"

    var tree: OptionValue {
        .map([
            "source": .string(source),
            "audience": audience.map { $0.highest == nil ? .int($0.lowest) : .string("\($0)") } ?? .null,
            "language": .optional(language),
            "text": .string(text.rawValue), "evergreen": .bool(isEvergreen),
        ])
    }
}
