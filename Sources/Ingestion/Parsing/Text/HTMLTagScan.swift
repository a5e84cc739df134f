/// One tag of HTML source, taken apart as browsers do: its name, where it ends, and the attributes that tell about text.
struct HTMLTagScan {
    /// The attributes that matter to a text.
    enum Attribute: Int, CaseIterable {
        case href, src, alt, width, height, style, hidden

        /// The attribute of a name in any case of its letters.
        init?(_ name: Span<UInt8>) {
            for attribute in Attribute.allCases
            where name.count == attribute.text.utf8CodeUnitCount && name.hasText(attribute.text, at: 0) {
                self = attribute
                return
            }
            return nil
        }

        /// Its name as HTML source.
        var text: StaticString {
            switch self {
            case .href: "href"
            case .src: "src"
            case .alt: "alt"
            case .width: "width"
            case .height: "height"
            case .style: "style"
            case .hidden: "hidden"
            }
        }
    }

    /// Where the name stands.
    let name: Range<Int>
    /// Whether it is an end tag.
    let isEnd: Bool
    /// The index behind the tag.
    private(set) var end: Int
    /// Whether it ends with `/>`.
    private(set) var closesItself = false
    /// The values as written, by ``Attribute``; the first of a name counts.
    private var values = InlineArray<7, Range<Int>?>(repeating: nil)

    /// Reads the tag whose `<` is at an index and whose name begins behind it; nil when it has no end.
    init?(_ bytes: Span<UInt8>, at start: Int, isEnd: Bool, ends: inout SectionEnds) {
        self.isEnd = isEnd
        let nameStart = start + (isEnd ? 2 : 1)
        var at = nameStart
        while at < bytes.count, !bytes[at].endsTagName { at += 1 }
        name = nameStart..<at
        end = at
        guard at < bytes.count, !ends.isMissing(.tag) else { return nil }
        if bytes[at] == UInt8(ascii: ">") {
            end = at + 1
            return
        }
        guard readAttributes(bytes, &ends) else {
            ends.noteMissing(.tag)
            return nil
        }
    }

    /// The value of an attribute as written; nil when the tag does not have it.
    subscript(attribute: Attribute) -> Range<Int>? { values[attribute.rawValue] }

    /// Whether it has no attribute that matters.
    var isBare: Bool {
        for index in values.indices where values[index] != nil { return false }
        return true
    }

    /// Whether the element is not to be seen.
    func isHidden(_ bytes: Span<UInt8>) -> Bool {
        if self[.hidden] != nil { return true }
        guard let style = self[.style] else { return false }
        return bytes.hasDeclaration("display", "none", in: style)
            || bytes.hasDeclaration("visibility", "hidden", in: style)
    }

    /// Reads on from the name to behind the `>`; false when there is none.
    private mutating func readAttributes(_ bytes: Span<UInt8>, _ ends: inout SectionEnds) -> Bool {
        var at = end
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") {
                closesItself = bytes[at - 1] == UInt8(ascii: "/")
                end = at + 1
                return true
            }
            if byte.isXMLSpace || byte == UInt8(ascii: "/") {
                at += 1
                continue
            }
            let nameStart = at
            at += 1
            while at < bytes.count, !bytes[at].endsAttributeName { at += 1 }
            let name = nameStart..<at
            while at < bytes.count, bytes[at].isXMLSpace { at += 1 }
            var value = at..<at
            if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
                at += 1
                while at < bytes.count, bytes[at].isXMLSpace { at += 1 }
                (value, at) = HTMLTagScan.value(bytes, at, &ends)
            }
            if let attribute = Attribute(bytes.extracting(name)), values[attribute.rawValue] == nil {
                values[attribute.rawValue] = value
            }
        }
        return false
    }

    /// The value that begins there, and the index behind it.
    private static func value(_ bytes: Span<UInt8>, _ start: Int, _ ends: inout SectionEnds) -> (Range<Int>, Int) {
        guard start < bytes.count else { return (start..<start, start) }
        let quote = bytes[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let marker = quote == UInt8(ascii: "'") ? SectionEnds.Marker.singleQuote : .doubleQuote
            if let end = ends.end(marker, in: bytes, from: start + 1) { return (start + 1..<end - 1, end) }
        }
        var at = start
        while at < bytes.count, !bytes[at].isXMLSpace, bytes[at] != UInt8(ascii: ">") { at += 1 }
        return (start..<at, at)
    }
}

extension UInt8 {
    /// White space, `/` or `>`.
    @inline(__always)
    fileprivate var endsTagName: Bool { isXMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">") }

    /// White space, `/`, `>` or `=`.
    @inline(__always)
    fileprivate var endsAttributeName: Bool { endsTagName || self == UInt8(ascii: "=") }
}

extension Span<UInt8> {
    /// Whether a style has a declaration, with or without white space around its colon.
    fileprivate func hasDeclaration(_ property: StaticString, _ value: StaticString, in range: Range<Int>) -> Bool {
        let style = extracting(range)
        guard var at = style.firstIndex(ofText: property, from: 0) else { return false }
        at += property.utf8CodeUnitCount
        while at < style.count, style[at].isXMLSpace || style[at] == UInt8(ascii: ":") { at += 1 }
        return style.hasText(value, at: at)
    }
}
