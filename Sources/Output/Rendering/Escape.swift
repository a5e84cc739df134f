/// Escaping of values for the two kinds of output, byte by byte.
enum Escape {
    /// Escapes for HTML text and for attributes in either quotes. Braces are escaped too: mail-merge programs on the way
    /// fill in doubled ones, and nothing of a feed may be taken for theirs.
    static func html(_ text: String, into output: inout [UInt8]) {
        // Runs between what is escaped are taken whole: nearly all of a text is one run.
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where isEscaped(bytes[index]) {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
                entity(for: bytes[index]).withUTF8Buffer { output.append(contentsOf: $0) }
                start = index + 1
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// Escapes a text that is shown. A run of letters that no line can hold (a prank, or an address as a title) gets places
    /// to break, for no style that mail programs agree on keeps it from pushing the page wide.
    static func htmlText(_ text: String, into output: inout [UInt8]) {
        html(hasLongRun(text) ? withBreaks(text) : text, into: &output)
    }

    /// The longest run without a place to break.
    private static let longestRun = 30

    private static func hasLongRun(_ text: String) -> Bool {
        var run = 0
        for byte in text.utf8 {
            run = byte == 0x20 ? 0 : run + 1
            if run > longestRun { return true }
        }
        return false
    }

    private static func withBreaks(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var run = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20: run = 0
            // Latin, Greek and Cyrillic letters. Marks stay with their letter, and what is written without blanks has places
            // to break of its own.
            case 0x21...0x7E, 0xC0...0x24F, 0x386...0x482, 0x48A...0x52F:
                run += 1
                if run > longestRun {
                    result.append("\u{200B}")
                    run = 1
                }
            default: break
            }
            result.append(scalar)
        }
        return String(result)
    }

    private static func isTakenForMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private static func entity(for byte: UInt8) -> StaticString {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "{"): "&#123;"
        default: "&#125;"
        }
    }

    /// Writes for plain text, where nothing is markup but some programs that show mail take it for some: a `<` that
    /// would open a tag becomes `‹`, an entity that was escaped twice becomes its character, braces that a mail-merge
    /// program would fill in part.
    static func plain(_ text: String, into output: inout [UInt8]) {
        guard text.utf8.contains(where: { isTakenForMarkup($0) }) else {
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
