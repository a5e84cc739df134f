/// A JSON text taken apart: where each value begins and ends, and nothing copied until it is asked for. Foundation's decoder reads 15 MB a
/// second, and the lists of a district are gigabytes.
///
/// What is asked for is read strictly; of what nobody asks for only the structure is looked at.
package final class JSONTree: Sendable {
    /// A value's kind.
    enum Kind: UInt8, Sendable {
        case null, yes, no, number, string, array, object
    }

    /// A value: its place in the text, and where the next one after it and all that it holds stands among the nodes. The values of
    /// an array follow it; those of an object do too, each after its key.
    struct Node: Sendable {
        var kind: Kind
        /// Whether a string stands there as it is: without escapes, and without what no string may hold.
        var isPlain = true
        /// The first byte; of a string, the first after the quote.
        var first: Int32
        /// The end; of a string, its closing quote.
        var last: Int32
        /// The index after the value.
        var after: Int32

        var start: Int { Int(first) }
        var end: Int { Int(last) }
        var next: Int { Int(after) }
    }

    /// Places are kept in 32 bits: there are as many as values, and half the memory is read in less time.
    private static let mostBytes = Int(Int32.max)

    /// Why a text is none.
    package struct Fault: Error, CustomStringConvertible {
        /// The byte.
        package var offset: Int
        /// What is said of it.
        package var description: String { "this is not JSON: byte \(offset)" }
    }

    /// The text.
    let bytes: [UInt8]
    /// Its values, the outermost first.
    let nodes: [Node]
    let rules: JSONRules

    /// Takes a text in UTF-8 apart; throws where it is not JSON, of over 2 GB, or nested deeper than the
    /// rules allow. A byte-order mark is passed over.
    package init(_ bytes: [UInt8], _ rules: JSONRules = .foreign) throws(Fault) {
        guard bytes.count <= Self.mostBytes else { throw Fault(offset: Self.mostBytes) }
        var reader = JSONTreeReader(bytes, deepest: rules.deepest)
        nodes = try reader.read()
        self.bytes = bytes
        self.rules = rules
    }

    /// Whether the outermost value is an object.
    package var isObject: Bool { nodes[0].kind == .object }

    /// The members of the outermost value, if that is an object: each key with its value as it is written.
    package var members: [(key: String, json: String)] {
        guard isObject else { return [] }
        return members(of: 0).compactMap { key, value in string(key).map { ($0, json(value)) } }
    }

    /// The indices of an object's keys and values.
    func members(of index: Int) -> [(key: Int, value: Int)] {
        var members: [(key: Int, value: Int)] = []
        var position = index + 1
        while position < nodes[index].next {
            members.append((position, position + 1))
            position = nodes[position + 1].next
        }
        return members
    }

    /// The indices of an array's values.
    func elements(of index: Int) -> [Int] {
        var elements: [Int] = []
        var position = index + 1
        while position < nodes[index].next {
            elements.append(position)
            position = nodes[position].next
        }
        return elements
    }

    /// The index of an object's value by its key; of a key that stands there twice, the first.
    func value(of key: String, in index: Int) -> Int? {
        var position = index + 1
        let end = nodes[index].next
        while position < end {
            if isKey(position, key) { return position + 1 }
            position = nodes[position + 1].next
        }
        return nil
    }

    private func isKey(_ index: Int, _ key: String) -> Bool {
        let node = nodes[index]
        if !node.isPlain { return string(index) == key }
        guard node.end - node.start == key.utf8.count else { return false }
        var position = node.start
        for byte in key.utf8 {
            guard bytes[position] == byte else { return false }
            position += 1
        }
        return true
    }

    /// A string; nil for another kind, or where it holds what no string of JSON does.
    func string(_ index: Int) -> String? {
        let node = nodes[index]
        guard node.kind == .string else { return nil }
        if node.isPlain { return String(validating: bytes[node.start..<node.end], as: UTF8.self) }
        let bytes = bytes
        return JSONString.text(bytes.span, at: node.start)
    }

    /// A number; nil for another kind, or where it is none.
    func number(_ index: Int) -> JSONNumber? {
        let node = nodes[index]
        let bytes = bytes
        guard node.kind == .number, let number = JSONNumber(bytes.span, at: node.start), number.end == node.end else {
            return nil
        }
        return number
    }

    /// A value as it is written; of a string what stands between the quotes.
    func text(_ index: Int) -> String { String(decoding: bytes[nodes[index].start..<nodes[index].end], as: UTF8.self) }

    private func json(_ index: Int) -> String { nodes[index].kind == .string ? "\"\(text(index))\"" : text(index) }
}
