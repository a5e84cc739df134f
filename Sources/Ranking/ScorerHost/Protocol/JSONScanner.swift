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

    /// A string; escapes other than the simplest are left as they are.
    mutating func string() throws(AnswerFault) -> String {
        try expect(0x22, "a string")
        var text: [UInt8] = []
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x22 { return String(decoding: text, as: UTF8.self) }
            if byte == 0x5C, place < bytes.count {
                let next = bytes[place]
                place += 1
                text += [0x22, 0x5C, 0x2F].contains(next) ? [next] : [0x20]
            } else {
                text.append(byte)
            }
        }
        throw unexpected("the end of a string")
    }

    /// Passes over a value.
    mutating func skip(depth: Int = 0) throws(AnswerFault) {
        guard depth < Self.deepest else { throw AnswerFault("answered with JSON that nests too deeply") }
        switch peek() {
        case 0x7B: try object { (scanner, _) throws(AnswerFault) in try scanner.skip(depth: depth + 1) }
        case 0x5B: try list { (scanner) throws(AnswerFault) in try scanner.skip(depth: depth + 1) }
        case 0x22: _ = try string()
        default: _ = try word()
        }
    }

    /// A number or one of `true`, `false`, `null`, as it stands there.
    private mutating func word() throws(AnswerFault) -> ArraySlice<UInt8> {
        _ = peek()
        let start = place
        while place < bytes.count {
            switch bytes[place] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: place += 1
            default:
                guard place > start else { throw unexpected("a value") }
                return bytes[start..<place]
            }
        }
        guard place > start else { throw unexpected("a value") }
        return bytes[start..<place]
    }

    /// A whole number.
    mutating func whole() throws(AnswerFault) -> Int {
        let start = place
        let text = String(decoding: try word(), as: UTF8.self)
        guard let number = Int(text) else {
            place = start
            throw unexpected("a whole number")
        }
        return number
    }

    private static let tens: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

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
        // Up to 15 digits and a power of ten up to 22 are exact in one multiplication or division; most numbers are so.
        let start = place
        let isNegative = bytes[place] == 0x2D
        if isNegative { place += 1 }
        var digits: UInt64 = 0
        var count = 0
        var power = 0
        var isPlain = true
        var hasPoint = false
        var hasDigit = false
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= 0x30, byte <= 0x39 {
                hasDigit = true
                if count < 19 { digits = digits &* 10 &+ UInt64(byte &- 0x30) }
                if digits != 0 { count += 1 }
                if hasPoint { power -= 1 }
            } else if byte == 0x2E, !hasPoint {
                hasPoint = true
            } else {
                if byte == 0x65 || byte == 0x45 { isPlain = false }
                break
            }
            place += 1
        }
        if isPlain, hasDigit, count <= 15, power >= -22 {
            let value = Double(digits) / Self.tens[-power]
            return isNegative ? -value : value
        }
        place = start
        let text = String(decoding: try word(), as: UTF8.self)
        // The language also reads words for what is not finite, and hexadecimal numbers.
        let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        guard isNumber, let value = Double(text) else {
            place = start
            throw unexpected("a score")
        }
        return value
    }
}
