/// UTF-8 out of bytes that are UTF-8 in the main: bytes that fit nowhere are read as windows-1252, one by one.
///
/// One rule serves both common cases: a UTF-8 feed with a few pasted windows-1252 bytes, and a windows-1252 feed that
/// is labelled UTF-8.
enum UTF8Rescue {
    /// The text as valid UTF-8. A text longer than the bound is mended where it stands: a byte that fits nowhere becomes `?` there.
    static func text(_ bytes: consuming [UInt8], limit: Int) -> [UInt8] {
        guard bytes.count * 3 > limit else { return read(bytes) }
        let invalid = census(bytes).invalidBytes
        if bytes.count + 2 * invalid <= limit { return read(bytes) }
        var text = consume bytes
        var at = 0
        while let next = firstInvalid(text.span, from: at) {
            text[next] = UInt8(ascii: "?")
            at = next + 1
        }
        return text
    }

    /// Whether bytes are UTF-8 but for a few.
    static func isNearlyUTF8(_ bytes: [UInt8]) -> Bool {
        let found = census(bytes)
        return found.validSequences >= 4 * found.invalidBytes
    }

    /// The text, with windows-1252 for what is no UTF-8.
    private static func read(_ input: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(input.count + input.count / 16)
        var at = 0
        while let next = firstInvalid(input.span, from: at) {
            out.append(contentsOf: input[at..<next])
            out.appendScalar(Windows1252.scalar(input[next]))
            at = next + 1
        }
        out.append(contentsOf: input[at...])
        return out
    }

    /// How many bytes fit nowhere, and how many characters beyond ASCII are valid UTF-8.
    private static func census(_ bytes: [UInt8]) -> (invalidBytes: Int, validSequences: Int) {
        let span = bytes.span
        var (invalid, valid) = (0, 0)
        var at = 0
        while at < span.count {
            if span[at] < 0x80 {
                at += 1
            } else if let length = sequenceLength(span, at) {
                valid += 1
                at += length
            } else {
                invalid += 1
                at += 1
            }
        }
        return (invalid, valid)
    }

    private static func firstInvalid(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
            } else if let length = sequenceLength(bytes, at) {
                at += length
            } else {
                return at
            }
        }
        return nil
    }

    /// Whether all bytes are valid UTF-8.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// The length of the valid sequence of two to four bytes that begins there; nil when there is none.
    private static func sequenceLength(_ bytes: Span<UInt8>, _ at: Int) -> Int? {
        let first = bytes[at]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return nil
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
        for index in at + 2..<max(at + 2, at + length) where bytes[index] & 0xC0 != 0x80 { return nil }
        return length
    }
}

/// The encoding that the WHATWG standard reads for every Latin-1 and ASCII label.
enum Windows1252 {
    /// What the bytes 0x80…0x9F stand for; the five that windows-1252 leaves open stay C1 controls.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The code point of a byte.
    static func scalar(_ byte: UInt8) -> UInt32 {
        byte >= 0x80 && byte < 0xA0 ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte)
    }

    /// The text of windows-1252 bytes as UTF-8, as far as a bound allows.
    static func utf8(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8], isCut: Bool) {
        var out: [UInt8] = []
        out.reserveCapacity(min(bytes.count + bytes.count / 8, limit))
        for (index, byte) in bytes.enumerated() {
            guard out.count < limit else { return (out, index < bytes.count) }
            if byte < 0x80 { out.append(byte) } else { out.appendScalar(scalar(byte)) }
        }
        return (out, false)
    }
}
