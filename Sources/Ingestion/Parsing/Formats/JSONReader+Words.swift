/// Strings, numbers and words of JSON.
extension JSONReader {
    mutating func word() -> JSONValue? {
        let start = at
        passWord()
        guard at - start <= JSONReader.longestWord else {
            isDamaged = true
            return .null
        }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default:
            if let first = word.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "-") { return .number(word) }
            return nil
        }
    }

    mutating func passWord() {
        let start = at
        while at < bytes.count, bytes[at].isASCIILetter || bytes[at].isASCIIDigit || bytes[at].isNumberSign { at += 1 }
        if at == start { skipBadByte() }
    }

    mutating func passString() {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        if at >= bytes.count { isDamaged = true }
        at = min(at + 1, bytes.count)
    }

    /// The string that begins here, as far as it may go.
    mutating func string(limit: Int) -> String {
        let start = at
        at += 1
        var text: [UInt8] = []
        while at < bytes.count, text.count <= limit {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            text.append(contentsOf: bytes[start..<at].prefix(limit + 1))
            guard at < bytes.count else { break }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return cut(text, limit) }
            escape(into: &text)
        }
        if at < bytes.count {
            // The rest is beyond the bound.
            at = start
            passString()
        } else {
            isDamaged = true
        }
        return cut(text, limit)
    }

    /// A text within its bound, cut between characters, without what no text has a use for.
    private mutating func cut(_ text: [UInt8], _ limit: Int) -> String {
        var end = text.count
        if end > limit {
            isCut = true
            end = limit
            while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        guard text.contains(where: { $0.isForbiddenControl || $0 == 0xEF }) else {
            return String(decoding: text[..<end], as: UTF8.self)
        }
        var scalars = String(decoding: text[..<end], as: UTF8.self).unicodeScalars
        scalars.removeAll { !MarkupRepair.isAllowed($0.value) }
        return String(scalars)
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"):
            guard var code = unit() else { return }
            if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            {
                at += 2
                if let low = unit(), low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF) }
            }
            if code >= 0x20 || code == 0x0A || code == 0x09 { text.appendScalar(code) }
        default: text.append(byte)
        }
    }

    private mutating func unit() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for index in at..<at + 4 {
            guard let digit = bytes[index].hexValue else { return nil }
            code = code << 4 | digit
        }
        at += 4
        return code
    }
}

extension UInt8 {
    /// A byte of a number that is neither a letter nor a digit.
    fileprivate var isNumberSign: Bool {
        self == UInt8(ascii: "+") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
