/// Character and entity references.
extension MarkupRepair {
    /// Writes the reference that begins here so that only the five of XML and numbers are left.
    mutating func reference() {
        let start = at + 1
        guard start < input.count else { return escapeAmpersand() }
        if input[start] == UInt8(ascii: "#") { return number() }
        var end = start
        while end < input.count, end - start < 40,
            input[end].isASCIILetter || input[end].isASCIIDigit || input[end] == UInt8(ascii: "_")
                || input[end] == UInt8(ascii: "-") || input[end] == UInt8(ascii: ".")
        { end += 1 }
        guard end > start, end < input.count, input[end] == UInt8(ascii: ";") else { return escapeAmpersand() }
        let name = input[start..<end]
        if isPredefined(name) {
            write(input[at...end])
        } else if let value = entities[Array(name)], expandedBytes + value.count <= 64 * 1_024 {
            expandedBytes += value.count
            writeText(value)
        } else if let text = NamedEntities.html.text(of: name, semicolon: true) {
            writeText(text)
        } else {
            damage.note(.unknownEntities)
            write("&amp;")
            write(input[start...end])
        }
        at = end + 1
    }

    private mutating func escapeAmpersand() {
        damage.note(.bareMarkupCharacters)
        write("&amp;")
        at += 1
    }

    private func isPredefined(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 2: name.elementsEqual("lt".utf8) || name.elementsEqual("gt".utf8)
        case 3: name.elementsEqual("amp".utf8)
        case 4: name.elementsEqual("quot".utf8) || name.elementsEqual("apos".utf8)
        default: false
        }
    }

    /// Entities whose text is markup (`&LT;`, `&AMP;`) stay text.
    private mutating func writeText(_ text: [UInt8]) {
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
    private mutating func number() {
        guard let reference = HTMLReferences.number(in: input[...], at: at) else { return escapeAmpersand() }
        let value = reference.value
        if value == 0x9 || value == 0xA || value == 0xD || (0x20...0xD7FF).contains(value)
            || (0xE000...0xFFFD).contains(value) || (0x10000...0x10FFFF).contains(value)
        {
            if value < 0x80 {
                // Kept as a reference: `&#38;` and `&#60;` are no markup.
                write("&#")
                for digit in String(value).utf8 { write(digit) }
                write(UInt8(ascii: ";"))
            } else {
                var text: [UInt8] = []
                text.appendScalar(value)
                write(text[...])
            }
        } else {
            damage.note(.forbiddenCharacters)
        }
        at = reference.end
    }
}
