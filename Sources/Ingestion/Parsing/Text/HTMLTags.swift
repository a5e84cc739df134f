/// What the parser knows about HTML's elements.
enum HTMLTags {
    /// What an element does to the text around it.
    enum Effect {
        /// Nothing.
        case inline
        /// Begins and ends a line.
        case line
        /// Begins and ends a paragraph.
        case paragraph
        /// Ends a line where it stands.
        case lineBreak
        /// Begins an item of a list.
        case item
        /// Parts cells by a space.
        case cell
        /// Its text is no text for a reader.
        case skipped
        /// Keeps its white space.
        case preformatted
        /// A picture.
        case picture
        /// A link.
        case anchor
    }

    /// The effect of an element by its lower-case name, which ends with a zero byte.
    static func effect(of name: UnsafePointer<UInt8>) -> Effect {
        var key: UInt64 = 0
        for index in 0..<8 {
            let byte = name[index]
            if byte == 0 { break }
            key = key << 8 | UInt64(byte)
        }
        return effects[key] ?? .inline
    }

    /// The first eight bytes of a name, which are enough to tell HTML's elements apart.
    private static func key(_ name: some StringProtocol) -> UInt64 {
        name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether an element has no end tag.
    static func isVoid(_ name: String) -> Bool { voids.contains(name) }

    /// Whether an element needs no end tag: it has no content, or the next one of its kind ends it.
    static func closesItself(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count <= 6 else { return false }
        return selfClosing.contains(name.reduce(0) { $0 << 8 | UInt64($1.asciiLowercased) })
    }

    /// Whether an element is that of a whole document.
    static func isDocument(_ name: ArraySlice<UInt8>) -> Bool {
        name.count == 4 && (name.hasText("html", at: name.startIndex) || name.hasText("body", at: name.startIndex))
    }

    private static let selfClosing: Set<UInt64> = Set(
        (Array(voids) + ["p", "li", "dt", "dd", "tr", "td", "th"]).map { key($0) })

    /// Whether text is meant as HTML: it has a tag that HTML has, or a reference that HTML knows.
    static func looksLikeHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
        // Where the last tag can end, looked for once: not once for each `<`.
        let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? bytes.startIndex
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == UInt8(ascii: "&"), HTMLReferences.reference(in: bytes, at: at) != nil { return true }
            if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.endIndex {
                if bytes.hasText("<!--", at: at) { return true }
                let isEnd = bytes[at + 1] == UInt8(ascii: "/")
                let name = bytes[(at + (isEnd ? 2 : 1))...].prefix(12).prefix { $0.isASCIILetter || $0.isASCIIDigit }
                let after = name.endIndex
                if !name.isEmpty, after < bytes.endIndex,
                    bytes[after] == UInt8(ascii: ">") || bytes[after] == UInt8(ascii: "/") || bytes[after].isXMLSpace,
                    known.contains(String(decoding: name.map(\.asciiLowercased), as: UTF8.self)),
                    after <= lastEnd
                {
                    return true
                }
            }
            at += 1
        }
        return false
    }

    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]

    private static let effects: [UInt64: Effect] = {
        var effects: [UInt64: Effect] = [:]
        for (effect, names) in [
            (
                Effect.paragraph,
                "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table section article header footer figure hr"
                    + " main aside address details center menu"
            ),
            (.line, "div tr dt dd figcaption caption summary legend fieldset thead tbody tfoot"),
            (.cell, "td th"), (.lineBreak, "br"), (.item, "li"), (.preformatted, "pre"), (.picture, "img"),
            (.anchor, "a"),
            (
                .skipped,
                "script style form iframe frame frameset head title template select option"
                    + " textarea button input svg math audio video canvas noscript noframes map nav dialog datalist"
            ),
        ] {
            for name in names.split(separator: " ") { effects[key(name)] = effect }
        }
        return effects
    }()

    /// Elements whose tags in a text mean that it is HTML.
    private static let known: Set<String> = Set(
        ("a abbr acronym address area article aside b bdi bdo big blockquote body br button caption center cite code col"
            + " dd del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr"
            + " html i iframe img input ins kbd li link main map mark meta nobr noscript object ol p param picture pre q"
            + " rp rt ruby s samp script section small source span strike strong style sub sup svg table tbody td tfoot"
            + " th thead time title tr tt u ul var video wbr applet audio blink frame canvas math")
            .split(separator: " ").map(String.init))
}
