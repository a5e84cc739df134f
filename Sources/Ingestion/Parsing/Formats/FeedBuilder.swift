import CLibXML2
import Content

/// Builds a feed out of the events of the XML library.
///
/// What an element means is decided once, at its start tag. Bytes are collected in one buffer that is used again for
/// every field; a `String` is made only of a field that is kept.
struct FeedBuilder {
    /// Where the parser is, as far as fields are concerned.
    enum Place { case outside, feed, entry, author, image, source, transparent, finishedEntry }

    struct Container {
        var place: Place
        var depth: Int
    }

    let limits: ParsingLimits
    let reader: TextReader
    var feed = ParsedFeed(format: .other)
    var damage = DamageLog()
    /// The entry that is open.
    var draft: EntryDraft?
    /// The person or picture that is open.
    var part = ContainerPart()
    /// What the feed's own fields were taken from.
    var feedRanks = FieldRanks()

    var names = ElementNames()
    var depth = 0
    var containers: [Container] = []
    var field: TextField?
    var buffer: [UInt8] = []
    /// Whether the field has all that it may have.
    var isFull = false
    /// The depth of the element inside which nothing counts; nil outside of such.
    var skippedFrom: Int?
    var bases: [(depth: Int, value: String)] = []
    var languages: [(depth: Int, value: String)] = []
    private let documentBase: String?
    /// The address that the feed gives itself, and that of the site that it belongs to.
    var ownAddress: String?
    var siteAddress: String?
    /// What the feed says of rights in words.
    var rights: String?
    /// How much may still be kept.
    var kept: KeptBound
    var isAtom = false

    init(base: String?, limits: ParsingLimits, texts: TextTreatment) {
        documentBase = base
        self.limits = limits
        kept = KeptBound(bytes: limits.totalBytes)
        reader = TextReader(texts)
        buffer.reserveCapacity(16 * 1_024)
    }

    /// The address that relative addresses are resolved against here. In RSS, which says nothing of it, people mean their site; a file
    /// of the school's has no address but what it says itself.
    var base: String? {
        bases.last?.value ?? (isAtom ? nil : siteAddress) ?? documentBase ?? ownAddress ?? siteAddress
    }

    /// The place whose fields are open.
    var place: Place { containers.last { $0.place != .transparent }?.place ?? .outside }

    // MARK: Events

    /// A start tag.
    mutating func start(_ tag: TagView) {
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
        if field != nil {
            guard opensEntry, draft == nil || (!isAtom && field?.kind != .markup) else {
                field?.open(tag, into: &buffer, limit: limits.fieldBytes)
                return
            }
            finishField()
        }
        begin(tag, resolved)
    }

    /// An end tag.
    mutating func end() {
        defer {
            if let last = bases.last, last.depth == depth { bases.removeLast() }
            if let last = languages.last, last.depth == depth { languages.removeLast() }
            depth -= 1
        }
        if let skippedFrom {
            if skippedFrom == depth { self.skippedFrom = nil }
            return
        }
        if let fieldDepth = field?.depth {
            if fieldDepth == depth { finishField() } else { field?.close(into: &buffer) }
            return
        }
        if let container = containers.last, container.depth == depth {
            containers.removeLast()
            finish(container)
        }
    }

    /// Text, in pieces of any length.
    mutating func text(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard skippedFrom == nil else { return }
        guard let collecting = field?.collecting else {
            if let place = containers.last?.place, place == .author || place == .image || place == .source {
                part.append(bytes)
            }
            return
        }
        guard !isFull, collecting != .nothing else { return }
        let isEscaped = collecting == .escaped
        isFull = !TextField.append(bytes, escaping: isEscaped, to: &buffer, limit: limits.fieldBytes)
        if isFull { damage.note(.tooLongText) }
    }

    /// Ends the document: an entry or a field that is still open counts.
    mutating func finishDocument() {
        if field != nil { finishField() }
        finishEntry()
        if feed.link == nil, let id = feed.id, id.contains(":"), !WebAddress.runsCode(id) { feed.link = id }
        feed.license = feed.license ?? rights
        settleEntries()
    }

    // MARK: Fields

    private mutating func finishField() {
        guard let finished = field.take() else { return }
        guard kept.takesField(buffer.count) else { return damage.note(.tooLongText) }
        // The buffer goes along and comes back: a field's bytes are never copied.
        let bytes = exchange(&buffer, with: [])
        keep(finished, bytes)
        buffer = bytes
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
        if let last = languages.last, last.depth == depth { field.language = last.value.nonEmpty }
        return field
    }

    /// A plain value.
    func valueField(_ element: Element, keepsInnerText: Bool = false) -> TextField {
        var field = TextField(element, depth: depth)
        field.keepsInnerText = keepsInnerText
        return field
    }

    /// A date, or nil with a note when there is something that is none.
    mutating func date(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
        let date = DateReader.timestamp(bytes)
        if date == nil, !bytes.trimmed.isEmpty { damage.note(.unreadableDate) }
        return date
    }

    /// An address resolved here, or nil with a note when it is unsafe or too long.
    mutating func address(_ text: String) -> String? {
        // Joining costs time: where there is no room for the result it is not made.
        guard kept.mayTakeField(text.utf8.count + (base?.utf8.count ?? 0)) else {
            damage.note(.tooLongAddress)
            return nil
        }
        guard let address = WebAddress.resolved(text, base: base) else {
            if WebAddress.isUnsafe(text) { damage.note(.unsafeAddress) }
            if WebAddress.isTooLong(text) { damage.note(.tooLongAddress) }
            return nil
        }
        guard kept.takesField(address.utf8.count) else {
            damage.note(.tooLongAddress)
            return nil
        }
        return address
    }
}
