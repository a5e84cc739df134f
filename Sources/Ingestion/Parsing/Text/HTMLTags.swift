/// What the parser knows about HTML's elements.
struct HTMLTag: Sendable {
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
        /// Raised or lowered: an exponent, an index.
        case raised, lowered
        /// Elements of MathML: what stands in them, and where.
        case formula, fraction, power, index, indexAndPower, root
        /// Stands around a whole document.
        case document
    }

    /// What it does to text.
    var effect = Effect.inline
    /// Whether it has no end tag.
    var isVoid = false
    /// Whether it needs no end tag: it has no content, or the next one of its kind ends it.
    var closesItself = false

    /// Whether what is in it is code, not markup.
    var isRaw = false
    /// Whether its tag in a text means that the text is HTML. Texts about HTML name the rarer ones as words.
    var tellsHTML = true

    /// Whether it stands around paragraphs and needs an end tag, so that nobody means it in the midst of a line.
    var holdsBlocks: Bool {
        switch effect {
        case .paragraph, .line, .preformatted: !isVoid && !closesItself
        default: false
        }
    }

    /// An element that HTML does not have.
    static let unknown = HTMLTag(tellsHTML: false)

    /// The element of a name in any case of its letters; nil for one that HTML does not have.
    @inline(__always)
    static func named(_ name: Span<UInt8>) -> HTMLTag? {
        var key = Table.emptyKey
        for index in 0..<name.count { key = Table.key(key, name[index]) }
        return Table.html[key]
    }

    /// The element of a name that ends with a zero byte.
    static func named(_ name: UnsafePointer<UInt8>) -> HTMLTag? {
        var key = Table.emptyKey
        var index = 0
        while name[index] != 0 {
            key = Table.key(key, name[index])
            index += 1
        }
        return Table.html[key]
    }
}

/// HTML's elements by a hash of their names: open addressing, no two of them with the same hash.
private struct Table: Sendable {
    static let html = Table()

    private struct Slot: Sendable {
        var key: UInt64
        var tag: HTMLTag
    }

    /// A power of two of slots, a quarter of them taken.
    private var slots = [Slot?](repeating: nil, count: 512)

    /// FNV-1a, which spreads short names well.
    static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func key(_ key: UInt64, _ byte: UInt8) -> UInt64 {
        (key ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3
    }

    subscript(key: UInt64) -> HTMLTag? {
        var index = Int(key & 511)
        while let slot = slots[index] {
            if slot.key == key { return slot.tag }
            index = (index + 1) & 511
        }
        return nil
    }

    private init() {
        let voids = Set(Table.words("area base br col embed hr img input link meta param source track wbr"))
        let selfClosing = voids.union(Table.words("p li dt dd tr td th"))
        let rare = Set(
            Table.words(
                "base datalist dialog fieldset frameset legend menu nav noframes option select summary template textarea"
            ))
        for (effect, names) in Table.elements {
            for name in Table.words(names) {
                let tag = HTMLTag(
                    effect: effect, isVoid: voids.contains(name), closesItself: selfClosing.contains(name),
                    isRaw: name == "script" || name == "style", tellsHTML: !rare.contains(name))
                let key = name.utf8.reduce(Table.emptyKey) { Table.key($0, $1) }
                var index = Int(key & 511)
                while slots[index] != nil { index = (index + 1) & 511 }
                slots[index] = Slot(key: key, tag: tag)
            }
        }
    }

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static let elements: [(HTMLTag.Effect, String)] = [
        (
            .paragraph,
            "p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table section article header footer figure hr main aside address"
                + " details center menu"
        ),
        (.line, "div tr dt dd figcaption caption summary legend fieldset thead tbody tfoot"),
        (.cell, "td th"), (.lineBreak, "br"), (.item, "li"), (.preformatted, "pre"), (.picture, "img"), (.anchor, "a"),
        (
            .skipped,
            "script style form iframe frame frameset head title template select option textarea button input svg"
                + " audio video canvas noscript noframes map nav dialog datalist del s strike annotation annotation-xml"
        ),
        (.raised, "sup"), (.lowered, "sub"), (.formula, "math"), (.fraction, "mfrac"), (.power, "msup"),
        (.index, "msub"), (.indexAndPower, "msubsup"), (.root, "msqrt"), (.document, "html body"),
        (
            .inline,
            "abbr acronym area applet b base bdi bdo big blink cite code col dfn em embed font i ins kbd link"
                + " mark meta nobr object param picture q rp rt ruby samp small source span strong time"
                + " track tt u var wbr"
        ),
    ]
}
