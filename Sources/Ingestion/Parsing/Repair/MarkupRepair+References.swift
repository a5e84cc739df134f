/// Character and entity references, and how they are written into attributes.
extension MarkupRepair {
    /// Writes the reference that begins here into a value, so that only the five of XML and numbers are left.
    mutating func valueReference() {
        let start = at + 1
        if start < input.count, input[start] == UInt8(ascii: "#") { return valueNumber() }
        let end = endOfReferenceName(from: start)
        guard end > start, end < input.count, input[end] == UInt8(ascii: ";") else { return escapeAmpersand() }
        if predefined(start..<end) != nil {
            write(input[at...end])
        } else if let text = replacement(start..<end) {
            writeEscaped(text)
        } else {
            damage.note(.unknownEntities)
            write("&amp;")
            write(input[start...end])
        }
        at = end + 1
    }

    /// The index behind the longest name that could be that of a reference.
    func endOfReferenceName(from start: Int) -> Int {
        var end = start
        while end < input.count, end - start < 40, input[end].isReferenceName { end += 1 }
        return end
    }

    /// The character of one of the five names that XML has.
    func predefined(_ name: Range<Int>) -> UInt8? {
        let first = input[name.lowerBound]
        switch name.count {
        case 2 where input[name.lowerBound + 1] == UInt8(ascii: "t"):
            return first == UInt8(ascii: "l") ? UInt8(ascii: "<") : first == UInt8(ascii: "g") ? UInt8(ascii: ">") : nil
        case 3: return input[name].elementsEqual("amp".utf8) ? UInt8(ascii: "&") : nil
        case 4:
            if input[name].elementsEqual("quot".utf8) { return UInt8(ascii: "\"") }
            return input[name].elementsEqual("apos".utf8) ? UInt8(ascii: "'") : nil
        default: return nil
        }
    }

    /// What a name stands for in the document type or in HTML; nil for an unknown one.
    mutating func replacement(_ name: Range<Int>) -> [UInt8]? {
        if !entities.isEmpty, let value = entities[Array(input[name])], expandedBytes + value.count <= 64 * 1_024 {
            expandedBytes += value.count
            return value
        }
        return NamedEntities.html.text(of: input.span.extracting(name), semicolon: true)
    }

    private mutating func escapeAmpersand() {
        damage.note(.bareMarkupCharacters)
        write("&amp;")
        at += 1
    }

    /// Entities whose text is markup (`&LT;`, `&AMP;`) stay text.
    private mutating func writeEscaped(_ text: [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "'"): write("&apos;")
            default: write(byte)
            }
        }
    }

    /// `&#…;` and `&#x…;`: a number that XML forbids is dropped, one of 128…159 is read as windows-1252.
    private mutating func valueNumber() {
        guard let (value, end) = HTMLReferences.number(in: input.span, at: at) else { return escapeAmpersand() }
        at = end
        guard MarkupRepair.isAllowed(value) else { return damage.note(.forbiddenCharacters) }
        guard value < 0x80 else { return writeScalar(value) }
        // Kept as a reference: `&#38;` and `&#60;` are no markup.
        write("&#")
        for digit in String(value).utf8 { write(digit) }
        write(UInt8(ascii: ";"))
    }

    /// Whether XML has the character.
    static func isAllowed(_ value: UInt32) -> Bool {
        value == 0x9 || value == 0xA || value == 0xD || (0x20...0xD7FF).contains(value)
            || (0xE000...0xFFFD).contains(value) || (0x10000...0x10FFFF).contains(value)
    }
}

extension UInt8 {
    /// A byte of the name of a reference.
    @inline(__always)
    fileprivate var isReferenceName: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".")
    }
}
