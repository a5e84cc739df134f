/// Rewrites a feed's UTF-8 as well-formed XML of elements and attributes only, and its texts beside, piece by piece.
///
/// The XML library stops at a first error or, when told to go on, drops text silently. So it never sees one, nor any text: here
/// references are decoded, `&` and `<` that start nothing are taken as text, forbidden characters dropped, attributes quoted, tags
/// balanced, comments, instructions and the document type cut, and everything around the root element left out.
struct MarkupRepair {
    /// The bytes that go to the XML library next.
    private(set) var output: [UInt8] = []
    /// The texts that its marks stand for.
    private(set) var texts = AsideTexts()
    /// What was repaired so far.
    var damage = DamageLog()

    let input: [UInt8]
    let limits: ParsingLimits
    var at = 0
    /// The open elements.
    var open: [OpenElement] = []
    /// Which names may be among them.
    var openNames = NameFilter()
    /// Open elements beyond the depth bound, whose tags were dropped.
    var dropped = DroppedElements()
    /// The names of elements and attributes.
    var names = NameBook()
    /// What is content, and how much there is of it.
    var content: ContentBound
    /// Internal entities of the document type.
    var entities: [[UInt8]: [UInt8]] = [:]
    /// How many bytes internal entities have given; bounded, for they cost the sender only three bytes each.
    var expandedBytes = 0
    /// Where sections end.
    var ends = SectionEnds()
    /// Where the last entry's tag begins; nil until it is asked for.
    var lastEntryTag: Int?
    var rootSeen = false
    private var finished = false

    /// Pieces are about this long; what comes out does not depend on it.
    private let pieceBytes: Int
    private static let usualPieceBytes = 64 * 1_024

    /// Nil when there is no feed in the bytes.
    init?(_ input: [UInt8], limits: ParsingLimits, pieceBytes: Int = MarkupRepair.usualPieceBytes) {
        self.input = input
        self.limits = limits
        self.pieceBytes = pieceBytes
        content = ContentBound(.feed, limits)
        guard let root = RootFinder.find(in: input) else { return nil }
        at = root.index
        entities = root.entities
        if root.junk { damage.note(.junkBeforeRoot) }
        output.reserveCapacity(pieceBytes + 4_096)
    }

    /// A repair of a list of feeds, whose root is already found.
    init(listOfFeeds input: [UInt8], rootAt root: Int, limits: ParsingLimits) {
        self.input = input
        self.limits = limits
        pieceBytes = MarkupRepair.usualPieceBytes
        content = ContentBound(.list, limits)
        at = root
    }

    /// Fills ``output`` and ``texts`` with the next piece; false when there is none.
    mutating func next() -> Bool {
        guard !finished else { return false }
        content.passed += output.count + texts.bytes.count
        output.removeAll(keepingCapacity: true)
        texts.removeAll()
        while output.count + texts.bytes.count < pieceBytes, at < input.count {
            if rootSeen, open.isEmpty { break }
            if content.isFull(output.count + texts.bytes.count) { skipContent() } else { step() }
            // A root that turned out to be text, or was cut off: nothing may stand before a root.
            if !rootSeen {
                output.removeAll(keepingCapacity: true)
                texts.removeAll()
            }
        }
        if at >= input.count || (rootSeen && open.isEmpty) {
            finish()
        } else if texts.isPending {
            // The library keeps text back until it sees what follows; the texts must be read before the next piece.
            endText()
            write("<!---->")
        }
        return true
    }

    private mutating func finish() {
        if !open.isEmpty { damage.note(.mismatchedTags) }
        if !rootSeen { write("<rss/>") }
        while !open.isEmpty { closeTop() }
        finished = true
    }

    /// Takes text up to the next byte of interest and deals with that one.
    private mutating func step() {
        let start = at
        let end = min(input.count, start + max(4, pieceBytes))
        at = MarkupRepair.end(in: input.span, start, end) { $0.interestsRepair }
        if at == end {
            // The piece is full, or the document at its end. Cut between characters, not inside one.
            if at < input.count { while at > start + 1, input[at] & 0xC0 == 0x80 { at -= 1 } }
            return take(input[start..<at])
        }
        take(input[start..<at])
        switch input[at] {
        case UInt8(ascii: "<"): markup()
        case UInt8(ascii: "&"): textReference()
        default: take(forbidden())
        }
    }

    /// Where the first byte stands that ends a run, within bounds.
    @inline(__always)
    private static func end(in bytes: Span<UInt8>, _ start: Int, _ end: Int, _ endsRun: (UInt8) -> Bool) -> Int {
        var at = start
        while at < end, !endsRun(bytes[at]) { at += 1 }
        return at
    }

    /// What begins with `<`.
    private mutating func markup() {
        let next = at + 1 < input.count ? input[at + 1] : 0
        switch next {
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"):
            section(
                end: sectionEnd(.instruction, from: at + 2) ?? sectionEnd(.tag, from: at))
        case UInt8(ascii: "/"): endTag()
        default:
            if next.isNameStart, next != UInt8(ascii: ":") { startTag() } else { takeLessThan() }
        }
    }

    private mutating func declaration() {
        if input.hasText("<!--", at: at) {
            section(end: sectionEnd(.comment, from: at + 4))
        } else if input.hasText("<![cdata[", at: at) {
            characterData()
        } else if input.hasText("<!doctype", at: at) {
            section(end: sectionEnd(.tag, from: at))
        } else if input.count - at < 12, sectionEnd(.tag, from: at) == nil {
            // The document was cut off in the middle of a mark.
            damage.note(.brokenTags)
            at = input.count
        } else {
            takeLessThan()
        }
    }

    /// Leaves out a comment or an instruction; one without an end loses its start only.
    private mutating func section(end: Int?) {
        if let end {
            at = end
        } else {
            damage.note(.unclosedSection)
            at += input.hasText("<!--", at: at) ? 4 : 2
        }
    }

    /// Takes a CDATA section without what XML forbids.
    private mutating func characterData() {
        guard let end = sectionEnd(.characterData, from: at + 9).map({ $0 - 3 }) else {
            damage.note(.unclosedSection)
            at += 9
            return
        }
        at += 9
        // What is more no field keeps: it need not be held.
        var last = min(end, at + limits.fieldBytes)
        while last < end, last > at, input[last] & 0xC0 == 0x80 { last -= 1 }
        while at < last {
            let start = at
            at = MarkupRepair.end(in: input.span, start, last) { $0.isForbiddenControl || $0 == 0xEF }
            take(input[start..<at])
            if at < last { take(forbidden()) }
        }
        if last < end { damage.note(.tooLongText) }
        at = end + 3
    }

    /// The index behind the first end of a section from an index on; nil when there is none.
    mutating func sectionEnd(_ marker: SectionEnds.Marker, from start: Int) -> Int? {
        let bytes = input
        return ends.end(marker, in: bytes.span, from: start)
    }

    /// Takes a `<` that begins nothing as text.
    mutating func takeLessThan() {
        take(UInt8(ascii: "<"))
        damage.note(.bareMarkupCharacters)
        at += 1
    }

    /// Writes the end tag of the innermost open element. What was dropped inside ends with it.
    mutating func closeTop() {
        guard let element = open.popLast() else { return }
        openNames.remove(element.name.localHash)
        endText()
        write("</")
        write(element.name, element.spelling)
        write(UInt8(ascii: ">"))
        dropped.removeAll()
        content.closed(element.name, depth: open.count, written: output.count + texts.bytes.count)
    }

    /// Remembers that an element, and with the first of them the document, has begun.
    mutating func opened(_ element: OpenElement) {
        open.append(element)
        openNames.insert(element.name.localHash)
        rootSeen = true
        content.opened(element.name, depth: open.count, written: output.count + texts.bytes.count)
    }

    // MARK: Writing

    /// Takes text. Markup that is written ends it.
    mutating func take(_ bytes: ArraySlice<UInt8>) { texts.bytes.append(contentsOf: bytes) }

    mutating func take(_ byte: UInt8) { texts.bytes.append(byte) }

    mutating func takeScalar(_ value: UInt32) { texts.bytes.appendScalar(value) }

    /// Marks the text that comes before the markup that is to be written.
    mutating func endText() { texts.endRun(in: &output) }

    mutating func write(_ text: StaticString) { text.withUTF8Buffer { output.append(contentsOf: $0) } }

    mutating func write(_ bytes: ArraySlice<UInt8>) { output.append(contentsOf: bytes) }

    mutating func write(_ byte: UInt8) { output.append(byte) }

    mutating func writeScalar(_ value: UInt32) { output.appendScalar(value) }

    /// Takes back what was written since a mark.
    mutating func rewind(to mark: Int) { output.removeSubrange(mark...) }
}
