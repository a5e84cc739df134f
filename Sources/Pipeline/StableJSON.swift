import Foundation

/// JSON with sorted keys: equal values give equal text, also from one run to the next.
public enum StableJSON {
    /// A value as one line of JSON.
    public static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

extension StableJSON {
    /// The value of a JSON text.
    package static func value<Value: Decodable>(_ type: Value.Type, of text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
