import Content
import Yams

/// One value of the file with its place and its full key, for reading it as what it should be.
package struct LocatedNode {
    let node: Node
    /// The full key: `feeds[2].audience`.
    let path: String
    /// The key with `*` for elements, as known keys are listed.
    let pattern: String
    let problems: Problems

    var isMap: Bool { node.mapping != nil }

    /// `null`, `~` or nothing: as if the key were absent.
    package var isNull: Bool {
        guard let scalar = node.scalar, scalar.style == .plain, scalar.tag.description.isEmpty else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Where it stands: `FILE:LINE:COLUMN`.
    var place: String { "\(problems.file):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1)" }

    /// Adds a finding, which is made for the place where the value stands.
    func report(_ finding: (_ place: FindingSite) -> Finding) { problems.add(node.mark, finding) }

    /// Says that the value is not what was expected.
    func reject(expected: String, remedy: String = "") {
        report { .valueIsOther(path, found: found, expected: expected, remedy: remedy, at: $0) }
    }

    /// What stands there, for a sentence.
    private var found: String {
        switch node {
        case .scalar(let scalar): Self.shown(scalar)
        case .sequence: "a list"
        case .mapping: "a group of keys"
        case .alias: "an alias"
        }
    }

    private static func shown(_ scalar: Node.Scalar) -> String {
        if scalar.string.isEmpty { return "empty" }
        let start = String(scalar.string.prefix(80)) + (scalar.string.count > 80 ? "…" : "")
        let isQuotedNumber = scalar.style != .plain && Double(scalar.string) != nil
        return "'\(start)'\(isQuotedNumber ? " in quotes" : "")"
    }

    /// The text of a single value; nil, with a finding, for a list, a map or a value with a tag such as `!!binary`.
    func scalar(expected: String) -> Node.Scalar? {
        guard let scalar = node.scalar, ["", "tag:yaml.org,2002:str"].contains(scalar.tag.description) else {
            reject(expected: expected)
            return nil
        }
        return scalar
    }

    /// A text that is not empty, has no control characters and passes the check.
    package func text(expected: String = "a text", check: (String) -> Check.Fault? = Check.nothing) -> String? {
        guard let scalar = scalar(expected: expected) else { return nil }
        let text = scalar.string.trimmed
        if text.isEmpty {
            reject(expected: expected)
        } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            report { .valueHasControlCharacter(path, expected: expected, at: $0) }
        } else if let fault = check(text) {
            reject(expected: fault.expected, remedy: fault.remedy)
        } else {
            return text
        }
        return nil
    }

    /// A text as it is written, blanks and tabs among it, that is not empty and passes the check.
    package func verbatim(expected: String, check: (String) -> Check.Fault? = Check.nothing) -> String? {
        guard let scalar = scalar(expected: expected) else { return nil }
        if scalar.string.isEmpty {
            reject(expected: expected)
        } else if let fault = check(scalar.string) {
            reject(expected: fault.expected, remedy: fault.remedy)
        } else {
            return scalar.string
        }
        return nil
    }

    /// The texts of a list; a single text is a list of one.
    package func texts(check: (String) -> Check.Fault? = Check.nothing) -> [String] {
        node.scalar != nil
            ? text(check: check).map { [$0] } ?? [] : elements()?.compactMap { $0.text(check: check) } ?? []
    }

    /// A whole number in a range.
    func integer(_ range: ClosedRange<Int>, or other: String = "") -> Int? {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)\(other)"
        guard let scalar = scalar(expected: expected) else { return nil }
        if let number = PlainScalar.integer(scalar), range.contains(number) { return number }
        reject(expected: expected)
        return nil
    }

    /// A number in a range.
    func number(_ range: ClosedRange<Double>) -> Double? {
        let expected = "a number from \(PlainScalar.text(range.lowerBound)) to \(PlainScalar.text(range.upperBound))"
        guard let scalar = scalar(expected: expected) else { return nil }
        if let number = PlainScalar.number(scalar), range.contains(number) { return number }
        let decimalComma = scalar.string.contains(",") && !scalar.string.contains(".")
        reject(expected: expected, remedy: decimalComma ? "Write a point, not a comma." : "")
        return nil
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        guard let scalar = scalar(expected: "true or false") else { return nil }
        if scalar.style == .plain {
            switch scalar.string.lowercased() {
            case "true", "yes", "on": return true
            case "false", "no", "off": return false
            default: break
            }
        }
        reject(expected: "true or false")
        return nil
    }

    /// Reads the value as a map; anything else is a finding and reads as an empty one.
    package func section<Value>(_ read: (inout MapReader) -> Value) -> Value {
        var map = MapReader(self)
        let value = read(&map)
        map.finish()
        return value
    }

    /// The elements of a list; a finding for anything else.
    package func elements() -> [LocatedNode]? {
        guard case .sequence(let sequence) = node else {
            reject(expected: "a list")
            return nil
        }
        return sequence.enumerated().map {
            LocatedNode(node: $1, path: "\(path)[\($0 + 1)]", pattern: "\(pattern).*", problems: problems)
        }
    }
}
