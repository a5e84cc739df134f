/// Encodes bytes as quoted-printable (RFC 2045 6.7): lines of at most 76 characters that end in CR LF, ASCII only.
enum QuotedPrintable {
    /// The longest line, without its end.
    private static let longest = 76

    /// The encoding of a text whose lines end in LF.
    static func encoded(_ text: [UInt8]) -> [UInt8] {
        // What does not stand for itself becomes three bytes, at most; around a line end so may its two neighbours. 71 bytes need one
        // soft break of three and may begin with one that is escaped there.
        let base = text.count + 5 * EightBytes.count(in: text) { $0.notPlain }
        return [UInt8](unsafeUninitializedCapacity: base + base / 14 + 16) { output, count in
            text.withUnsafeBufferPointer { count = encode($0, into: output) }
        }
    }

    /// Writes the encoding to a buffer that has room for the longest; gives its length. Runs of what stands for itself are
    /// found and copied whole: nearly all of a mail is in such runs.
    private static func encode(_ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>)
        -> Int
    {
        guard let source = text.baseAddress, let target = output.baseAddress else { return 0 }
        let count = text.count
        var end = 0
        func write(_ byte: UInt8) {
            target[end] = byte
            end &+= 1
        }
        func breakSoftly() {
            write(UInt8(ascii: "="))
            write(0x0D)
            write(0x0A)
        }
        var column = 0
        var index = 0
        while index < count {
            let byte = source[index]
            if byte == UInt8(ascii: "\n") {
                write(0x0D)
                write(0x0A)
                column = 0
                index &+= 1
                continue
            }
            // The last character of a line leaves room for the mark of a soft break, unless the line ends with it. So a run
            // stops before the last column, and before its own last byte, which may end the line.
            let run = plainRun(source, from: index, to: min(count, index &+ longest &- 1 &- column)) &- index
            if run > 1, column > 0 || !changesAtStart(byte) {
                (target + end).update(from: source + index, count: run &- 1)
                end &+= run &- 1
                column &+= run &- 1
                index &+= run &- 1
                continue
            }
            let isLast = index &+ 1 == count || source[index &+ 1] == UInt8(ascii: "\n")
            var isEscaped = needsEscape(byte, isLast: isLast, isFirst: column == 0)
            if column &+ (isEscaped ? 3 : 1) > (isLast ? longest : longest &- 1) {
                breakSoftly()
                column = 0
                isEscaped = needsEscape(byte, isLast: isLast, isFirst: true)
            }
            if isEscaped {
                write(UInt8(ascii: "="))
                write(hexadecimal(byte >> 4))
                write(hexadecimal(byte & 15))
                column &+= 3
            } else {
                write(byte)
                column &+= 1
            }
            index &+= 1
        }
        return end
    }

    /// The end of the run of bytes from `start` that stand for themselves wherever in a line they are but at its ends.
    @inline(__always)
    private static func plainRun(_ bytes: UnsafePointer<UInt8>, from start: Int, to limit: Int) -> Int {
        var index = start
        while index &+ 8 <= limit, EightBytes(bytes + index).notPlain == 0 { index &+= 8 }
        while index < limit, isPlain(bytes[index]) { index &+= 1 }
        return index
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F && byte != UInt8(ascii: "=") }

    @inline(__always)
    private static func changesAtStart(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F") }

    /// Whether a byte cannot stand for itself: what is not printable ASCII, `=`, a blank at a line's end (relays cut it
    /// off), a dot at a line's start (SMTP doubles it) and `From ` there, which mailboxes change.
    @inline(__always)
    private static func needsEscape(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> Bool {
        if byte > 0x20, byte < 0x7F {
            if byte == UInt8(ascii: "=") { return true }
            return isFirst && changesAtStart(byte)
        }
        return isLast || (byte != 0x20 && byte != 0x09)
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
