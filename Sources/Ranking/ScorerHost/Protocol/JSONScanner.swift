import JSON

/// Reads JSON from bytes in one pass without building anything: an answer is mostly numbers, and there are many.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var place = 0

    /// What an array or object may hold of others, so that no answer exhausts the stack.
    private static let deepest = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipBlanks() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    /// The next byte that is no blank; 0 at the end.
    mutating func peek() -> UInt8 {
        while place < bytes.count {
            let byte = bytes[place]
            if byte != 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return byte }
            place += 1
        }
        return 0
    }

    /// Takes a byte if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte, byte != 0 else { return false }
        place += 1
        return true
    }

    /// Whether nothing is left.
    mutating func isAtEnd() -> Bool {
        skipBlanks()
        return place == bytes.count
    }

    func unexpected(_ expected: String) -> AnswerFault {
        let rest = bytes[min(place, bytes.count)...].prefix(24)
        let found = rest.isEmpty ? "its end" : "'\(AnswerFault.shown(String(decoding: rest, as: UTF8.self)))'"
        return AnswerFault("answered with something else than the JSON expected: \(found) instead of \(expected)")
    }

    /// Takes a byte that must come next.
    mutating func expect(_ byte: UInt8, _ expected: String) throws(AnswerFault) {
        guard take(byte) else { throw unexpected(expected) }
    }

    /// Goes over the members of an object; `read` must take the value of each.
    mutating func object(
        _ read: (inout JSONScanner, String) throws(AnswerFault) -> Void
    ) throws(AnswerFault) {
        try expect(0x7B, "an object")
        if take(0x7D) { return }
        repeat {
            let name = try string()
            try expect(0x3A, "':'")
            try read(&self, name)
        } while take(0x2C)
        try expect(0x7D, "'}'")
    }

    /// Goes over the elements of a list; `read` must take each.
    mutating func list(_ read: (inout JSONScanner) throws(AnswerFault) -> Void) throws(AnswerFault) {
        try expect(0x5B, "a list")
        if take(0x5D) { return }
        repeat { try read(&self) } while take(0x2C)
        try expect(0x5D, "']'")
    }

    /// A string.
    mutating func string() throws(AnswerFault) -> String {
        try expect(0x22, "a string")
        var text: [UInt8] = []
        var end = place
        let ending = JSONString.read(bytes.span, at: &end, into: &text)
        place = end
        switch ending {
        case .closed: return String(decoding: text, as: UTF8.self)
        case .wrong: throw unexpected("a string")
        case .missing, .cut: throw unexpected("the end of a string")
        }
    }

    /// Passes over a value.
    mutating func skip(depth: Int = 0) throws(AnswerFault) {
        guard depth < Self.deepest else { throw AnswerFault("answered with JSON that nests too deeply") }
        switch peek() {
        case 0x7B: try object { (scanner, _) throws(AnswerFault) in try scanner.skip(depth: depth + 1) }
        case 0x5B: try list { (scanner) throws(AnswerFault) in try scanner.skip(depth: depth + 1) }
        case 0x22:
            var end = place
            let isClosed = JSONString.pass(bytes.span, at: &end)
            place = end
            guard isClosed else { throw unexpected("the end of a string") }
        default: try passWord()
        }
    }

    /// Passes over a number or one of `true`, `false`, `null`.
    private mutating func passWord() throws(AnswerFault) {
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E:
                place += 1
                continue
            default: break
            }
            break
        }
        guard place > start else { throw unexpected("a value") }
    }

    /// A whole number.
    mutating func whole() throws(AnswerFault) -> Int {
        _ = peek()
        var end = place
        guard let number = JSONNumber.whole(bytes.span, at: &end) else { throw unexpected("a whole number") }
        place = end
        return number
    }

    /// A number, or NaN for `null`. What JSON has no word for (`NaN`, `Infinity`) is refused.
    mutating func numberOrNull() throws(AnswerFault) -> Double {
        switch peek() {
        case 0x30...0x39, 0x2D: break
        case 0x6E:
            guard bytes[place...].starts(with: [0x6E, 0x75, 0x6C, 0x6C]) else { throw unexpected("a score") }
            place += 4
            return .nan
        case 0x4E, 0x49:
            throw AnswerFault(
                "gave \(AnswerFault.shown(String(decoding: bytes[place...].prefix(8), as: UTF8.self))), which is not JSON; "
                    + "to abstain a scorer says null")
        case 0x22: throw AnswerFault("gave a text where a score belongs: \(AnswerFault.shown(try string(), limit: 40))")
        default: throw unexpected("a score")
        }
        var end = place
        guard let value = JSONNumber.double(bytes.span, at: &end) else { throw unexpected("a score") }
        place = end
        return value
    }
}
