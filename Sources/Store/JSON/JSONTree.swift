/// A JSON text taken apart, for reading what the store wrote: where each value begins and ends, and nothing copied until it is
/// asked for. Foundation's decoder reads 15 MB a second, and the lists of a district are gigabytes.
final class JSONTree: Sendable {
    /// A value's kind.
    enum Kind: UInt8, Sendable {
        case null, yes, no, number, string, array, object
    }

    /// A value: its place in the text, and where the next one after it and all that it holds stands among the nodes. The values of
    /// an array follow it; those of an object do too, each after its key.
    struct Node: Sendable {
        var kind: Kind
        /// Whether a string has escapes.
        var isEscaped = false
        /// The first byte; of a string, the first after the quote.
        var start: Int
        /// The end; of a string, its closing quote.
        var end: Int
        /// The index after the value.
        var next: Int
    }

    /// Why a text is none.
    struct Fault: Error, CustomStringConvertible {
        /// The byte.
        var offset: Int
        /// What is said of it.
        var description: String { "this is not JSON: byte \(offset)" }
    }

    /// The text.
    let bytes: [UInt8]
    /// Its values, the outermost first.
    let nodes: [Node]

    /// Takes a text apart; throws where it is not JSON, or nested deeper than anything that the store writes.
    init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        var reader = JSONTreeReader(bytes)
        nodes = try reader.read()
        self.bytes = bytes
    }

    /// The indices of the values of an array.
    func elements(of index: Int) -> [Int] {
        var elements: [Int] = []
        var position = index + 1
        while position < nodes[index].next {
            elements.append(position)
            position = nodes[position].next
        }
        return elements
    }

    /// The index of an object's value by its key.
    func value(of key: String, in index: Int) -> Int? {
        var position = index + 1
        let end = nodes[index].next
        while position < end {
            if isKey(position, key) { return position + 1 }
            position = nodes[position + 1].next
        }
        return nil
    }

    /// The keys of an object.
    func keys(of index: Int) -> [String] {
        var keys: [String] = []
        var position = index + 1
        while position < nodes[index].next {
            keys.append(string(position) ?? "")
            position = nodes[position + 1].next
        }
        return keys
    }

    private func isKey(_ index: Int, _ key: String) -> Bool {
        let node = nodes[index]
        if node.isEscaped { return string(index) == key }
        guard node.end - node.start == key.utf8.count else { return false }
        var position = node.start
        for byte in key.utf8 {
            guard bytes[position] == byte else { return false }
            position += 1
        }
        return true
    }

    /// A string; nil for another kind, or where an escape means nothing.
    func string(_ index: Int) -> String? {
        let node = nodes[index]
        guard node.kind == .string else { return nil }
        if !node.isEscaped { return String(decoding: bytes[node.start..<node.end], as: UTF8.self) }
        return JSONEscapes.text(bytes[node.start..<node.end])
    }

    /// A number as it is written; nil for another kind.
    func digits(_ index: Int) -> ArraySlice<UInt8>? {
        nodes[index].kind == .number ? bytes[nodes[index].start..<nodes[index].end] : nil
    }
}

/// The escapes of JSON's strings.
enum JSONEscapes {
    /// The text of a string's bytes; nil where an escape means nothing.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            guard let letter = rest.popFirst() else { return nil }
            switch letter {
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
            case UInt8(ascii: "u"):
                guard let scalar = scalar(&rest) else { return nil }
                result += UTF8.encode(scalar).map(Array.init) ?? []
            default: return nil
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = unit(&rest) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard rest.starts(with: "\\u".utf8) else { return nil }
        rest = rest.dropFirst(2)
        guard let second = unit(&rest), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
        guard rest.count >= 4 else { return nil }
        var value: UInt32 = 0
        for byte in rest.prefix(4) {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        rest = rest.dropFirst(4)
        return value
    }
}
