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
    var keepsInnerText = false { didSet { settle() } }
    /// For an unknown element: the name under which its text is kept.
    var name = ""
    /// The value of an attribute that belongs to the field: `resource`, `href`.
    var attribute: String?
    /// What the tag of a link says.
    var link: LinkTag?
    /// The language of the element.
    var language: String?
    /// What becomes of text that arrives now.
    private(set) var collecting = Collecting.bytes
    /// Whether there was a child element.
    private(set) var hasMarkup = false
    /// Open child elements.
    private var nested = 0
    /// The names of those whose tags were kept.
    private var openNames: [String] = []

    /// What becomes of text.
    enum Collecting {
        /// It is kept as it is.
        case bytes
        /// It is kept as text of HTML.
        case escaped
        /// It does not count.
        case nothing
    }

    init(_ element: Element, depth: Int, kind: TextKind = .plain, keepsMarkup: Bool = false) {
        self.element = element
        self.depth = depth
        self.kind = kind
        self.keepsMarkup = keepsMarkup
        settle()
    }

    /// Inside child elements text is text, so it is escaped where the whole is to be HTML.
    private mutating func settle() {
        if keepsMarkup {
            collecting = nested > 0 || kind == .markup || (hasMarkup && kind == .plain) ? .escaped : .bytes
        } else {
            collecting = nested > 0 && !keepsInnerText ? .nothing : .bytes
        }
    }

    /// A child element begins.
    mutating func open(_ tag: TagView, into buffer: inout [UInt8], limit: Int) {
        nested += 1
        defer { settle() }
        guard keepsMarkup else { return }
        if !hasMarkup, kind == .plain { buffer = TextField.escaped(buffer) }
        hasMarkup = true
        guard buffer.count < limit else { return }
        buffer.append(UInt8(ascii: "<"))
        buffer.append(contentsOf: tag.nameBytes)
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

    /// A child element ends.
    mutating func close(into buffer: inout [UInt8]) {
        nested -= 1
        settle()
        guard keepsMarkup, let name = openNames.popLast() else { return }
        let bytes = Array(name.utf8)
        guard HTMLTag.named(bytes.span)?.isVoid != true else { return }
        buffer.append(contentsOf: "</".utf8)
        buffer.append(contentsOf: bytes)
        buffer.append(UInt8(ascii: ">"))
    }

    /// Appends text, as HTML shows it where asked, as far as a bound of the buffer's bytes allows; false where it was cut.
    static func append(
        _ bytes: UnsafeBufferPointer<xmlChar>, escaping: Bool, to buffer: inout [UInt8], limit: Int
    ) -> Bool {
        var start = 0
        if escaping {
            for index in bytes.indices where bytes[index] == UInt8(ascii: "<") || bytes[index] == UInt8(ascii: "&") {
                let reference = bytes[index] == UInt8(ascii: "<") ? "&lt;".utf8 : "&amp;".utf8
                guard append(bytes[start..<index], to: &buffer, limit: limit), buffer.count + 5 <= limit else {
                    return false
                }
                buffer.append(contentsOf: reference)
                start = index + 1
            }
        }
        return append(bytes[start...], to: &buffer, limit: limit)
    }

    /// Appends as much as fits, cut between characters; false where it was cut.
    private static func append(
        _ bytes: Slice<UnsafeBufferPointer<xmlChar>>, to buffer: inout [UInt8], limit: Int
    ) -> Bool {
        var kept = bytes.prefix(max(0, limit - buffer.count))
        while kept.endIndex < bytes.endIndex, bytes[kept.endIndex] & 0xC0 == 0x80, !kept.isEmpty { kept.removeLast() }
        buffer.append(contentsOf: kept)
        return kept.count == bytes.count
    }

    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        _ = bytes.withUnsafeBufferPointer { append($0, escaping: true, to: &out, limit: .max) }
        return out
    }
}
