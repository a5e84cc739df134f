/// Values as JSON and back, by the types' own `Codable` form.
package enum JSONText {
    /// A value as one line of JSON, its keys in the order of their bytes: equal values give equal text. Throws what the value's own
    /// encoding throws, and `EncodingError.invalidValue` for a number that is infinite or none.
    package static func of(_ value: some Encodable, style: JSONStyle = .plain) throws -> String {
        String(decoding: try bytes(of: value, style: style), as: UTF8.self)
    }

    /// The same in UTF-8 bytes.
    package static func bytes(of value: some Encodable, style: JSONStyle = .plain) throws -> [UInt8] {
        let output = JSONOutput(style)
        try output.encodeWhole(value)
        return output.writer.takeBytes()
    }

    /// The value of a JSON text. Throws a `DecodingError`: `dataCorrupted` where it is not JSON.
    package static func value<Value: Decodable>(
        _ type: Value.Type, of text: String, rules: JSONRules = .foreign
    ) throws -> Value {
        try JSONTreeDecoder.value(type, of: Array(text.utf8), rules)
    }

    /// The value of a JSON text in UTF-8 bytes.
    package static func value<Value: Decodable>(
        _ type: Value.Type, of bytes: [UInt8], rules: JSONRules = .foreign
    ) throws -> Value {
        try JSONTreeDecoder.value(type, of: bytes, rules)
    }
}
