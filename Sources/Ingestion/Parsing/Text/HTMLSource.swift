/// HTML source taken apart for the HTML parser: the tags that matter to a text, and the texts between them aside.
///
/// The parser decides what is inside what, and nothing else: it never sees a text, only a mark for each, so that it
/// cannot lose one, and has little to read. References are decoded here, because it is weak at those without a semicolon; so are a
/// lone `<`, comments, deep nesting and tags with thousands of attributes.
struct HTMLSource {
    /// What the parser reads.
    private(set) var markup: [UInt8] = []
    /// The texts that its marks stand for.
    private(set) var texts = AsideTexts()
    /// Whether any tag matters; without one the texts are all that there is.
    private(set) var hasTags = false

    private static let depthLimit = 128
    /// Values of attributes longer than this are left out: `data:` pictures, or an attack.
    private static let valueLimit = 4_096

    private var at = 0
    private var ends = SectionEnds()
    /// Open elements, but for those that the next of their kind closes.
    private var depth = 0
    /// Where the next end tag of a name is, by the name's hash; -1 for none.
    private var closings: [UInt64: Int] = [:]
    /// The tag before, and how many like it stand in a row.
    private var before = (name: 0..<0, isEnd: false)
    private var row = 0
    /// Whether the tags of inline elements matter, since one of them hides what is in it.
    private var keepsInline = false

    init() {}

    /// Takes source apart; what was there before is gone, its memory is used again.
    mutating func read(_ bytes: Span<UInt8>) {
        markup.removeAll(keepingCapacity: true)
        texts.removeAll()
        (hasTags, at, ends, depth, keepsInline) = (false, 0, SectionEnds(), 0, false)
        (before, row) = ((0..<0, false), 0)
        closings.removeAll(keepingCapacity: true)
        // The HTML parser takes the end of its first element for the end of the document, so that one is ours.
        write("<html><body>")
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
            texts.bytes.append(bytes.extracting(start..<at))
            guard at < bytes.count else { break }
            if bytes[at] == UInt8(ascii: "<") {
                openMarkup(bytes)
            } else if let end = HTMLReferences.append(referenceIn: bytes, at: at, to: &texts.bytes) {
                at = end
            } else {
                takeByte(bytes)
            }
        }
        texts.endRun(in: &markup)
    }

    /// A byte that begins nothing is text.
    private mutating func takeByte(_ bytes: Span<UInt8>) {
        texts.bytes.append(bytes[at])
        at += 1
    }

    private mutating func write(_ text: StaticString) { text.withUTF8Buffer { markup.append(contentsOf: $0) } }

    private mutating func openMarkup(_ bytes: Span<UInt8>) {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        if next.isASCIILetter {
            tag(bytes, isEnd: false)
        } else if next == UInt8(ascii: "/"), at + 2 < bytes.count, bytes[at + 2].isASCIILetter {
            tag(bytes, isEnd: true)
        } else if bytes.hasText("<!--", at: at) {
            comment(bytes)
        } else if bytes.hasText("<![cdata[", at: at) {
            at += 9
        } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?"), let end = ends.end(.tag, in: bytes, from: at)
        {
            at = end
        } else {
            takeByte(bytes)
        }
    }

    /// Leaves out a comment. A browser hides the rest behind one without an end; here it must not cost the text.
    private mutating func comment(_ bytes: Span<UInt8>) {
        if bytes.hasText("<!-->", at: at) {
            at += 5
        } else {
            at = ends.end(.comment, in: bytes, from: at + 4) ?? ends.end(.tag, in: bytes, from: at) ?? at + 4
        }
    }

    /// Copies a tag that matters, with the attributes that matter.
    private mutating func tag(_ bytes: Span<UInt8>, isEnd: Bool) {
        let wasMissing = ends.isMissing(.tag)
        guard let scan = HTMLTagScan(bytes, at: at, isEnd: isEnd, ends: &ends) else {
            // Cut off in the middle of a tag; a `<` further on is text then.
            if wasMissing { takeByte(bytes) } else { at = bytes.count }
            return
        }
        let tag = HTMLTag.named(bytes.extracting(scan.name)) ?? .unknown
        at = scan.end
        switch tag.effect {
        case .document: return
        // In a formula it matters which of its parts a text stands in.
        case .formula: keepsInline = true
        case .inline:
            guard keepsInline || (!isEnd && scan.isHidden(bytes)) else { return }
            keepsInline = true
        case .anchor:
            guard keepsInline || (!isEnd && isShareLink(scan, bytes)) else { return }
            keepsInline = true
        case .skipped:
            // An element that is never closed would hide the rest of the text.
            if !isEnd, !tag.isVoid, !tag.isRaw, !scan.closesItself, !isClosed(scan, bytes) { return }
        default: break
        }
        guard counts(tag, scan), !repeats(scan, tag, bytes) else { return }
        texts.endRun(in: &markup)
        hasTags = true
        write(scan, tag, bytes)
    }

    /// Whether a tag says what two of its kind just before it have said, with no text between: a row of breaks is a break.
    private mutating func repeats(_ scan: HTMLTagScan, _ tag: HTMLTag, _ bytes: Span<UInt8>) -> Bool {
        let isRow =
            tag.closesItself && scan.isBare && !texts.isPending && row > 0 && scan.isEnd == before.isEnd
            && bytes.hasSameName(scan.name, before.name)
        row = isRow ? row + 1 : tag.closesItself && scan.isBare ? 1 : 0
        before = (scan.name, scan.isEnd)
        return row > 2
    }

    /// Whether an end tag of the same name follows. Each name is looked for once as far as it reaches.
    private mutating func isClosed(_ scan: HTMLTagScan, _ bytes: Span<UInt8>) -> Bool {
        var key = NameHash.empty
        for index in scan.name { key = NameHash.adding(bytes[index].asciiLowercased, to: key) }
        if let known = closings[key], known >= at || known < 0 { return known >= at }
        let name = scan.name.map { bytes[$0].asciiLowercased }
        var from = at
        while let found = bytes.firstIndex(of: UInt8(ascii: "<"), from: from) {
            from = found + 1
            guard bytes.hasName(name, at: found + 2), bytes[found + 1] == UInt8(ascii: "/") else { continue }
            closings[key] = found
            return true
        }
        closings[key] = -1
        return false
    }

    private func isShareLink(_ scan: HTMLTagScan, _ bytes: Span<UInt8>) -> Bool {
        scan[.href].map { ShareLinks.isShareLink(bytes.extracting($0)) } ?? false
    }

    private mutating func write(_ scan: HTMLTagScan, _ tag: HTMLTag, _ bytes: Span<UInt8>) {
        markup.append(UInt8(ascii: "<"))
        if scan.isEnd { markup.append(UInt8(ascii: "/")) }
        markup.append(bytes.extracting(scan.name))
        if !scan.isEnd {
            for attribute in HTMLTagScan.Attribute.allCases {
                guard let value = scan[attribute], value.count <= HTMLSource.valueLimit else { continue }
                write(attribute.text, bytes.extracting(value))
            }
            if scan.closesItself, !tag.isVoid { markup.append(UInt8(ascii: "/")) }
        }
        markup.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ name: StaticString, _ value: Span<UInt8>) {
        markup.append(UInt8(ascii: " "))
        write(name)
        markup.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        for index in 0..<value.count {
            if value[index] == UInt8(ascii: "\"") { write("&quot;") } else { markup.append(value[index]) }
        }
        markup.append(UInt8(ascii: "\""))
    }

    /// Counts an element's begin or end; false for a tag that is too deep to be worth keeping, and for an end of nothing.
    private mutating func counts(_ tag: HTMLTag, _ scan: HTMLTagScan) -> Bool {
        if tag.closesItself || scan.closesItself { return true }
        if scan.isEnd {
            guard depth > 0 else { return false }
            depth -= 1
            return depth < HTMLSource.depthLimit
        }
        depth += 1
        return depth <= HTMLSource.depthLimit
    }
}

extension [UInt8] {
    /// Appends the bytes of a span.
    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>) { bytes.withUnsafeBufferPointer { append(contentsOf: $0) } }
}

extension Span<UInt8> {
    /// Whether two names are the same but for the case of their letters.
    fileprivate func hasSameName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<left.count
        where self[left.lowerBound + offset].asciiLowercased != self[right.lowerBound + offset].asciiLowercased {
            return false
        }
        return true
    }

    /// Whether a name stands there, in any case of its letters; the name is lower case.
    fileprivate func hasName(_ name: [UInt8], at start: Int) -> Bool {
        guard start + name.count <= count else { return false }
        for offset in name.indices where self[start + offset].asciiLowercased != name[offset] { return false }
        return true
    }
}
