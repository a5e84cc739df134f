import Yams

/// Reads any value into the untyped tree of a scorer's options.
enum OptionTree {
    /// How deep options may nest.
    static let deepest = 16

    /// The value; findings for what has no place in it (a tag, a number that is not finite, a key that is no text).
    static func read(_ value: LocatedNode, depth: Int = 0) -> OptionValue {
        guard depth < deepest else {
            value.report { .optionsNestTooDeep(value.path, most: deepest, at: $0) }
            return .null
        }
        switch value.node {
        case .scalar(let scalar): return single(scalar, at: value)
        case .sequence: return .list((value.elements() ?? []).map { read($0, depth: depth + 1) })
        case .mapping:
            return value.section { map in
                var values: [String: OptionValue] = [:]
                for (name, inner) in map.namedValues() { values[name] = read(inner, depth: depth + 1) }
                return .map(values)
            }
        case .alias:
            value.reject(expected: "a value")
            return .null
        }
    }

    private static func single(_ scalar: Node.Scalar, at value: LocatedNode) -> OptionValue {
        guard value.scalar(expected: "a value without a tag") != nil else { return .null }
        if value.isNull { return .null }
        guard scalar.style == .plain, scalar.tag.description.isEmpty else { return .string(scalar.string) }
        switch scalar.string {
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "-.inf", "+.inf":
            value.reject(expected: "a finite number")
            return .null
        default: break
        }
        if let number = PlainScalar.integer(scalar) { return .int(number) }
        if let number = PlainScalar.number(scalar) { return .double(number) }
        return .string(scalar.string)
    }
}
