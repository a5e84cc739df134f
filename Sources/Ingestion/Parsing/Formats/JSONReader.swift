/// Reads JSON, value by value. Control characters in strings, commas too many and a missing end are forgiven.
///
/// Only what is asked for becomes a value: members of other names, elements beyond the bound of a list and the ends of
/// texts that are too long are passed over, so that memory is needed only for what is kept.
struct JSONReader {
    /// What is read into values.
    struct Bounds {
        /// Members of objects; others are passed over.
        var names: Set<String>
        /// Bytes of one text; its end is left out.
        var textBytes: Int
        /// Elements of one list.
        var elements: Int
        /// Values of one tree of them.
        var values = 10_000
        /// Bytes of all texts of one tree.
        var treeBytes: Int { 4 * textBytes }
    }

    let bytes: [UInt8]
    private let bounds: Bounds
    /// Where the reader is; it may be set to a place that it was at.
    var at = 0
    /// Whether something had to be forgiven.
    var isDamaged = false
    /// Whether something was left out that is beyond the bounds.
    var isCut = false
    private var valuesLeft = 0
    private var bytesLeft = 0
    /// Objects and lists, one inside the other, that are read into values; what is deeper is passed over.
    private static let depthLimit = 8
    /// Bytes of a number or of a word.
    static let longestWord = 64

    init(_ bytes: [UInt8], bounds: Bounds) {
        self.bytes = bytes
        self.bounds = bounds
    }

    /// The next value with all that is in it; nil when there is none.
    mutating func value() -> JSONValue? {
        (valuesLeft, bytesLeft) = (bounds.values, bounds.treeBytes)
        return value(depth: 0)
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipSpace()
        guard at < bytes.count else { return nil }
        guard depth < JSONReader.depthLimit, valuesLeft > 0 else {
            isCut = true
            pass()
            return nil
        }
        valuesLeft -= 1
        switch bytes[at] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""):
            let text = string(limit: min(bounds.textBytes, bytesLeft))
            bytesLeft -= text.utf8.count
            return .string(text)
        default: return word()
        }
    }

    /// Goes over the next value without reading it.
    mutating func pass() {
        skipSpace()
        var depth = 0
        repeat {
            guard at < bytes.count else { return isDamaged = true }
            switch bytes[at] {
            case UInt8(ascii: "\""): passString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // One that was not opened here belongs to what is around the value.
                guard depth > 0 else { return }
                depth -= 1
                at += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return }
                at += 1
            case let byte where byte.isXMLSpace: at += 1
            default: passWord()
            }
        } while depth > 0
    }

    /// Calls with the name of each member of the object that begins here, at its value; the call goes over that.
    mutating func members(_ body: (inout JSONReader, String) -> Void) {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return }
        at += 1
        while true {
            skipSpace()
            guard at < bytes.count else { return isDamaged = true }
            switch bytes[at] {
            case UInt8(ascii: "}"):
                at += 1
                return
            case UInt8(ascii: "\""):
                let name = string(limit: JSONReader.longestWord)
                skipSpace()
                guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else {
                    isDamaged = true
                    continue
                }
                at += 1
                let start = at
                body(&self, name)
                if at == start { skipBadByte() }
            default:
                if bytes[at] != UInt8(ascii: ",") { isDamaged = true }
                at += 1
            }
        }
    }

    /// Calls at each element of the list that begins here; the call goes over it, and says whether it wants more.
    mutating func elements(_ body: (inout JSONReader) -> Bool) {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "[") else { return }
        at += 1
        while true {
            skipSpace()
            guard at < bytes.count else { return isDamaged = true }
            switch bytes[at] {
            case UInt8(ascii: "]"):
                at += 1
                return
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "}"):
                // The end of something around it: the list's own end is missing.
                return isDamaged = true
            default:
                let start = at
                guard body(&self) else { return }
                if at == start { skipBadByte() }
            }
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        var members: [String: JSONValue] = [:]
        self.members { reader, name in
            guard reader.bounds.names.contains(name) else { return reader.pass() }
            if let value = reader.value(depth: depth + 1) { members[name] = value }
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue {
        var values: [JSONValue] = []
        elements { reader in
            if values.count == reader.bounds.elements {
                reader.isCut = true
                reader.pass()
            } else if let value = reader.value(depth: depth + 1) {
                values.append(value)
            }
            return true
        }
        return .array(values)
    }

    private mutating func skipSpace() { while at < bytes.count, bytes[at].isXMLSpace { at += 1 } }

    /// Goes on behind what is no value.
    mutating func skipBadByte() {
        isDamaged = true
        at += 1
    }
}
