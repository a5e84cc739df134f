/// Character references in HTML text, read as browsers read them.
enum HTMLReferences {
    /// A numeric reference: the code point (0x80…0x9F already read as windows-1252) and the index behind it.
    static func number(in bytes: ArraySlice<UInt8>, at ampersand: Int) -> (value: UInt32, end: Int)? {
        var at = ampersand + 2
        guard at < bytes.endIndex else { return nil }
        let isHex = bytes[at] | 0x20 == UInt8(ascii: "x")
        if isHex { at += 1 }
        let start = at
        var value: UInt32 = 0
        while at < bytes.endIndex {
            guard let digit = bytes[at].hexValue, isHex || digit < 10 else { break }
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            at += 1
        }
        guard at > start else { return nil }
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: ";") { at += 1 }
        if value >= 0x80, value < 0xA0 { value = Windows1252.scalar(UInt8(value)) }
        return (value, at)
    }

    /// The bytes with every reference decoded; what is none stays as it is.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard bytes[at] == UInt8(ascii: "&"), let (text, end) = reference(in: bytes, at: at) else {
                out.append(bytes[at])
                at += 1
                continue
            }
            out.append(contentsOf: text)
            at = end
        }
        return out
    }

    /// The text of the reference that begins there and the index behind it; nil when none does.
    static func reference(in bytes: ArraySlice<UInt8>, at ampersand: Int) -> (text: [UInt8], end: Int)? {
        let start = ampersand + 1
        guard start < bytes.endIndex else { return nil }
        if bytes[start] == UInt8(ascii: "#") {
            guard let (value, end) = number(in: bytes, at: ampersand) else { return nil }
            var text: [UInt8] = []
            if value >= 0x20 || value == 0x9 || value == 0xA || value == 0xD { text.appendScalar(value) }
            return (text, end)
        }
        var end = start
        while end < bytes.endIndex, end - start < 33, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
        guard end > start else { return nil }
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") {
            guard let text = NamedEntities.html.text(of: bytes[start..<end], semicolon: true) else { return nil }
            return (text, end + 1)
        }
        guard let text = NamedEntities.html.text(of: bytes[start..<end], semicolon: false) else { return nil }
        return (text, end)
    }
}
