/// Takes a JSON text apart, byte by byte.
struct JSONTreeReader {
    private let bytes: [UInt8]
    private let deepest: Int
    private var position = 0
    private var nodes: [JSONTree.Node] = []

    /// A reader at the first byte.
    init(_ bytes: [UInt8], deepest: Int) {
        self.bytes = bytes
        self.deepest = deepest
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        nodes.reserveCapacity(bytes.count / 8)
    }

    /// The values of the text, the outermost first.
    mutating func read() throws(JSONTree.Fault) -> [JSONTree.Node] {
        try value(depth: 0)
        skipBlanks()
        guard position == bytes.count else { throw fault }
        return nodes
    }

    private var fault: JSONTree.Fault { JSONTree.Fault(offset: position) }

    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(JSONTree.Fault) {
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONTree.Fault) {
        let index = try open(.object, depth)
        skipBlanks()
        while current != UInt8(ascii: "}") {
            guard current == UInt8(ascii: "\"") else { throw fault }
            try string(isKey: true)
            skipBlanks()
            guard current == UInt8(ascii: ":") else { throw fault }
            position += 1
            try value(depth: depth + 1)
            try goOn(until: UInt8(ascii: "}"), next: UInt8(ascii: "\""))
        }
        close(index)
    }

    private mutating func array(depth: Int) throws(JSONTree.Fault) {
        let index = try open(.array, depth)
        skipBlanks()
        while current != UInt8(ascii: "]") {
            try value(depth: depth + 1)
            try goOn(until: UInt8(ascii: "]"), next: nil)
        }
        close(index)
    }

    private mutating func open(_ kind: JSONTree.Kind, _ depth: Int) throws(JSONTree.Fault) -> Int {
        guard depth < deepest else { throw fault }
        nodes.append(node(kind, position, position))
        position += 1
        return nodes.count - 1
    }

    private mutating func close(_ index: Int) {
        position += 1
        nodes[index].last = Int32(truncatingIfNeeded: position)
        nodes[index].after = Int32(truncatingIfNeeded: nodes.count)
    }

    /// Goes over a comma, after which something must follow, or stops before the end.
    private mutating func goOn(until end: UInt8, next: UInt8?) throws(JSONTree.Fault) {
        skipBlanks()
        if current == end { return }
        guard current == UInt8(ascii: ",") else { throw fault }
        position += 1
        skipBlanks()
        if current == end { throw fault }
        if let next, current != next { throw fault }
    }

    private mutating func string(isKey: Bool = false) throws(JSONTree.Fault) {
        let start = position + 1
        var end = start
        var isPlain = true
        var bits: UInt8 = 0
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            bits |= bytes[end]
            if bytes[end] < 0x20 { isPlain = false }
            if bytes[end] == UInt8(ascii: "\\") {
                isPlain = false
                end += 1
            }
            end += 1
        }
        guard end < bytes.count else { throw fault }
        // A text is looked at when it is asked for. A key always is, and nearly all are letters of ASCII.
        if isKey, !isPlain || bits >= 0x80, JSONString.text(bytes.span, at: start) == nil { throw fault }
        nodes.append(node(.string, isPlain: isPlain, start, end))
        position = end + 1
    }

    private mutating func word(_ word: StaticString, _ kind: JSONTree.Kind) throws(JSONTree.Fault) {
        let length = word.utf8CodeUnitCount
        let isThere =
            position + length <= bytes.count
            && word.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + length]) }
        guard isThere else { throw fault }
        add(kind, length)
    }

    private mutating func number() throws(JSONTree.Fault) {
        var end = position
        while end < bytes.count, isOfNumber(bytes[end]) { end += 1 }
        guard end > position else { throw fault }
        add(.number, end - position)
    }

    private func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func add(_ kind: JSONTree.Kind, _ length: Int) {
        nodes.append(node(kind, position, position + length))
        position += length
    }

    /// A value that holds no others. The bytes, and so the values, are not more than 32 bits count.
    private func node(_ kind: JSONTree.Kind, isPlain: Bool = true, _ start: Int, _ end: Int) -> JSONTree.Node {
        JSONTree.Node(
            kind: kind, isPlain: isPlain, first: Int32(truncatingIfNeeded: start), last: Int32(truncatingIfNeeded: end),
            after: Int32(truncatingIfNeeded: nodes.count + 1))
    }
}
