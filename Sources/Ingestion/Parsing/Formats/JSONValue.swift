/// A JSON value, read by hand so that one bad character does not cost the whole document.
enum JSONValue: Equatable {
    case null
    case bool(Bool)
    /// A number as it is written: identifiers are often numbers too long for a double.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The member of an object.
    subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { return members[key] }
        return nil
    }

    /// A string, or a number as it is written; nil for an empty one and everything else.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        default: nil
        }
    }

    /// The elements of an array; none for everything else.
    var elements: [JSONValue] {
        if case .array(let elements) = self { return elements }
        return []
    }
}
