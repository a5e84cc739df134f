/// Encodes one value at the end of what is written. An object is written as its members come, each with a comma behind it.
final class JSONValueEncoder: Encoder {
    /// What the value turned out to be.
    private enum Kind {
        case nothing, single, object, array
    }

    let output: JSONOutput
    /// The encoder of the value that this one is in.
    var parent: JSONValueEncoder?
    /// The elements of an array so far.
    private(set) var count = 0

    private var kind = Kind.nothing
    /// Whether the value asked to be two things at once.
    private var isMisused = false
    /// The first byte of the object or array.
    private var start = 0
    private var members = JSONMembers()
    /// Parts that are written beside, because they may go on after what comes next, and where they belong.
    private var parts: [(place: Int, encoder: JSONValueEncoder)] = []

    init(_ output: JSONOutput) { self.output = output }

    var codingPath: [any CodingKey] { parent?.innerPath ?? [] }
    /// The path of what is being encoded now.
    var innerPath: [any CodingKey] {
        switch kind {
        case .object: codingPath + (members.lastKey.map { [JSONKey.name($0)] } ?? [])
        case .array: codingPath + [JSONKey.index(count)]
        case .nothing, .single: codingPath
        }
    }
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
        let start = output.writer.beginMember(name)
        members.begin(name, at: start)
        do {
            try write()
        } catch {
            members.takeBack()
            output.writer.takeBack(to: start)
            throw error
        }
        output.writer.endPart()
    }

    /// Writes an element.
    func element(_ write: () throws -> Void) rethrows {
        let start = output.writer.beginElement()
        do {
            try write()
        } catch {
            output.writer.takeBack(to: start)
            throw error
        }
        output.writer.endPart()
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
            members.sort(&output.writer.bytes)
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
        count = 0
        kind = .nothing
        isMisused = false
        parts = []
        members.reset()
    }

    private func close(_ bracket: Unicode.Scalar) { output.writer.closeParts(from: start, bracket) }

    private func joinParts() throws {
        guard !parts.isEmpty else { return }
        let bytes = output.writer.bytes
        var joined: [UInt8] = []
        var from = 0
        var added: [(place: Int, count: Int)] = []
        for (place, encoder) in parts {
            _ = try encoder.end()
            let part = encoder.output.writer.takeBytes()
            joined += bytes[from..<place]
            joined += part
            from = place
            added.append((place, part.count))
        }
        output.writer.bytes = joined + bytes[from...]
        members.move(added)
        parts = []
    }
}
