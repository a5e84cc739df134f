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
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .double(let value): String(value)
        case .string(let value): Self.quoted(value)
        case .list(let values): "[" + values.map(\.canonicalText).joined(separator: ",") + "]"
        case .map(let values):
            "{"
                + values.sorted { Self.precedes($0.key, $1.key) }
                .map { Self.quoted($0.key) + ":" + $0.value.canonicalText }.joined(separator: ",") + "}"
        }
    }

    /// Orders by Unicode scalars, which needs no tables that change with the system.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
