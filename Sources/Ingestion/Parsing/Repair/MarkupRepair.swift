/// Rewrites a feed's UTF-8 as well-formed XML of elements, attributes, text and CDATA only, piece by piece.
///
/// The XML library stops at a first error or, when told to go on, drops text silently. So it never sees one: here `&` and `<` that
/// start nothing are escaped, forbidden characters dropped, attributes quoted, tags balanced, comments, instructions
/// and the document type cut, and everything around the root element left out.
struct MarkupRepair {
    /// The bytes that go to the XML library next.
    private(set) var output: [UInt8] = []
    /// What was repaired so far.
    var damage = DamageLog()

    let input: [UInt8]
    let limits: ParsingLimits
    var at = 0
    /// Names of the open elements, as ranges of the input.
    var open: [Range<Int>] = []
    /// Open elements beyond the depth bound, whose tags were dropped.
    var droppedDepth = 0
    /// Internal entities of the document type.
    var entities: [[UInt8]: [UInt8]] = [:]
    /// How many bytes internal entities have given; bounded, for they cost the sender only three bytes each.
    var expandedBytes = 0
    /// Where sections end.
    var ends = SectionEnds()
    /// Where the last entry's tag begins; nil until it is asked for.
    var lastEntryTag: Int?
    private(set) var rootSeen = false
    private var finished = false

    /// Pieces are about this long.
    static let pieceBytes = 64 * 1_024

    /// Nil when there is no feed in the bytes.
    init?(_ input: [UInt8], limits: ParsingLimits) {
        self.input = input
        self.limits = limits
        guard let root = RootFinder.find(in: input) else { return nil }
        at = root.index
        entities = root.entities
        if root.junk { damage.note(.junkBeforeRoot) }
        output.reserveCapacity(MarkupRepair.pieceBytes + 4_096)
    }

    /// Fills ``output`` with the next piece; false when there is none.
    mutating func next() -> Bool {
        guard !finished else { return false }
        output.removeAll(keepingCapacity: true)
        while output.count < MarkupRepair.pieceBytes, at < input.count {
            if rootSeen, open.isEmpty {
                finish()
                return true
            }
            step()
            // A root that turned out to be text, or was cut off: nothing may stand before a root.
            if !rootSeen { output.removeAll(keepingCapacity: true) }
        }
        if at >= input.count {
            if !open.isEmpty { damage.note(.mismatchedTags) }
            finish()
        }
        return true
    }

    private mutating func finish() {
        if !rootSeen { write("<rss/>") }
        while !open.isEmpty { closeTop() }
        finished = true
    }

    /// Copies text up to the next byte of interest and deals with that one.
    private mutating func step() {
        let start = at
        let end = min(input.count, start + MarkupRepair.pieceBytes)
        while at < end, !isOfInterest(input[at]) { at += 1 }
        if at == end, at < input.count {
            // Cut between characters, not inside one.
            while at > start + 4, input[at] & 0xC0 == 0x80 { at -= 1 }
        }
        if at > start { output.append(contentsOf: input[start..<at]) }
        guard at < end else { return }
        switch input[at] {
        case UInt8(ascii: "<"): markup()
        case UInt8(ascii: "&"): reference()
        case UInt8(ascii: "]"): bracket()
        default: forbidden()
        }
    }

    /// `<`, `&`, `]`, control characters and the lead byte of U+FFFE and U+FFFF.
    @inline(__always)
    private func isOfInterest(_ byte: UInt8) -> Bool {
        if byte < 64 { return (0x1000_0040_FFFF_D9FF as UInt64) >> UInt64(byte) & 1 != 0 }
        return byte == 0x5D || byte == 0xEF
    }

    /// `]]>` may not stand in text.
    private mutating func bracket() {
        if input.hasText("]]>", at: at) {
            write("]]&gt;")
            damage.note(.bareMarkupCharacters)
            at += 3
        } else {
            output.append(input[at])
            at += 1
        }
    }

    /// Drops a control character or a noncharacter, and copies U+F000 and up.
    mutating func forbidden() {
        if input[at] != 0xEF {
            damage.note(.forbiddenCharacters)
            at += 1
        } else if at + 2 < input.count, input[at + 1] == 0xBF, input[at + 2] >= 0xBE {
            damage.note(.forbiddenCharacters)
            at += 3
        } else {
            let length = min(3, input.count - at)
            output.append(contentsOf: input[at..<at + length])
            at += length
        }
    }

    /// What begins with `<`.
    private mutating func markup() {
        let next = at + 1 < input.count ? input[at + 1] : 0
        switch next {
        case UInt8(ascii: "!"): declaration()
        case UInt8(ascii: "?"):
            section(end: ends.end(.instruction, in: input, from: at + 2) ?? ends.end(.tag, in: input, from: at))
        case UInt8(ascii: "/"): endTag()
        default:
            if next.isNameStart, next != UInt8(ascii: ":") { startTag() } else { escapeLessThan() }
        }
    }

    private mutating func declaration() {
        if input.hasText("<!--", at: at) {
            section(end: ends.end(.comment, in: input, from: at + 4))
        } else if input.hasText("<![cdata[", at: at) {
            characterData()
        } else if input.hasText("<!doctype", at: at) {
            section(end: ends.end(.tag, in: input, from: at))
        } else if input.count - at < 12, ends.end(.tag, in: input, from: at) == nil {
            // The document was cut off in the middle of a mark.
            damage.note(.brokenTags)
            at = input.count
        } else {
            escapeLessThan()
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

    /// Copies a CDATA section without what XML forbids. The section is written again for each piece, so that a piece
    /// is never longer than it should be.
    private mutating func characterData() {
        guard let end = ends.end(.characterData, in: input, from: at + 9).map({ $0 - 3 }) else {
            damage.note(.unclosedSection)
            at += 9
            return
        }
        at += 9
        write("<![CDATA[")
        while at < end {
            let start = at
            while at < end, !(input[at].isForbiddenControl || input[at] == 0xEF) { at += 1 }
            output.append(contentsOf: input[start..<at])
            if at < end { forbidden() }
        }
        write("]]>")
        at = end + 3
    }

    /// Writes a `<` that begins nothing as text.
    mutating func escapeLessThan() {
        write("&lt;")
        damage.note(.bareMarkupCharacters)
        at += 1
    }

    /// Writes the end tag of the innermost open element.
    mutating func closeTop() {
        guard let name = open.popLast() else { return }
        write("</")
        output.append(contentsOf: input[name])
        output.append(UInt8(ascii: ">"))
    }

    /// Remembers that the root element has begun.
    mutating func opened(_ name: Range<Int>) {
        open.append(name)
        rootSeen = true
    }

    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) { output.append(contentsOf: bytes) }

    mutating func write(_ byte: UInt8) { output.append(byte) }

    /// Takes back what was written since a mark.
    mutating func rewind(to mark: Int) { output.removeSubrange(mark...) }
}
