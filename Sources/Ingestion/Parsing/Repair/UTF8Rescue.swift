/// UTF-8 out of bytes that are UTF-8 in the main: bytes that fit nowhere are read as windows-1252, one by one.
///
/// One rule serves both common cases: a UTF-8 feed with a few pasted windows-1252 bytes, and a windows-1252 feed that
/// is labelled UTF-8.
struct UTF8Rescue {
    /// The text as valid UTF-8.
    private(set) var bytes: [UInt8] = []
    /// How many bytes fitted nowhere.
    private(set) var invalidBytes = 0
    /// How many characters beyond ASCII were valid UTF-8.
    private(set) var validSequences = 0

    init(_ input: ArraySlice<UInt8>) {
        bytes.reserveCapacity(input.count + input.count / 16)
        var at = input.startIndex
        while at < input.endIndex {
            let byte = input[at]
            if byte < 0x80 {
                bytes.append(byte)
                at += 1
            } else if let length = UTF8Rescue.sequenceLength(input, at) {
                bytes.append(contentsOf: input[at..<at + length])
                validSequences += 1
                at += length
            } else {
                bytes.appendScalar(Windows1252.scalar(byte))
                invalidBytes += 1
                at += 1
            }
        }
    }

    /// Whether all bytes are valid UTF-8.
    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
        (try? UTF8Span(validating: bytes.span)) != nil
    }

    /// The length of the valid sequence of two to four bytes that begins there; nil when there is none.
    static func sequenceLength(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
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
        guard at + length <= bytes.endIndex, second.contains(bytes[at + 1]) else { return nil }
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

    /// The text of windows-1252 bytes as UTF-8.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 { out.append(byte) } else { out.appendScalar(scalar(byte)) }
        }
        return out
    }
}
