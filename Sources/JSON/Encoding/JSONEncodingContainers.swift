/// Numbers, texts and values by themselves.
extension JSONValueEncoder: SingleValueEncodingContainer {
    func encodeNil() { single { output.writer.null() } }
    func encode(_ value: Bool) { single { output.writer.value(value) } }
    func encode(_ value: String) { single { output.writer.value(value) } }
    func encode(_ value: Double) throws { try single { try number(value) } }
    func encode(_ value: Float) throws { try single { try number(value) } }
    func encode(_ value: Int) { whole(value) }
    func encode(_ value: Int8) { whole(value) }
    func encode(_ value: Int16) { whole(value) }
    func encode(_ value: Int32) { whole(value) }
    func encode(_ value: Int64) { whole(value) }
    func encode(_ value: UInt) { whole(value) }
    func encode(_ value: UInt8) { whole(value) }
    func encode(_ value: UInt16) { whole(value) }
    func encode(_ value: UInt32) { whole(value) }
    func encode(_ value: UInt64) { whole(value) }
    func encode(_ value: some Encodable) throws { try single { try output.encode(value, in: self) } }

    private func whole(_ value: some FixedWidthInteger) { single { output.writer.value(value) } }

    fileprivate func number(_ value: Double) throws {
        guard value.isFinite else { throw unwritable(value) }
        output.writer.value(value)
    }

    fileprivate func number(_ value: Float) throws {
        guard value.isFinite else { throw unwritable(value) }
        output.writer.value(value)
    }

    private func unwritable<Number: FloatingPoint>(_ value: Number) -> EncodingError {
        EncodingError.invalidValue(
            value,
            EncodingError.Context(
                codingPath: innerPath, debugDescription: "Unable to encode \(Number.self).\(value) directly in JSON."))
    }
}

/// The members of an object.
struct JSONObjectEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder

    private var writer: JSONWriter {
        get { encoder.output.writer }
        nonmutating _modify { yield &encoder.output.writer }
    }

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { encoder.member(key) { writer.null() } }
    func encode(_ value: Bool, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: String, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: Double, forKey key: Key) throws { try encoder.member(key) { try encoder.number(value) } }
    func encode(_ value: Float, forKey key: Key) throws { try encoder.member(key) { try encoder.number(value) } }
    func encode(_ value: Int, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: Int8, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: Int16, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: Int32, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: Int64, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: UInt, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: UInt8, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: UInt16, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: UInt32, forKey key: Key) { encoder.member(key) { writer.value(value) } }
    func encode(_ value: UInt64, forKey key: Key) { encoder.member(key) { writer.value(value) } }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        try encoder.member(key) { try encoder.output.encode(value, in: encoder) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { part(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { part(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { part(JSONKey.name("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { part(key) }

    private func part(_ key: some CodingKey) -> JSONValueEncoder {
        var part: JSONValueEncoder?
        encoder.member(key) { part = encoder.part() }
        return part ?? encoder
    }
}

/// The elements of an array.
struct JSONArrayEncoding: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder

    private var writer: JSONWriter {
        get { encoder.output.writer }
        nonmutating _modify { yield &encoder.output.writer }
    }

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.count }

    func encodeNil() { encoder.element { writer.null() } }
    func encode(_ value: Bool) { encoder.element { writer.value(value) } }
    func encode(_ value: String) { encoder.element { writer.value(value) } }
    func encode(_ value: Double) throws { try encoder.element { try encoder.number(value) } }
    func encode(_ value: Float) throws { try encoder.element { try encoder.number(value) } }
    func encode(_ value: Int) { encoder.element { writer.value(value) } }
    func encode(_ value: Int8) { encoder.element { writer.value(value) } }
    func encode(_ value: Int16) { encoder.element { writer.value(value) } }
    func encode(_ value: Int32) { encoder.element { writer.value(value) } }
    func encode(_ value: Int64) { encoder.element { writer.value(value) } }
    func encode(_ value: UInt) { encoder.element { writer.value(value) } }
    func encode(_ value: UInt8) { encoder.element { writer.value(value) } }
    func encode(_ value: UInt16) { encoder.element { writer.value(value) } }
    func encode(_ value: UInt32) { encoder.element { writer.value(value) } }
    func encode(_ value: UInt64) { encoder.element { writer.value(value) } }

    func encode(_ value: some Encodable) throws {
        try encoder.element { try encoder.output.encode(value, in: encoder) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        part().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { part().unkeyedContainer() }
    func superEncoder() -> any Encoder { part() }

    private func part() -> JSONValueEncoder {
        var part: JSONValueEncoder?
        encoder.element { part = encoder.part() }
        return part ?? encoder
    }
}
