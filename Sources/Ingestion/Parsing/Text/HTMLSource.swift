/// Makes HTML source ready for the HTML parser, which is weak at references without a semicolon and at a lone `<`, and
/// slow at deep nesting and at tags with thousands of attributes.
struct HTMLSource {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var out: [UInt8] = []
    private var ends = SectionEnds()
    /// Open elements, but for those that the next of their kind closes.
    private var depth = 0

    private static let depthLimit = 128
    /// Tags longer than this lose their attributes: `data:` pictures, or an attack.
    private static let tagLimit = 4_096

    /// The source with all references decoded but those that stand for markup, with a `<` that begins nothing escaped, and
    /// without comments.
    static func prepared(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var source = HTMLSource(bytes)
        source.run()
        return source.out
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
        out.reserveCapacity(bytes.count + 64)
        // The HTML parser takes the end of its first element for the end of the document, so that one is ours.
        write("<html><body>")
    }

    private mutating func run() {
        while at < bytes.endIndex {
            let start = at
            while at < bytes.endIndex, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
            out.append(contentsOf: bytes[start..<at])
            guard at < bytes.endIndex else { break }
            if bytes[at] == UInt8(ascii: "&") { reference() } else { markup() }
        }
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { out.append(contentsOf: $0) }
    }

    private mutating func reference() {
        guard let (text, end) = HTMLReferences.reference(in: bytes, at: at) else {
            write("&amp;")
            at += 1
            return
        }
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "'"): write("&#39;")
            case UInt8(ascii: ">"): write("&gt;")
            default: out.append(byte)
            }
        }
        at = end
    }

    private mutating func markup() {
        let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
        if next.isASCIILetter || next == UInt8(ascii: "/") {
            tag(isEnd: next == UInt8(ascii: "/"))
        } else if bytes.hasText("<!--", at: at) {
            comment()
        } else if bytes.hasText("<![cdata[", at: at) {
            at += 9
        } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?"), let end = ends.end(.tag, in: bytes, from: at)
        {
            at = end
        } else {
            write("&lt;")
            at += 1
        }
    }

    /// Leaves out a comment. A browser hides the rest behind one without an end; here it must not cost the text.
    private mutating func comment() {
        if bytes.hasText("<!-->", at: at) {
            at += 5
        } else {
            at = ends.end(.comment, in: bytes, from: at + 4) ?? ends.end(.tag, in: bytes, from: at) ?? at + 4
        }
    }

    /// Copies a tag up to its first attribute at least; the rest follows as it comes.
    private mutating func tag(isEnd: Bool) {
        let name = bytes[(at + (isEnd ? 2 : 1))...].prefix(32).prefix { $0.isASCIILetter || $0.isASCIIDigit }
        if name.isEmpty || ends.isMissing(.tag) {
            write("&lt;")
            at += 1
            return
        }
        guard bytes[name.endIndex...].prefix(HTMLSource.tagLimit).contains(UInt8(ascii: ">")) else {
            guard let end = ends.end(.tag, in: bytes, from: name.endIndex) else {
                // Cut off in the middle of a tag.
                at = bytes.endIndex
                return
            }
            if count(name, isEnd: isEnd) {
                out.append(contentsOf: bytes[at..<name.endIndex])
                out.append(UInt8(ascii: ">"))
            }
            at = end
            return
        }
        guard count(name, isEnd: isEnd) else {
            at = ends.end(.tag, in: bytes, from: name.endIndex) ?? bytes.endIndex
            return
        }
        out.append(contentsOf: bytes[at..<name.endIndex])
        at = name.endIndex
    }

    /// Counts an element's begin or end; false for a tag that is too deep to be worth keeping, or not of a text.
    private mutating func count(_ name: ArraySlice<UInt8>, isEnd: Bool) -> Bool {
        if HTMLTags.isDocument(name) { return false }
        if HTMLTags.closesItself(name) { return true }
        if isEnd {
            depth -= 1
            if depth < 0 { depth = 0 }
            return depth < HTMLSource.depthLimit
        }
        depth += 1
        return depth <= HTMLSource.depthLimit
    }
}
