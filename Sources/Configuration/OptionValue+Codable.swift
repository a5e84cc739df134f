/// Plain JSON on both ways: `{"half-life-days": 30}`, not Swift's own form of an enumeration. A whole `double` may come
/// back as an `int` of the same number, because JSON does not tell the two apart.
extension OptionValue: Codable {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Name.self) {
            var values: [String: OptionValue] = [:]
            for name in keyed.allKeys { values[name.stringValue] = try keyed.decode(OptionValue.self, forKey: name) }
            self = .map(values)
            return
        }
        if var ordered = try? decoder.unkeyedContainer() {
            var values: [OptionValue] = []
            while !ordered.isAtEnd { values.append(try ordered.decode(OptionValue.self)) }
            self = .list(values)
            return
        }
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
            self = .null
        } else if let value = try? single.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? single.decode(Int.self) {
            self = .int(value)
        } else if let value = try? single.decode(Double.self) {
            self = .double(value)
        } else {
            self = .string(try single.decode(String.self))
        }
    }

    /// Encodes as an ordinary JSON value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .map(let values):
            var keyed = encoder.container(keyedBy: Name.self)
            for (name, value) in values.sorted(by: { Self.precedes($0.key, $1.key) }) {
                try keyed.encode(value, forKey: Name(stringValue: name))
            }
        case .list(let values):
            var ordered = encoder.unkeyedContainer()
            for value in values { try ordered.encode(value) }
        default:
            var single = encoder.singleValueContainer()
            switch self {
            case .bool(let value): try single.encode(value)
            case .int(let value): try single.encode(value)
            case .double(let value): try single.encode(value)
            case .string(let value): try single.encode(value)
            case .null, .list, .map: try single.encodeNil()
            }
        }
    }

    /// Any text as the name of a value.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
