import Content

/// A list of feeds in OPML, as feed readers exchange them, with what Gleaner adds to an outline: `gleaner:audience`, the
/// lowest school grade the feed is meant for, `gleaner:language`, `gleaner:license`, `gleaner:full-text`
/// (`page`: the pages of its articles are read, for measuring), `gleaner:evergreen` (its articles have no age) and `gleaner:paused`.
public struct FeedList: Hashable, Sendable {
    /// One feed of a list.
    public struct Outline: Hashable, Sendable {
        /// The address or path of the feed, as the list has it.
        public var address: String
        /// Its title.
        public var title: String?
        /// The lowest grade it is meant for, 0…13; nil where the list does not say.
        public var audience: GradeRange?
        /// Whether the list gives an audience that is no grade.
        public var hasUnreadableAudience = false
        /// Its language (BCP 47).
        public var language: String?
        /// The licence of its texts, where the feed itself names none.
        public var license: String?
        /// Where the text comes from that its articles are measured by; nil where the list does not say.
        public var text: TextOrigin?
        /// Whether it is not to be asked for now.
        public var isPaused = false
        /// Whether its articles have no age; nil where the list does not say.
        public var isEvergreen: Bool?
        /// What it is about, as whoever keeps the list says (OPML 2.0, `category`).
        public var topics: [String] = []
        /// The outline around it, by its text; nil: none that has one.
        public var folder: String?

        /// An outline by its parts.
        package init(address: String, title: String? = nil, audience: GradeRange? = nil, language: String? = nil) {
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
    /// Whether all of the list was read. One that was cut off, or has too many feeds, may name fewer than it should.
    public var isWhole = true

    /// Reads a list. Throws ``FeedParseError`` where there is no `opml` in the bytes.
    public static func read(
        _ bytes: consuming [UInt8], limits: ParsingLimits = .standard
    ) throws(FeedParseError) -> FeedList {
        var decoder = ByteDecoder(limit: limits.decodedBytes)
        let text = decoder.utf8(consume bytes)
        guard let root = text.span.firstIndex(ofText: "<opml", from: 0) else { throw .notAFeed }
        var repair = MarkupRepair(listOfFeeds: text, rootAt: root, limits: limits)
        let reader = OutlineReader(limits)
        guard let driver = SAXDriver(receiver: reader) else { throw .noParser }
        while repair.next() { driver.push(repair.output, repair.texts) }
        driver.finish()
        if text.span.firstIndex(ofText: "</opml", from: root) == nil { reader.list.isWhole = false }
        return reader.list
    }
}

/// Gathers the outlines of a list.
final class OutlineReader: MarkupReceiver {
    var list = FeedList()
    private let limits: ParsingLimits
    private var kept: KeptBound
    /// The texts of the outlines that are open, nil for other elements.
    private var open: [String?] = []
    /// The deepest outline whose text is kept.
    private static let deepest = 64
    /// Findings of one list; a list of nonsense has one for every feed.
    private static let mostFindings = 200

    init(_ limits: ParsingLimits) {
        self.limits = limits
        kept = KeptBound(bytes: limits.totalBytes)
    }

    /// Takes an `outline` element that names a feed.
    override func start(_ tag: TagView) {
        let isOutline = tag.isNamed("outline")
        let text =
            isOutline && open.count < OutlineReader.deepest ? (tag.value("title") ?? tag.value("text"))?.trimmed : nil
        defer { open.append(text.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }) }
        guard isOutline, let address = tag.value("xmlurl")?.trimmed, !address.isEmpty else { return }
        guard !WebAddress.isTooLong(address) else {
            return tell(.addressIsTooLong(address))
        }
        var outline = FeedList.Outline(address: address)
        let title = text ?? (tag.value("title") ?? tag.value("text"))?.trimmed ?? ""
        outline.title = title.isEmpty ? nil : title
        guard list.outlines.count < limits.entries, kept.takesValue(address + title) else {
            if list.isWhole { tell(.tooManyFeedsInList(from: address)) }
            list.isWhole = false
            return
        }
        outline.language = tag.value("language").map { $0.trimmed.lowercased() }.flatMap {
            (1...64).contains($0.utf8.count) ? $0 : nil
        }
        outline.license = tag.value("license").map { $0.trimmed }.flatMap {
            (1...400).contains($0.utf8.count) ? $0 : nil
        }
        outline.text = tag.value("full-text").flatMap { TextOrigin(rawValue: $0.trimmed.lowercased()) }
        outline.isPaused = tag.value("paused").map { OutlineReader.isYes($0) } ?? false
        outline.isEvergreen = tag.value("evergreen").map { OutlineReader.isYes($0) }
        if let audience = tag.value("audience")?.trimmed, !audience.isEmpty {
            outline.audience = GradeRange(audience)
            if outline.audience == nil {
                outline.hasUnreadableAudience = true
                tell(.audienceIsNoGrade(of: address, audience))
            }
        }
        outline.folder = open.last { $0 != nil } ?? nil
        // Some readers write a path there: the last part is the topic.
        outline.topics = (tag.value("category") ?? "").split(separator: ",").prefix(20).compactMap {
            $0.split(separator: "/").last.map { String($0.trimmed.prefix(80)) }
        }.filter { !$0.isEmpty }
        list.outlines.append(outline)
    }

    /// Takes the end of an element.
    override func end() { _ = open.popLast() }

    private static func isYes(_ value: String) -> Bool { ["true", "yes", "1"].contains(value.trimmed.lowercased()) }

    private func tell(_ finding: Finding) {
        guard list.findings.count < OutlineReader.mostFindings || finding.severity == .error else { return }
        list.findings.append(finding)
    }
}
