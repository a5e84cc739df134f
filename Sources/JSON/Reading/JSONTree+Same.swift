extension JSONTree {
    /// Whether another text says the same, however it is spelled: blanks, escapes, the order of keys and the digits of a number.
    package func isSame(as other: JSONTree) -> Bool { isSame(0, other, 0) }

    private func isSame(_ index: Int, _ other: JSONTree, _ counterpart: Int) -> Bool {
        guard nodes[index].kind == other.nodes[counterpart].kind else { return false }
        switch nodes[index].kind {
        case .null, .yes, .no: return true
        case .string:
            guard let text = string(index) else { return false }
            return text == other.string(counterpart)
        case .number:
            guard let number = number(index)?.double(text(index)) else { return false }
            return number == other.number(counterpart)?.double(other.text(counterpart))
        case .array:
            let (own, others) = (elements(of: index), other.elements(of: counterpart))
            return own.count == others.count && zip(own, others).allSatisfy { isSame($0, other, $1) }
        case .object:
            let (own, others) = (members(of: index), other.members(of: counterpart))
            return own.count == others.count
                && own.allSatisfy { key, value in
                    guard let name = string(key), let found = other.value(of: name, in: counterpart) else {
                        return false
                    }
                    return isSame(value, other, found)
                }
        }
    }
}
