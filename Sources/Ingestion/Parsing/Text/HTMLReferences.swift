/// Character references in HTML text, read as browsers read them.
enum HTMLReferences {
    /// A numeric reference: the code point (0x80…0x9F already read as windows-1252) and the index behind it.
    static func number(in bytes: Span<UInt8>, at ampersand: Int) -> (value: UInt32, end: Int)? {
        var at = ampersand + 2
        guard at < bytes.count else { return nil }
        let isHex = bytes[at] | 0x20 == UInt8(ascii: "x")
        if isHex { at += 1 }
        let start = at
        var value: UInt32 = 0
        while at < bytes.count {
            guard let digit = bytes[at].hexValue, isHex || digit < 10 else { break }
            value = min(value * (isHex ? 16 : 10) + digit, 0x11_0000)
            at += 1
        }
        guard at > start else { return nil }
        if at < bytes.count, bytes[at] == UInt8(ascii: ";") { at += 1 }
        if value >= 0x80, value < 0xA0 { value = Windows1252.scalar(UInt8(value)) }
        // The halves of a character's UTF-16 form, written as two characters.
        if value & 0xFFFF_FC00 == 0xD800, at + 2 < bytes.count, bytes[at] == UInt8(ascii: "&"),
            bytes[at + 1] == UInt8(ascii: "#"), let (low, end) = number(in: bytes, at: at), low & 0xFFFF_FC00 == 0xDC00
        {
            return (0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF), end)
        }
        return (value, at)
    }

    /// The bytes with every reference decoded; what is none stays as it is.
    static func decoded(_ bytes: Span<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let start = at
            at = bytes.firstIndex(of: UInt8(ascii: "&"), from: start) ?? bytes.count
            out.append(bytes.extracting(start..<at))
            guard at < bytes.count else { break }
            if let end = append(referenceIn: bytes, at: at, to: &out) {
                at = end
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return out
    }

    /// Appends the text of the reference that begins there; the index behind it, or nil when none does.
    static func append(referenceIn bytes: Span<UInt8>, at ampersand: Int, to out: inout [UInt8]) -> Int? {
        let start = ampersand + 1
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "#") {
            guard let (value, end) = number(in: bytes, at: ampersand) else { return nil }
            let isCharacter = value >= 0x20 || value == 0x9 || value == 0xA || value == 0xD
            if isCharacter, value != 0xFFFE, value != 0xFFFF { out.appendScalar(value) }
            return end
        }
        var end = start
        while end < bytes.count, end - start < 33, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
        guard end > start else { return nil }
        let hasSemicolon = end < bytes.count && bytes[end] == UInt8(ascii: ";")
        guard let text = NamedEntities.html.text(of: bytes.extracting(start..<end), semicolon: hasSemicolon) else {
            return nil
        }
        out.append(contentsOf: text)
        return hasSemicolon ? end + 1 : end
    }
}
