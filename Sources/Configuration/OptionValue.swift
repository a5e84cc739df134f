import JSON

/// A scorer's options as written, before the scorer says what they mean: an untyped tree with the shapes of JSON.
public indirect enum OptionValue: Hashable, Sendable {
    /// Nothing: `null`, `~` or an empty value.
    case null
    /// `true` or `false`. In YAML `yes` and `no` without quotes are words here: `no` is also the tag of Norwegian.
    case bool(Bool)
    /// A whole number that fits into 64 bits.
    case int(Int)
    /// A finite number.
    case double(Double)
    /// A text.
    case string(String)
    /// Values in an order.
    case list([OptionValue])
    /// Values by name.
    case map([String: OptionValue])
}

extension OptionValue {
    /// The value as a number, whole or not; nil for anything else.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// One text for one value: JSON without blanks, names in the order of their characters. It is what digests are made
    /// of, so it must never change for the same value.
    public var canonicalText: String {
        var writer = JSONWriter(.canonical)
        write(to: &writer)
        return String(decoding: writer.takeBytes(), as: UTF8.self)
    }

    private func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.value(value)
        case .int(let value): writer.value(value)
        case .double(let value): writer.value(value)
        case .string(let value): writer.value(value)
        case .list(let values): writer.list(values) { $1.write(to: &$0) }
        case .map(let values):
            writer.open("{")
            for (name, value) in values.sorted(by: { Self.precedes($0.key, $1.key) }) {
                writer.key(name)
                value.write(to: &writer)
            }
            writer.close("}")
        }
    }

    /// Orders by Unicode scalars, which needs no tables that change with the system.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
}
