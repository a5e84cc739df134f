import JSON

/// JSON with sorted keys: equal values give equal text, also from one run to the next.
public enum StableJSON {
    /// A value as one line of JSON.
    public static func text(_ value: some Encodable) throws -> String { try JSONText.of(value) }
}

extension StableJSON {
    /// The value of a JSON text.
    static func value<Value: Decodable>(_ type: Value.Type, of text: String) throws -> Value {
        try JSONText.value(type, of: text, rules: .own)
    }
}
