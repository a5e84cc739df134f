/// Encodes bytes as quoted-printable (RFC 2045 6.7): lines of at most 76 characters that end in CR LF, ASCII only.
enum QuotedPrintable {
    /// The longest line, without its end.
    private static let longest = 76

    /// The encoding of a text whose lines end in LF.
    static func encoded(_ text: [UInt8]) -> [UInt8] {
        // A byte becomes at most three, and 73 of them need one soft break of three.
        let room = text.count * 3 + text.count / 20 + 80
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            text.withUnsafeBufferPointer { count = encode($0, into: output) }
        }
    }

    /// Writes the encoding to a buffer that has room for the longest; gives its length.
    private static func encode(_ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>)
        -> Int
    {
        var end = 0
        func write(_ byte: UInt8) {
            output[end] = byte
            end += 1
        }
        var column = 0
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "\n") {
                write(0x0D)
                write(0x0A)
                column = 0
                continue
            }
            let isLast = index + 1 == text.count || text[index + 1] == UInt8(ascii: "\n")
            var isEscaped = needsEscape(byte, isLast: isLast, isFirst: column == 0)
            // The last character of a line leaves room for the mark of a soft break, unless the line ends with it.
            if column + (isEscaped ? 3 : 1) > (isLast ? longest : longest - 1) {
                write(UInt8(ascii: "="))
                write(0x0D)
                write(0x0A)
                column = 0
                isEscaped = needsEscape(byte, isLast: isLast, isFirst: true)
            }
            if isEscaped {
                write(UInt8(ascii: "="))
                write(hexadecimal(byte >> 4))
                write(hexadecimal(byte & 15))
                column += 3
            } else {
                write(byte)
                column += 1
            }
        }
        return end
    }

    /// Whether a byte cannot stand for itself: what is not printable ASCII, `=`, a blank at a line's end (relays cut it
    /// off), a dot at a line's start (SMTP doubles it) and `From ` there, which mailboxes change.
    @inline(__always)
    private static func needsEscape(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> Bool {
        if byte > 0x20, byte < 0x7F {
            if byte == UInt8(ascii: "=") { return true }
            return isFirst && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        }
        return isLast || (byte != 0x20 && byte != 0x09)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
