/// Decodes values from a JSON text that was taken apart: what `JSONDecoder` gives, and its errors.
struct JSONTreeDecoder: Decoder {
    let tree: JSONTree
    /// The value that is decoded.
    let index: Int

    var codingPath: [any CodingKey] { tree.path(to: index) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// The value of a JSON text.
    static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8], _ rules: JSONRules) throws -> Value {
        let tree: JSONTree
        do throws(JSONTree.Fault) { tree = try JSONTree(bytes, rules) } catch { throw corrupted }
        return try JSONTreeDecoder(tree: tree, index: 0).decode(type)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard tree.nodes[index].kind == .object else {
            throw mismatch([String: Any].self, in: "keyed decoding container")
        }
        return KeyedDecodingContainer(JSONKeyed(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard tree.nodes[index].kind == .array else { throw mismatch([Any].self, in: "unkeyed decoding container") }
        return JSONUnkeyed(self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// A decoder of a value within.
    func at(_ index: Int) -> JSONTreeDecoder { JSONTreeDecoder(tree: tree, index: index) }
}

extension JSONTreeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { tree.nodes[index].kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch tree.nodes[index].kind {
        case .yes: return true
        case .no: return false
        default: throw another(type)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard let text = tree.string(index) else { throw mismatch(type, .string) }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard let number = tree.number(index)?.double(tree.text(index)) else { throw mismatch(type, .number) }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float {
        guard let number = tree.number(index)?.float(tree.text(index)) else { throw mismatch(type, .number) }
        return number
    }

    func decode(_ type: Int.Type) throws -> Int { try whole() }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole() }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole() }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole() }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole() }
    func decode(_ type: UInt.Type) throws -> UInt { try whole() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole() }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

    private func whole<Whole: FixedWidthInteger>() throws -> Whole {
        guard let number = tree.number(index) else { throw mismatch(Whole.self, .number) }
        if let whole = number.whole(Whole.self, tree.text(index)) { return whole }
        guard tree.rules.takesFractionsAsWhole, let whole = number.wholeOfFraction(Whole.self) else {
            throw Self.corrupted
        }
        return whole
    }
}

/// An object's values by their keys.
private struct JSONKeyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: JSONTreeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] {
        decoder.tree.members(of: decoder.index).compactMap { key, _ in
            decoder.tree.string(key).flatMap { Key(stringValue: $0) }
        }
    }

    func contains(_ key: Key) -> Bool { decoder.tree.value(of: key.stringValue, in: decoder.index) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try Value(from: value(key)) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try value(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try value(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try value(JSONKey.name("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }

    private func value(_ key: some CodingKey) throws -> JSONTreeDecoder {
        guard let found = decoder.tree.value(of: key.stringValue, in: decoder.index) else {
            throw DecodingError.keyNotFound(
                key,
                DecodingError.Context(
                    codingPath: codingPath,
                    debugDescription: "No value associated with key \(key) (\"\(key.stringValue)\")."))
        }
        return decoder.at(found)
    }
}

/// An array's values in their order. It is kept within three words, so that it needs no memory of its own.
private struct JSONUnkeyed: UnkeyedDecodingContainer {
    private let tree: JSONTree
    private let index: Int32
    /// The index of the next value, and its place in the array.
    private var next: Int32
    private var place: Int32 = 0

    init(_ decoder: JSONTreeDecoder) {
        tree = decoder.tree
        index = Int32(truncatingIfNeeded: decoder.index)
        next = index + 1
    }

    var codingPath: [any CodingKey] { tree.path(to: Int(index)) }
    var count: Int? { tree.elements(of: Int(index)).count }
    var currentIndex: Int { Int(place) }
    var isAtEnd: Bool { next == tree.nodes[Int(index)].after }

    mutating func decodeNil() throws -> Bool {
        let isNull = try current(Any.self).decodeNil()
        if isNull { advance() }
        return isNull
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current(type).decode(type)
        advance()
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try current(KeyedDecodingContainer<Nested>.self).container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try current((any UnkeyedDecodingContainer).self).unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let inner = try current((any Decoder).self)
        advance()
        return inner
    }

    private mutating func advance() {
        next = tree.nodes[Int(next)].after
        place += 1
    }

    private func current(_ type: Any.Type) throws -> JSONTreeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                DecodingError.Context(
                    codingPath: codingPath + [JSONKey.index(currentIndex)],
                    debugDescription: "Unkeyed container is at end."))
        }
        return JSONTreeDecoder(tree: tree, index: Int(next))
    }
}
