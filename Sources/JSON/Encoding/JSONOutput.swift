/// What is written while a value is encoded, shared by all that encodes a part of it.
///
/// Values are written where they belong as they come, not gathered in a tree first: only an object whose keys came in another order is put
/// in order when it ends.
final class JSONOutput {
    var writer: JSONWriter
    /// Encoders that nobody uses any more: there is one for each value, and values are many.
    private var spare: [JSONValueEncoder] = []
    /// Whether they are kept for the next value.
    private let keepsSpare: Bool

    init(_ style: JSONStyle, keepsSpare: Bool = true) {
        writer = JSONWriter(style)
        self.keepsSpare = keepsSpare
    }

    /// Encodes the outermost value, which must say something.
    func encodeWhole(_ value: some Encodable) throws {
        // They hold this output in their turn.
        defer { spare = [] }
        let wasWritten = try encode(value, in: nil)
        guard wasWritten else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(
                    codingPath: [], debugDescription: "Top-level \(type(of: value)) did not encode any values."))
        }
    }

    /// Encodes a value at the end of what is written. False: it said nothing, for which an empty object stands. After an error nothing is
    /// written.
    @discardableResult
    func encode<Value: Encodable>(_ value: Value, in parent: JSONValueEncoder?) throws -> Bool {
        // By far the most frequent, and they have a way through containers of their own.
        if Value.self == String.self, let text = value as? String {
            writer.value(text)
            return true
        }
        let (start, needsComma) = (writer.bytes.count, writer.needsComma)
        var encoder = spare.popLast() ?? JSONValueEncoder(self)
        encoder.parent = parent
        let wasWritten: Bool
        do {
            try value.encode(to: encoder)
            wasWritten = try encoder.end()
        } catch {
            writer.bytes.removeSubrange(start...)
            writer.needsComma = needsComma
            encoder.reset()
            throw error
        }
        // One that a value has kept for itself must not be used for another.
        if keepsSpare, isKnownUniquelyReferenced(&encoder) {
            encoder.reset()
            spare.append(encoder)
        }
        return wasWritten
    }
}
