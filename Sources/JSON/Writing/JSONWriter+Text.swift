/// The one place where a text becomes JSON.
extension JSONWriter {
    mutating func append(quoting text: String) {
        bytes.append(UInt8(ascii: "\""))
        append(escaping: text.utf8Span.span)
        bytes.append(UInt8(ascii: "\""))
    }

    /// What needs no escaping, which is nearly all, goes over in whole runs.
    private mutating func append(escaping text: Span<UInt8>) {
        var start = 0
        var place = 0
        let last: UInt8 = style.escapesSeparators ? 0x7E : 0xFF
        while place < text.count {
            let byte = text[place]
            if byte >= 0x20, byte <= last, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
                byte != UInt8(ascii: "/")
            {
                place += 1
                continue
            }
            let (code, length) = escaped(text, at: place)
            if let code {
                append(text, start..<place)
                escape(code)
                start = place + length
            }
            place += length
        }
        append(text, start..<text.count)
    }

    mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// The scalar at a place where it must be escaped, and how many bytes to go on by. What follows a first byte is there in valid UTF-8.
    private func escaped(_ text: Span<UInt8>, at place: Int) -> (code: UInt16?, length: Int) {
        let byte = text[place]
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): return (UInt16(byte), 1)
        case UInt8(ascii: "/"): return (style.escapesSlashes ? UInt16(byte) : nil, 1)
        case 0x7F where style.escapesSeparators: return (UInt16(byte), 1)
        // U+0080 to U+009F.
        case 0xC2 where style.escapesSeparators && text[place + 1] < 0xA0: return (UInt16(text[place + 1]), 2)
        // U+2028 and U+2029.
        case 0xE2 where style.escapesSeparators && text[place + 1] == 0x80 && text[place + 2] & 0xFE == 0xA8:
            return (0x2000 + UInt16(text[place + 2] & 0x3F), 3)
        default: return (nil, 1)
        }
    }

    private mutating func escape(_ code: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        if let byte = UInt8(exactly: code) {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/") {
                return bytes.append(byte)
            }
            if byte < 0x20, style.letters & 1 << UInt32(byte) != 0,
                let letter = JSONEscape.controls.first(where: { $0.byte == byte })?.letter
            {
                return bytes.append(letter)
            }
        }
        bytes.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(truncatingIfNeeded: code >> shift & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
        }
    }
}
