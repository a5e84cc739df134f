/// Writes one line of JSON byte by byte, its keys in the order in which they are given.
///
/// For output of many megabytes, where the time of `JSONEncoder` is longer than that of making what it writes.
public struct JSONLine: Sendable {
    /// The line since bytes were last taken.
    public private(set) var bytes: [UInt8] = []
    /// Whether a value stands before, so that a comma comes next.
    private var needsComma = false

    /// An empty line.
    public init() {}

    /// Gives what is written so far, which is then no longer held.
    public mutating func takeBytes() -> [UInt8] { exchange(&bytes, with: []) }

    /// Ends the line.
    public mutating func end() { bytes.append(0x0A) }

    /// Begins an object, or an array, as the next value.
    public mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    /// Ends it.
    public mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    /// A key; it must need no escaping.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: "\":".utf8)
        needsComma = false
    }

    /// A key that is not known beforehand.
    public mutating func key(_ name: String) {
        value(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A text, or null.
    public mutating func value(_ text: String?) {
        separate()
        needsComma = true
        guard let text else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(UInt8(ascii: "\""))
        append(escaping: text.utf8Span.span)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A list of texts.
    public mutating func value(_ texts: [String]) {
        open("[")
        for text in texts { value(text) }
        close("]")
    }

    /// A whole number.
    public mutating func value(_ number: some FixedWidthInteger) {
        separate()
        needsComma = true
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A number; null where it is none, for JSON has no word for that.
    public mutating func value(_ number: Double?) {
        separate()
        needsComma = true
        guard let number, number.isFinite else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(contentsOf: number.description.utf8)
    }

    /// True or false.
    public mutating func value(_ isSo: Bool) {
        separate()
        needsComma = true
        bytes.append(contentsOf: (isSo ? "true" : "false").utf8)
    }

    private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }

    private mutating func append(escaping text: Span<UInt8>) {
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            text.extracting(start..<index).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            start = index + 1
            escape(byte)
        }
        text.extracting(start..<text.count).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
