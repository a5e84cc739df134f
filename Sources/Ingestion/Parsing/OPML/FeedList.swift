import Content

/// A list of feeds in OPML, as feed readers exchange them, with what Gleaner adds to an outline: `gleaner:audience`, the
/// lowest school grade the feed is meant for, and `gleaner:language`.
public struct FeedList: Hashable, Sendable {
    /// One feed of a list.
    public struct Outline: Hashable, Sendable {
        /// The address or path of the feed, as the list has it.
        public var address: String
        /// Its title.
        public var title: String?
        /// The lowest grade it is meant for, 0…13; nil where the list does not say.
        public var audience: Int?
        /// Its language (BCP 47).
        public var language: String?

        /// An outline by its parts.
        public init(address: String, title: String? = nil, audience: Int? = nil, language: String? = nil) {
            self.address = address
            self.title = title
            self.audience = audience
            self.language = language
        }
    }

    /// The feeds, in the order of the list.
    public var outlines: [Outline] = []
    /// What could not be understood; the place is the feed's address.
    public var findings: [Finding] = []
    /// Whether the list has its end: one that was cut off may name fewer feeds than it should.
    public var isWhole = true

    /// Reads a list. Throws ``FeedParseError`` where there is no `opml` in the bytes.
    public static func read(_ bytes: [UInt8]) throws(FeedParseError) -> FeedList {
        var damage = DamageLog()
        let text = ByteDecoder.utf8(bytes, damage: &damage)
        guard let root = text.firstIndex(ofText: "<opml") else { throw .notAFeed }
        var repair = MarkupRepair(text, rootAt: root, limits: .standard)
        let reader = OutlineReader()
        guard let driver = SAXDriver(receiver: reader) else { throw .noParser }
        while repair.next() { driver.push(repair.output, repair.texts) }
        driver.finish()
        reader.list.isWhole = text.firstIndex(ofText: "</opml") != nil
        return reader.list
    }
}

extension MarkupRepair {
    /// A repair that begins at a root that is already found.
    init(_ input: [UInt8], rootAt root: Int, limits: ParsingLimits) {
        self.input = input
        self.limits = limits
        at = root
    }
}

/// Gathers the outlines of a list.
final class OutlineReader: MarkupReceiver {
    var list = FeedList()

    /// Takes an `outline` element that names a feed.
    override func start(_ tag: TagView) {
        guard tag.name.lowercased() == "outline" else { return }
        guard let address = tag.value("xmlurl").flatMap({ $0.trimmed.isEmpty ? nil : $0.trimmed }) else { return }
        var outline = FeedList.Outline(address: address)
        let title = (tag.value("title") ?? tag.value("text"))?.trimmed ?? ""
        outline.title = title.isEmpty ? nil : title
        outline.language = tag.value("language").map { $0.trimmed.lowercased() }.flatMap { $0.isEmpty ? nil : $0 }
        if let audience = tag.value("audience")?.trimmed, !audience.isEmpty {
            outline.audience =
                audience.uppercased() == "K" ? 0 : Int(audience).flatMap { (0...13).contains($0) ? $0 : nil }
            if outline.audience == nil {
                list.findings.append(
                    Finding(
                        .warning, at: address, "the audience '\(audience)' is not a school grade from 0 to 13.",
                        remedy: "Until it is, nobody counts as having reviewed the feed."))
            }
        }
        list.outlines.append(outline)
    }
}
