import Glibc

/// What the parser needs to know about single bytes of UTF-8.
extension UInt8 {
    /// Space, tab, line feed, carriage return.
    @inline(__always)
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

    /// A…Z, a…z.
    @inline(__always)
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// 0…9.
    @inline(__always)
    var isASCIIDigit: Bool { self &- 0x30 < 10 }

    /// A byte that may begin an XML name; names beyond ASCII are not read as markup.
    @inline(__always)
    var isNameStart: Bool { isASCIILetter || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") }

    /// A byte that may go on an XML name.
    @inline(__always)
    var isNameByte: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ".") || self == UInt8(ascii: ":")
    }

    /// The lower-case letter of an ASCII letter, else the byte itself.
    @inline(__always)
    var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// A control character that XML does not have.
    @inline(__always)
    var isForbiddenControl: Bool { self < 0x20 && !isXMLSpace }

    /// What the repair stops at in text: `<`, `&`, control characters and the lead byte of U+FFFE and U+FFFF.
    @inline(__always)
    var interestsRepair: Bool {
        if self < 64 { return (0x1000_0040_FFFF_D9FF as UInt64) >> UInt64(self) & 1 != 0 }
        return self == 0xEF
    }

    /// The value of a hexadecimal digit.
    var hexValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}

extension Span<UInt8> {
    /// Whether the bytes from there on begin with an ASCII text, in any case of its letters; the text is lower case.
    @inline(__always)
    func hasText(_ text: StaticString, at index: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= 0, index + length <= count else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<length where self[index + offset].asciiLowercased != wanted[offset] { return false }
            return true
        }
    }

    /// Where an ASCII text (lower case) begins first, in any case of its letters.
    func firstIndex(ofText text: StaticString, from start: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        guard count >= length, let first = text.withUTF8Buffer({ $0.first }) else { return nil }
        var at = start
        if !first.isASCIILetter {
            while let found = firstIndex(of: first, from: at), found + length <= count {
                if hasText(text, at: found) { return found }
                at = found + 1
            }
            return nil
        }
        while at + length <= count {
            if self[at].asciiLowercased == first, hasText(text, at: at) { return at }
            at += 1
        }
        return nil
    }

    /// Whether there is nothing but XML white space.
    var isBlank: Bool {
        for index in 0..<count where !self[index].isXMLSpace { return false }
        return true
    }

    /// Where a byte stands first.
    @inline(__always)
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard start < count else { return nil }
        return extracting(start...).withUnsafeBytes { bytes in
            // The C library looks at thirty-two bytes at once. The pointer and the length are those of one buffer.
            guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
            return start + (UnsafeRawPointer(found) - base)
        }
    }
}

extension Collection where Element == UInt8, Index == Int {
    /// Whether the bytes from there on begin with an ASCII text, in any case of its letters; the text is lower case.
    func hasText(_ text: StaticString, at index: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= startIndex, index + length <= endIndex else { return false }
        return text.withUTF8Buffer { wanted in
            for offset in 0..<length where self[index + offset].asciiLowercased != wanted[offset] { return false }
            return true
        }
    }

    /// Where an ASCII text (lower case) begins first, in any case of its letters.
    func firstIndex(ofText text: StaticString, from start: Int? = nil) -> Int? {
        let length = text.utf8CodeUnitCount
        guard count >= length, let first = text.withUTF8Buffer({ $0.first }) else { return nil }
        var at = start ?? startIndex
        while at + length <= endIndex {
            if self[at].asciiLowercased == first, hasText(text, at: at) { return at }
            at += 1
        }
        return nil
    }

    /// The bytes without XML white space at both ends.
    var trimmed: SubSequence {
        var start = startIndex
        var end = endIndex
        while start < end, self[start].isXMLSpace { start += 1 }
        while end > start, self[end - 1].isXMLSpace { end -= 1 }
        return self[start..<end]
    }
}
