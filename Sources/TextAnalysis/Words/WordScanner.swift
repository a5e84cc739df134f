/// Finds the words of UTF-8 text by one pass over its bytes; see ``Words`` for what a word is.
enum WordScanner {
    /// Calls `body` with the range of each word. The bytes are those of a `String`, so they are valid UTF-8.
    static func scan(_ bytes: Span<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = -1
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                if isASCIIWord(byte) {
                    if start < 0 { start = at }
                } else if start >= 0, byte != 0x27 || !joins(bytes, next: at + 1) || isElided(bytes, start..<at) {
                    end(bytes, start..<at, body)
                    start = -1
                }
                at += 1
                continue
            }
            let (scalar, length) = decode(bytes, at)
            if scalar.isIdeographic {
                if start >= 0 { end(bytes, start..<at, body) }
                start = -1
                if scalar.isWordCharacter { body(at..<(at + length)) }
            } else if scalar.isWordCharacter {
                // A mark alone (an emoji's variation selector) is no word.
                if start < 0, !scalar.isNonspacingMark { start = at }
            } else if start >= 0, !scalar.isInvisible,
                scalar.value != 0x2019 || !joins(bytes, next: at + length) || isElided(bytes, start..<at)
            {
                // What nobody sees does not part a word.
                end(bytes, start..<at, body)
                start = -1
            }
            at += length
        }
        if start >= 0 { end(bytes, start..<bytes.count, body) }
    }

    /// Gives a word without a possessive `'s` or `’s`.
    private static func end(_ bytes: Span<UInt8>, _ word: Range<Int>, _ body: (Range<Int>) -> Void) {
        var end = word.upperBound
        if word.count > 2, bytes[end - 1] | 0x20 == 0x73 {
            if bytes[end - 2] == 0x27 {
                end -= 2
            } else if word.count > 4, bytes[end - 2] == 0x99, bytes[end - 3] == 0x80, bytes[end - 4] == 0xE2 {
                end -= 4
            }
        }
        body(word.lowerBound..<end)
    }

    /// Whether a word goes on after an apostrophe.
    private static func joins(_ bytes: Span<UInt8>, next: Int) -> Bool {
        guard next < bytes.count else { return false }
        if bytes[next] < 0x80 { return isASCIIWord(bytes[next]) }
        let scalar = decode(bytes, next).scalar
        return scalar.isWordCharacter && !scalar.isIdeographic && !scalar.isNonspacingMark
    }

    /// Whether what stands before an apostrophe is a shortened article or pronoun, as in `l'école` and `qu'elle`: then the
    /// apostrophe parts two words, so that a rule about the school finds it.
    private static func isElided(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
        let first = bytes[word.lowerBound] | 0x20
        switch word.count {
        case 1: return "ldjnscmt".utf8.contains(first)
        case 2: return first == UInt8(ascii: "q") && bytes[word.lowerBound + 1] | 0x20 == UInt8(ascii: "u")
        default: return false
        }
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// The scalar that begins at a byte of valid UTF-8, and how many bytes it has.
    private static func decode(_ bytes: Span<UInt8>, _ at: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(bytes[at])
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC0, at + length <= bytes.count else { return ("\u{FFFD}", 1) }
        var value = first & (0x7F >> UInt32(length))
        for index in (at + 1)..<(at + length) { value = value << 6 | UInt32(bytes[index]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

extension Unicode.Scalar {
    /// Letters, marks and digits beyond ASCII.
    var isWordCharacter: Bool {
        // Latin letters with diacritics are most of what is not ASCII: no look into the tables for them.
        if (0xC0...0x24F).contains(value) { return value != 0xD7 && value != 0xF7 }
        return properties.isAlphabetic || properties.numericType != nil || isNonspacingMark
    }

    /// Characters of scripts that are written without blanks between words.
    var isIdeographic: Bool {
        value >= 0x3040 && (properties.isIdeographic || (0x3040...0x30FF).contains(value))
    }

    /// Characters without width that stand inside words: soft hyphen, joiners, marks of direction. Not the zero-width
    /// space, which parts words in scripts without blanks.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    var isNonspacingMark: Bool {
        value >= 0x300 && properties.generalCategory == .nonspacingMark
    }
}
