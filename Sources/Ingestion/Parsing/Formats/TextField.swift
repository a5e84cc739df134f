import CLibXML2

/// Collects the bytes of one field while its element is open.
struct TextField {
    /// What it is.
    var element: Element
    /// The depth of its element.
    var depth: Int
    /// How its bytes are to be read.
    var kind: TextKind
    /// Whether child elements become HTML; otherwise they are left out.
    var keepsMarkup: Bool
    /// Whether the text of child elements is kept although their tags are not.
    var keepsInnerText = false
    /// For an unknown element: the name under which its text is kept.
    var name = ""
    /// The name of an attribute's value that belongs to the field: `isPermaLink`, `term`, `rel`.
    var attribute: String?
    /// The language of the element.
    var language: String?
    /// Open child elements.
    private(set) var nested = 0
    /// Whether there was a child element.
    private(set) var hasMarkup = false

    init(_ element: Element, depth: Int, kind: TextKind = .plain, keepsMarkup: Bool = false) {
        self.element = element
        self.depth = depth
        self.kind = kind
        self.keepsMarkup = keepsMarkup
    }

    /// A child element begins.
    mutating func open(_ tag: TagView, into buffer: inout [UInt8], limit: Int) {
        nested += 1
        guard keepsMarkup else { return }
        if !hasMarkup, kind == .plain || kind == .markup { buffer = TextField.escaped(buffer[...]) }
        hasMarkup = true
        guard buffer.count < limit else { return }
        buffer.append(UInt8(ascii: "<"))
        tag.name.utf8.forEach { buffer.append($0) }
        tag.forEachAttribute { name, value in
            guard buffer.count + value.count < limit else { return }
            buffer.append(UInt8(ascii: " "))
            buffer.append(contentsOf: name)
            buffer.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
            for byte in TagView.plain(value) {
                switch byte {
                case UInt8(ascii: "\""): buffer.append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "&"): buffer.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): buffer.append(contentsOf: "&lt;".utf8)
                default: buffer.append(byte)
                }
            }
            buffer.append(UInt8(ascii: "\""))
        }
        buffer.append(UInt8(ascii: ">"))
        openNames.append(tag.name)
    }

    private var openNames: [String] = []

    /// A child element ends.
    mutating func close(into buffer: inout [UInt8]) {
        nested -= 1
        guard keepsMarkup, let name = openNames.popLast(), !HTMLTags.isVoid(name) else { return }
        buffer.append(contentsOf: "</".utf8)
        buffer.append(contentsOf: name.utf8)
        buffer.append(UInt8(ascii: ">"))
    }

    /// Text arrives. Inside child elements it is text, so it is escaped where the whole is to be HTML.
    func append(_ bytes: UnsafeBufferPointer<xmlChar>, to buffer: inout [UInt8]) {
        if nested > 0, !keepsMarkup, !keepsInnerText { return }
        let isEscaped = keepsMarkup && (nested > 0 || kind == .markup || (hasMarkup && kind == .plain))
        if isEscaped {
            for byte in bytes {
                switch byte {
                case UInt8(ascii: "<"): buffer.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: "&"): buffer.append(contentsOf: "&amp;".utf8)
                default: buffer.append(byte)
                }
            }
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    private static func escaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            default: out.append(byte)
            }
        }
        return out
    }
}
