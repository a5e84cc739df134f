/// Makes HTML source ready for the HTML parser, which is weak at references without a semicolon and at a lone `<`.
enum HTMLSource {
    /// The source with all references decoded but those that stand for `<` and `&`, and with a `<` that begins nothing escaped.
    static func prepared(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + 16)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let start = at
            while at < bytes.endIndex, bytes[at] != UInt8(ascii: "<"), bytes[at] != UInt8(ascii: "&") { at += 1 }
            out.append(contentsOf: bytes[start..<at])
            guard at < bytes.endIndex else { break }
            if bytes[at] == UInt8(ascii: "&") {
                if let (text, end) = HTMLReferences.reference(in: bytes, at: at) {
                    for byte in text {
                        switch byte {
                        case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
                        case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
                        case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
                        case UInt8(ascii: "'"): out.append(contentsOf: "&#39;".utf8)
                        case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
                        default: out.append(byte)
                        }
                    }
                    at = end
                } else {
                    out.append(contentsOf: "&amp;".utf8)
                    at += 1
                }
            } else if let next = markupEnd(bytes, at) {
                at = next
            } else {
                let after = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
                if after.isASCIILetter || after == UInt8(ascii: "/") {
                    out.append(UInt8(ascii: "<"))
                } else {
                    out.append(contentsOf: "&lt;".utf8)
                }
                at += 1
            }
        }
        return out
    }

    /// The index behind a comment, declaration, instruction or CDATA mark, all of which are left out; nil where none begins.
    private static func markupEnd(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
        guard at + 1 < bytes.endIndex else { return nil }
        if bytes.hasText("<!--", at: at) {
            if bytes.hasText("<!-->", at: at) { return at + 5 }
            // A browser hides the rest behind a comment without an end; here it must not cost the text.
            return bytes.firstIndex(ofText: "-->", from: at + 4).map { $0 + 3 }
                ?? bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? at + 4
        }
        if bytes.hasText("<![cdata[", at: at) { return at + 9 }
        guard bytes[at + 1] == UInt8(ascii: "!") || bytes[at + 1] == UInt8(ascii: "?") else { return nil }
        return bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
}
