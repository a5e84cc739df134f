import Content
import Foundation

/// The text of a file that a spreadsheet program wrote, in whichever encoding.
enum TextDecoding {
    /// The text as UTF-8 bytes without a byte order mark. UTF-8 is expected; UTF-16 with a mark is read too; anything else is
    /// taken for Windows-1252, with a finding, because its accented letters may be others.
    static func utf8(_ bytes: [UInt8], file: String) -> (bytes: [UInt8], findings: [Finding]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(bytes.dropFirst(3)), file: file) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(bytes.dropFirst(2), low: 0), []) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(bytes.dropFirst(2), low: 1), []) }
        if isUTF8(bytes) { return (bytes, []) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(windows1252(byte)) }
        return (Array(String(text).utf8), [.fileIsNotUTF8(file, line: firstBadLine(bytes))])
    }

    /// The text of another program's file as UTF-8 bytes. Districts export in whichever encoding their program knows, so that one that is
    /// found out is only noted. Throws ``RosterError`` for an encoding that nobody knows, or that the bytes are not in.
    static func text(
        _ bytes: [UInt8], file: String, encoding: String?
    ) throws(RosterError) -> ([UInt8], [Finding]) {
        guard let encoding else {
            if let low = unmarkedUTF16(bytes) { return (utf16(bytes[...], low: low), []) }
            let text = utf8(bytes, file: file)
            return (text.bytes, text.findings.isEmpty ? [] : [.encodingWasFoundOut(file)])
        }
        guard let known = encodings[normal(encoding)] else {
            throw RosterError(.encodingNotKnown(encoding, of: file, known: names))
        }
        // A mark at the beginning says it better than anybody.
        if known == .utf8 || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (utf8(bytes, file: file).bytes, [])
        }
        if known == .windowsCP1252 { return (Array(String(String.UnicodeScalarView(bytes.map(windows1252))).utf8), []) }
        guard let text = String(data: Data(bytes), encoding: known) else {
            throw RosterError(.encodingIsOther(encoding, of: file))
        }
        return (Array(text.utf8), [])
    }

    /// Whether an encoding is known by a name, however it is written.
    static func isKnown(_ encoding: String) -> Bool { encodings[normal(encoding)] != nil }

    /// The names of the encodings that districts use.
    static let names = ["utf-8", "utf-16", "windows-1252", "windows-1250", "windows-1251", "iso-8859-2", "mac-roman"]

    private static func normal(_ name: String) -> String {
        String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
    }

    private static let encodings: [String: String.Encoding] = [
        "utf8": .utf8, "utf16": .utf16, "utf16le": .utf16LittleEndian, "utf16be": .utf16BigEndian,
        "windows1250": .windowsCP1250, "cp1250": .windowsCP1250, "windows1251": .windowsCP1251,
        "cp1251": .windowsCP1251, "windows1252": .windowsCP1252, "cp1252": .windowsCP1252, "ansi": .windowsCP1252,
        "windows1253": .windowsCP1253, "cp1253": .windowsCP1253, "windows1254": .windowsCP1254,
        "cp1254": .windowsCP1254, "latin1": .windowsCP1252, "iso88591": .windowsCP1252, "iso88592": .isoLatin2,
        "latin2": .isoLatin2, "macroman": .macOSRoman, "macintosh": .macOSRoman,
    ]

    /// Which byte of two is the lower one in a text of UTF-16 without a mark; nil: it is none.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Int? {
        let start = bytes.prefix(64)
        guard start.count >= 8, start.count.isMultiple(of: 2), start.first != 0xFF, start.first != 0xFE else {
            return nil
        }
        let zeros = (0...1).map { place in start.indices.count { $0 % 2 == place && start[$0] == 0 } }
        if zeros[1] * 4 >= start.count, zeros[0] == 0 { return 0 }
        return zeros[0] * 4 >= start.count && zeros[1] == 0 ? 1 : nil
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

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
