/// What people and programs are told when a value is not what was asked for: in the words of `JSONDecoder`, which they know.
extension JSONTreeDecoder {
    /// That the text is not JSON, or a number not within its range.
    static var corrupted: DecodingError {
        .dataCorrupted(
            DecodingError.Context(codingPath: [], debugDescription: "The given data was not valid JSON."))
    }

    /// That the value is of another kind than was asked for, or not to be read as what it is.
    func mismatch(_ type: Any.Type, _ kinds: JSONTree.Kind..., in container: String? = nil) -> DecodingError {
        let kind = tree.nodes[index].kind
        if kinds.contains(kind) { return Self.corrupted }
        guard kind != .null else {
            let wanted = container ?? "value of type \(type)"
            return .valueNotFound(
                type,
                DecodingError.Context(
                    codingPath: codingPath, debugDescription: "Cannot get \(wanted) -- found null value instead"))
        }
        return another(type)
    }

    /// That the value is of another kind.
    func another(_ type: Any.Type) -> DecodingError {
        .typeMismatch(
            type,
            DecodingError.Context(
                codingPath: codingPath,
                debugDescription: "Expected to decode \(type) but found \(tree.nodes[index].kind.words) instead.")
        )
    }
}

extension JSONTree.Kind {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .yes, .no: "bool"
        case .number: "number"
        case .string: "a string"
        case .array: "an array"
        case .object: "a dictionary"
        }
    }
}

extension JSONTree {
    /// The keys and places that lead to a value. Only errors ask for it, so it is looked for when one does.
    func path(to index: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var current = 0
        while current != index, nodes[current].next > current + 1 {
            var child = current + 1
            if nodes[current].kind == .array {
                var number = 0
                while nodes[child].next <= index {
                    child = nodes[child].next
                    number += 1
                }
                path.append(JSONKey.index(number))
            } else {
                while nodes[child + 1].next <= index { child = nodes[child + 1].next }
                path.append(JSONKey.name(string(child) ?? ""))
                child += 1
            }
            current = child
        }
        return path
    }
}
