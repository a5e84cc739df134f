/// A JSON value, read by hand so that one bad character does not cost the whole document.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    /// A number as it is written: identifiers are often numbers too long for a double.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member of an object.
    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { return members[key] }
        return nil
    }

    /// A string, or a number as it is written; nil for an empty one and everything else.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        default: nil
        }
    }

    /// The elements of an array; none for everything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }
}

/// Reads JSON. Control characters in strings, commas too many and a missing end are forgiven.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    /// Whether something had to be forgiven.
    private(set) var isDamaged = false
    private static let depthLimit = 64

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The first value in the bytes; nil when there is none.
    mutating func read() -> JSONValue? { value(depth: 0) }

    private mutating func skipSpace() { while at < bytes.count, bytes[at].isXMLSpace { at += 1 } }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard at < bytes.count, depth < JSONReader.depthLimit else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        at += 1
        var members: [String: JSONValue] = [:]
        while true {
            skipSpace()
            guard at < bytes.count else {
                isDamaged = true
                return .object(members)
            }
            switch bytes[at] {
            case UInt8(ascii: "}"):
                at += 1
                return .object(members)
            case UInt8(ascii: "\""):
                let key = string()
                skipSpace()
                guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                    isDamaged = true
                    continue
                }
                at += 1
                if let value = value(depth: depth + 1) { members[key] = value } else { skipBadValue() }
            default:
                if bytes[at] != UInt8(ascii: ",") { isDamaged = true }
                at += 1
            }
        }
    }

    private mutating func array(depth: Int) -> JSONValue {
        at += 1
        var elements: [JSONValue] = []
        while true {
            skipSpace()
            guard at < bytes.count else {
                isDamaged = true
                return .array(elements)
            }
            switch bytes[at] {
            case UInt8(ascii: "]"):
                at += 1
                return .array(elements)
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "}"):
                // The end of something around it: the array's own end is missing.
                isDamaged = true
                return .array(elements)
            default:
                if let value = value(depth: depth + 1) { elements.append(value) } else { skipBadValue() }
            }
        }
    }

    /// Goes on behind what is no value, at least one byte.
    private mutating func skipBadValue() {
        isDamaged = true
        if at < bytes.count { at += 1 }
    }

    private mutating func word() -> JSONValue? {
        let start = at
        while at < bytes.count,
            bytes[at].isASCIILetter || bytes[at].isASCIIDigit || [0x2B, 0x2D, 0x2E].contains(bytes[at])
        {
            at += 1
        }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        default:
            if let first = word.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "-") { return .number(word) }
            return nil
        }
    }

    private mutating func string() -> String {
        at += 1
        var text: [UInt8] = []
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            text.append(contentsOf: bytes[start..<at])
            guard at < bytes.count else { break }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            escape(into: &text)
        }
        isDamaged = true
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) {
        guard at < bytes.count else { return }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): break
        case UInt8(ascii: "u"):
            guard var code = unit() else { return }
            if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            {
                at += 2
                if let low = unit(), low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF) }
            }
            if code >= 0x20 || code == 0x0A || code == 0x09 { text.appendScalar(code) }
        default: text.append(byte)
        }
    }

    private mutating func unit() -> UInt32? {
        guard at + 4 <= bytes.count else { return nil }
        var code: UInt32 = 0
        for index in at..<at + 4 {
            guard let digit = bytes[index].hexValue else { return nil }
            code = code << 4 | digit
        }
        at += 4
        return code
    }
}
