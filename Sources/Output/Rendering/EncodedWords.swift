/// Writes text into header words (RFC 2047): ASCII as it is, anything else as encoded-words in UTF-8.
enum EncodedWords {
    /// The most octets of an encoded-word. The limit is 75; less, so that one always fits beside its header's name.
    private static let longest = 66
    /// What `=?utf-8?Q?` and `?=` leave of it.
    private static let room = longest - 12

    /// The words of a subject, between which a header may be folded.
    static func subject(_ text: String) -> [String] {
        isPlain(text) ? text.split(separator: " ").map(String.init) : encoded(text)
    }

    /// The words of a name before an address: quoted where it has more than letters and digits.
    static func phrase(_ name: String) -> [String] {
        guard isPlain(name) else { return encoded(name) }
        let words = name.split(separator: " ").map(String.init)
        if words.allSatisfy({ $0.utf8.allSatisfy { Wire.isWord($0) || $0 == UInt8(ascii: "-") } }) { return words }
        var quoted = "\""
        for character in name {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return [quoted + "\""]
    }

    /// Printable ASCII that no reader takes for an encoded-word.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
    }

    private static func encoded(_ text: String) -> [String] {
        // Q stays readable where most is ASCII; B is shorter elsewhere.
        let isMostlyASCII = text.utf8.count { $0 >= 0x80 } * 3 < text.utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        var size = 0
        func finish() {
            if !bytes.isEmpty { words.append(isMostlyASCII ? quoted(bytes) : base64(bytes)) }
            bytes = []
            size = 0
        }
        // Cut between scalars only: each word must decode by itself.
        for scalar in text.unicodeScalars {
            let more = UTF8.encode(scalar).map(Array.init) ?? []
            let cost = isMostlyASCII ? more.reduce(0) { $0 + (isLiteral($1) || $1 == 0x20 ? 1 : 3) } : more.count
            if size + cost > (isMostlyASCII ? room : room / 4 * 3) { finish() }
            bytes += more
            size += cost
        }
        finish()
        return words
    }

    private static func isLiteral(_ byte: UInt8) -> Bool { Wire.isWord(byte) || "!*+-/".utf8.contains(byte) }

    private static func quoted(_ bytes: [UInt8]) -> String {
        var text = "=?utf-8?Q?"
        for byte in bytes {
            if byte == 0x20 {
                text += "_"
            } else if isLiteral(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += (byte < 16 ? "=0" : "=") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text + "?="
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0..<4 {
                text.append(position > group.count ? 0x3D : digits[value >> (18 - 6 * position) & 63])
            }
        }
        return "=?utf-8?B?" + String(decoding: text, as: UTF8.self) + "?="
    }
}
