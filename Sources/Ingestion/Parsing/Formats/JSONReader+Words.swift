import JSON

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
        var end = at
        if !JSONString.pass(bytes.span, at: &end) { isDamaged = true }
        at = end
    }

    /// The string that begins here, as far as it may go.
    mutating func string(limit: Int) -> String {
        let start = at
        var text: [UInt8] = []
        var end = at + 1
        let ending = JSONString.read(bytes.span, at: &end, into: &text, limit: limit, isForgiving: true)
        at = end
        switch ending {
        case .closed: break
        case .cut:
            // The rest is beyond the bound.
            at = start
            passString()
        case .missing, .wrong: isDamaged = true
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
}

extension UInt8 {
    /// A byte of a number that is neither a letter nor a digit.
    fileprivate var isNumberSign: Bool {
        self == UInt8(ascii: "+") || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
    }
}
