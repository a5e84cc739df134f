/// Encodes one value at the end of what is written. An object is written as its members come, each with a comma behind it.
final class JSONValueEncoder: Encoder {
    /// A member of an object.
    private struct Member {
        var key: String
        /// Where it begins: at the quote before its key.
        var start: Int
    }

    /// What the value turned out to be.
    private enum Kind {
        case nothing, single, object, array
    }

    let output: JSONOutput
    /// The encoder of the value that this one is in.
    var parent: JSONValueEncoder?
    /// The place in the parent, for errors: of members the last key, of elements the number.
    private var lastKey: JSONKey?
    private(set) var count = 0

    private var kind = Kind.nothing
    /// Whether the value asked to be two things at once.
    private var isMisused = false
    /// The first byte of the object or array.
    private var start = 0
    private var members: [Member] = []
    private var isSorted = true
    /// Parts that are written beside, because they may go on after what comes next, and where they belong.
    private var parts: [(place: Int, encoder: JSONValueEncoder)] = []

    init(_ output: JSONOutput) { self.output = output }

    var codingPath: [any CodingKey] { parent?.innerPath ?? [] }
    /// The path of what is being encoded now.
    var innerPath: [any CodingKey] { codingPath + (lastKey.map { [$0] } ?? []) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        open(.object, "{")
        return KeyedEncodingContainer(JSONObjectEncoding(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        open(.array, "[")
        return JSONArrayEncoding(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    private func open(_ kind: Kind, _ bracket: Unicode.Scalar) {
        // A class and what it inherits from may each ask: they write into one object.
        guard self.kind == .nothing else { return isMisused = isMisused || self.kind != kind }
        self.kind = kind
        output.writer.open(bracket)
        start = output.writer.bytes.count - 1
    }

    /// Writes a member.
    func member(_ key: some CodingKey, _ write: () throws -> Void) rethrows {
        let name = key.stringValue
        let start = output.writer.bytes.count
        output.writer.needsComma = false
        output.writer.key(name)
        lastKey = .name(name)
        do {
            try write()
        } catch {
            output.writer.bytes.removeSubrange(start...)
            throw error
        }
        output.writer.bytes.append(UInt8(ascii: ","))
        if let last = members.last, !Self.precedes(last.key, name) { isSorted = false }
        members.append(Member(key: name, start: start))
    }

    /// Writes an element.
    func element(_ write: () throws -> Void) rethrows {
        let start = output.writer.bytes.count
        output.writer.needsComma = false
        lastKey = .index(count)
        do {
            try write()
        } catch {
            output.writer.bytes.removeSubrange(start...)
            throw error
        }
        output.writer.bytes.append(UInt8(ascii: ","))
        count += 1
    }

    /// Writes the value itself.
    func single(_ write: () throws -> Void) rethrows {
        if kind != .nothing { isMisused = true }
        kind = .single
        try write()
    }

    /// An encoder of a part that belongs here but is written beside.
    func part() -> JSONValueEncoder {
        let encoder = JSONValueEncoder(JSONOutput(output.writer.style, keepsSpare: false))
        encoder.parent = self
        parts.append((output.writer.bytes.count, encoder))
        return encoder
    }

    /// Ends what was begun. False: nothing was, so that an empty object stands there now.
    func end() throws -> Bool {
        guard !isMisused else {
            throw EncodingError.invalidValue(
                kind,
                EncodingError.Context(
                    codingPath: codingPath, debugDescription: "The value encodes itself as two things at once."))
        }
        switch kind {
        case .single: return true
        case .nothing:
            output.writer.open("{")
            output.writer.close("}")
            return false
        case .object:
            try joinParts()
            if !isSorted { sort() }
            close("}")
        case .array:
            try joinParts()
            close("]")
        }
        return true
    }

    /// Forgets everything, for the next value.
    func reset() {
        parent = nil
        lastKey = nil
        count = 0
        kind = .nothing
        isMisused = false
        parts = []
        members.removeAll(keepingCapacity: true)
        isSorted = true
    }

    private func close(_ bracket: Unicode.Scalar) {
        // The comma after the last one.
        if output.writer.bytes.count > start + 1 { output.writer.bytes.removeLast() }
        output.writer.close(bracket)
    }

    private func joinParts() throws {
        guard !parts.isEmpty else { return }
        let bytes = output.writer.bytes
        var joined = Array(bytes[..<start])
        var from = start
        var shift = 0
        var member = 0
        for (place, encoder) in parts {
            _ = try encoder.end()
            let part = encoder.output.writer.takeBytes()
            joined += bytes[from..<place]
            joined += part
            from = place
            while member < members.count, members[member].start <= place {
                members[member].start += shift
                member += 1
            }
            shift += part.count
        }
        while member < members.count {
            members[member].start += shift
            member += 1
        }
        output.writer.bytes = joined + bytes[from...]
        parts = []
    }

    /// Puts the members in the order of their keys; of one that was encoded twice the last counts.
    private func sort() {
        let end = output.writer.bytes.count
        let order = members.indices.sorted { left, right in
            Self.precedes(members[left].key, members[right].key)
                || (members[left].key == members[right].key && left < right)
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(end - start)
        for (number, index) in order.enumerated() {
            if number + 1 < order.count, members[order[number + 1]].key == members[index].key { continue }
            sorted +=
                output.writer.bytes[members[index].start..<(index + 1 < members.count ? members[index + 1].start : end)]
        }
        output.writer.bytes.replaceSubrange((start + 1)..., with: sorted)
    }

    /// The order of bytes, which needs no tables that change with the system.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
