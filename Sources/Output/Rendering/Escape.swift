/// Escaping of values for the two kinds of output, byte by byte.
enum Escape {
    /// Escapes for HTML text and for attributes in either quotes. Braces are escaped too: mail-merge programs on the way
    /// fill in doubled ones, and nothing of a feed may be taken for theirs.
    static func html(_ text: String, into output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "\""): output += "&quot;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            case UInt8(ascii: "{"): output += "&#123;".utf8
            case UInt8(ascii: "}"): output += "&#125;".utf8
            default: output.append(byte)
            }
        }
    }

    /// Writes for plain text, where nothing is markup but some programs that show mail take it for some: a `<` that
    /// would open a tag becomes `‹`, an entity that was escaped twice becomes its character, braces that a mail-merge
    /// program would fill in part.
    static func plain(_ text: String, into output: inout [UInt8]) {
        guard text.utf8.contains(where: { "<&{}".utf8.contains($0) }) else {
            output += text.utf8
            return
        }
        let bytes = decodingEntities(Array(text.utf8))
        for (index, byte) in bytes.enumerated() {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            switch byte {
            case UInt8(ascii: "<") where next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || isLetter(next):
                output += "‹".utf8
            case UInt8(ascii: "{") where next == byte, UInt8(ascii: "}") where next == byte,
                UInt8(ascii: "%") where next == UInt8(ascii: "{"):
                output.append(byte)
                output.append(0x20)
            default: output.append(byte)
            }
        }
    }

    private static let entities: [(name: [UInt8], character: [UInt8])] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", " "), ("&middot;", "·"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// The bytes with the commonest entities as their characters. A decoded `&` is looked at again together with what
    /// follows it, so text that was escaped several times ends clean; each step shortens the text, so it ends.
    private static func decodingEntities(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var result: [UInt8] = []
        while let byte = rest.first {
            let entity = byte == UInt8(ascii: "&") ? entities.first { rest.starts(with: $0.name) } : nil
            if let entity {
                rest = rest.dropFirst(entity.name.count)
                if entity.character == [UInt8(ascii: "&")] {
                    rest = ([UInt8(ascii: "&")] + rest)[...]
                    if !entities.contains(where: { rest.starts(with: $0.name) }) {
                        result.append(UInt8(ascii: "&"))
                        rest = rest.dropFirst()
                    }
                } else {
                    result += entity.character
                }
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
