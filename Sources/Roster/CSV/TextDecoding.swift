import Content

/// The text of a file that a spreadsheet program wrote, in whichever encoding.
enum TextDecoding {
    /// The text as UTF-8 bytes without a byte order mark. UTF-8 is expected; UTF-16 with a mark is read too; anything else is
    /// taken for Windows-1252, with a finding, because its accented letters may be others.
    static func utf8(_ bytes: [UInt8], file: String) -> (bytes: [UInt8], findings: [Finding]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3)), file: file) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), low: 0), []) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), low: 1), []) }
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, []) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(windows1252(byte)) }
        return (Array(String(text).utf8), [.fileIsNotUTF8(file, line: firstBadLine(bytes))])
    }

    /// The line (from 1) of the first byte that is not ASCII and not UTF-8.
    private static func firstBadLine(_ bytes: [UInt8]) -> Int {
        var line = 1
        for part in bytes.split(separator: Byte.newline, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return 1
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// A byte of Windows-1252. The five bytes that it leaves open become control characters, which no cell may have.
    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return special[Int(byte) - 0x80]
    }

    private static let special = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
