import CLibXML2
import Content

/// Builds a feed out of the events of the XML library.
///
/// What an element means is decided once, at its start tag. Bytes are collected in one buffer that is used again for
/// every field; a `String` is made only of a field that is kept.
final class FeedBuilder: MarkupReceiver {
    /// Where the parser is, as far as fields are concerned.
    enum Place { case outside, feed, entry, author, image, transparent, finishedEntry }

    struct Container {
        var place: Place
        var depth: Int
    }

    let limits: ParsingLimits
    var feed = ParsedFeed(format: .other)
    var damage = DamageLog()
    /// The entry that is open.
    var draft: EntryDraft?
    /// The person or picture that is open.
    var part = ContainerPart()
    /// What the feed's own fields were taken from.
    var feedRanks = FieldRanks()

    private var names = ElementNames()
    private var depth = 0
    private var containers: [Container] = []
    private var field: TextField?
    private var buffer: [UInt8] = []
    /// The depth of the element inside which nothing counts; nil outside of such.
    private var skippedFrom: Int?
    private var bases: [(depth: Int, value: String)] = []
    private var languages: [(depth: Int, value: String)] = []
    private let documentBase: String?
    /// Bytes of all fields so far.
    private var totalBytes = 0
    private var isAtom = false

    init(base: String?, limits: ParsingLimits) {
        documentBase = base
        self.limits = limits
        buffer.reserveCapacity(16 * 1_024)
    }

    /// The address that relative addresses are resolved against here.
    var base: String? { bases.last?.value ?? documentBase }

    /// The place whose fields are open.
    var place: Place { containers.last { $0.place != .transparent }?.place ?? .outside }

    // MARK: Events

    /// A start tag.
    override func start(_ tag: TagView) {
        depth += 1
        let resolved = names.resolve(tag)
        if tag.attributeCount > 0, tag.hasXMLAttribute { inherit(tag) }
        if depth == 1 { root(tag, resolved) }
        let opensEntry = resolved.element == .entry && resolved.vocabulary == .core
        if skippedFrom != nil {
            // An unknown wrapper around entries must not hide them.
            guard opensEntry, draft == nil else { return }
            skippedFrom = nil
        }
        if let open = field {
            guard opensEntry, draft == nil || (!isAtom && open.kind != .markup) else {
                field?.open(tag, into: &buffer, limit: limits.fieldBytes)
                return
            }
            finishField()
        }
        begin(tag, resolved)
    }

    /// An end tag.
    override func end() {
        defer {
            if let last = bases.last, last.depth == depth { bases.removeLast() }
            if let last = languages.last, last.depth == depth { languages.removeLast() }
            depth -= 1
        }
        if let skippedFrom {
            if skippedFrom == depth { self.skippedFrom = nil }
            return
        }
        if let open = field {
            if open.depth == depth { finishField() } else { field?.close(into: &buffer) }
            return
        }
        if let container = containers.last, container.depth == depth {
            containers.removeLast()
            finish(container)
        }
    }

    /// Text, in pieces of any length.
    override func text(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard skippedFrom == nil else { return }
        if field != nil {
            guard buffer.count + bytes.count <= limits.fieldBytes else {
                damage.note(.tooLongText)
                return
            }
            field?.append(bytes, to: &buffer)
        } else if let place = containers.last?.place, place == .author || place == .image {
            part.append(bytes)
        }
    }

    /// The library found an error in what the repair made.
    override func parserError() { damage.note(.parserError) }

    // MARK: Structure

    /// Takes the format from the root element.
    private func root(_ tag: TagView, _ resolved: ElementNames.Resolved) {
        let version = tag.value("version") ?? ""
        let isOld = version.hasPrefix("0") || (tag.uri.map { String(cString: $0).contains("purl.org/") } ?? false)
        switch resolved.element {
        case .rss: feed.format = .rss(version: version.filter { !$0.isWhitespace })
        case .rdf: feed.format = .rdf
        case .atomFeed: feed.format = isOld ? .atom03 : .atom
        case .entry where tag.name.lowercased() == "entry": feed.format = .atom
        default: feed.format = .other
        }
        isAtom = feed.format == .atom || feed.format == .atom03
    }

    /// Remembers `xml:base` and `xml:lang` for the element and all in it.
    private func inherit(_ tag: TagView) {
        if let value = tag.xmlValue("base"), let base = WebAddress.resolved(value, base: base) {
            bases.append((depth, base))
        }
        if let value = tag.xmlValue("lang") {
            languages.append((depth, value))
            if depth == 1, !value.isEmpty { feed.language = value }
        }
    }

    private func begin(_ tag: TagView, _ resolved: ElementNames.Resolved) {
        switch resolved.element {
        case .rss, .rdf, .atomFeed, .channel:
            guard draft == nil else { return skip() }
            containers.append(Container(place: .feed, depth: depth))
            if resolved.element == .channel { readChannelAttributes(tag) }
        case .entry: beginEntry(tag)
        case .transparent: containers.append(Container(place: .transparent, depth: depth))
        case .ignored, .contributor, .markup: skip()
        case .author:
            guard place == .feed || place == .entry else { return skip() }
            part = ContainerPart()
            containers.append(Container(place: .author, depth: depth))
        case .image:
            guard place == .feed || place == .entry else { return skip() }
            part = ContainerPart()
            part.address = tag.value("href") ?? tag.value("url")
            containers.append(Container(place: .image, depth: depth))
        default:
            switch beginField(tag, resolved) {
            case .field(let open):
                buffer.removeAll(keepingCapacity: true)
                field = open
            case .children: containers.append(Container(place: .transparent, depth: depth))
            case .nothing: skip()
            }
        }
    }

    private func skip() { skippedFrom = depth }

    private func beginEntry(_ tag: TagView) {
        if draft != nil {
            // The entry before was not closed: this one ends it.
            finishEntry()
            for index in containers.indices where containers[index].place == .entry {
                containers[index].place = .finishedEntry
            }
            damage.note(.mismatchedTags)
        }
        guard feed.entries.count < limits.entries else {
            damage.note(.tooManyEntries)
            return skip()
        }
        var entry = EntryDraft()
        if tag.attributeCount > 0 {
            entry.about = tag.value("about")
            if let link = tag.value("href") { entry.setLink(WebAddress.resolved(link, base: base), rank: 1) }
            if let changed = tag.value("lastmod") { entry.entry.updated = date(Array(changed.utf8)[...]) }
            if let last = languages.last, last.depth == depth { entry.entry.language = nonEmpty(last.value) }
        }
        draft = entry
        containers.append(Container(place: .entry, depth: depth))
    }

    private func readChannelAttributes(_ tag: TagView) {
        guard tag.attributeCount > 0, let link = tag.value("href") else { return }
        feed.link = WebAddress.resolved(link, base: base)
    }

    private func finish(_ container: Container) {
        switch container.place {
        case .entry: finishEntry()
        case .author: finishAuthor()
        case .image: finishImage()
        case .outside, .feed, .transparent, .finishedEntry: break
        }
    }

    private func finishEntry() {
        guard let finished = draft?.finished(limits: limits, damage: &damage) else { return }
        draft = nil
        feed.entries.append(finished)
    }

    /// Ends the document: an entry or a field that is still open counts.
    func finishDocument() {
        if field != nil { finishField() }
        finishEntry()
        if feed.link == nil, let id = feed.id, id.contains(":") { feed.link = id }
    }

    // MARK: Fields

    private func finishField() {
        guard let finished = field else { return }
        field = nil
        // A title, a link or a date is kept even behind the bound: they are small, and an entry is nothing without them.
        guard totalBytes + buffer.count <= limits.totalBytes || buffer.count <= 512 else {
            damage.note(.tooLongText)
            return
        }
        totalBytes += buffer.count
        keep(finished, buffer[...])
    }

    /// A text construct with its attributes.
    func textField(_ element: Element, _ tag: TagView, _ vocabulary: Vocabulary) -> TextField {
        var kind = TextKind.guessed
        if vocabulary == .xhtml {
            kind = .markup
        } else if tag.attributeCount > 0 || isAtom {
            let isAtomText = isAtom && vocabulary == .core
            kind = .stated(
                type: tag.value("type"), mode: tag.value("mode"), inAtom: isAtomText, isContent: element == .content)
        }
        var field = TextField(element, depth: depth, kind: kind, keepsMarkup: true)
        if let last = languages.last, last.depth == depth { field.language = nonEmpty(last.value) }
        return field
    }

    /// A plain value.
    func valueField(_ element: Element, keepsInnerText: Bool = false) -> TextField {
        var field = TextField(element, depth: depth)
        field.keepsInnerText = keepsInnerText
        return field
    }

    /// A date, or nil with a note when there is something that is none.
    func date(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
        let date = DateReader.timestamp(bytes)
        if date == nil, !bytes.trimmed.isEmpty { damage.note(.unreadableDate) }
        return date
    }

    /// An address resolved here, or nil with a note when it is unsafe.
    func address(_ text: String) -> String? {
        if let address = WebAddress.resolved(text, base: base) { return address }
        if WebAddress.isUnsafe(text) { damage.note(.unsafeAddress) }
        return nil
    }

    func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
