import Content
import Yams

/// Reads one map key by key. A key that is asked for is thereby known; ``finish()`` refuses those that nobody asked for.
/// So the list of known keys and the reading of them cannot drift apart.
package struct MapReader {
    private let path: String
    private let pattern: String
    private let mark: Mark?
    private let problems: Problems
    private var entries: [(key: String, at: Mark?, value: LocatedNode)] = []
    private var known: [String] = []

    /// Opens a value as a map. Anything else is a finding, and reads as an empty map.
    init(_ value: LocatedNode) {
        path = value.path
        pattern = value.pattern
        mark = value.node.mark
        problems = value.problems
        if value.isNull { return }
        guard let mapping = value.node.mapping else {
            value.report { .notAGroupOfKeys(value.path, at: $0) }
            return
        }
        for (key, node) in mapping {
            guard let name = key.scalar?.string else {
                problems.add(key.mark) { .keyIsNoText(at: $0) }
                continue
            }
            let inside = LocatedNode(
                node: node, path: Self.join(path, name), pattern: Self.join(pattern, name), problems: problems)
            entries.append((name, key.mark, inside))
        }
    }

    private static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// The value of a key; nil when the key is absent or its value is null.
    package mutating func value(_ key: String) -> LocatedNode? {
        known.append(key)
        problems.know(Self.join(pattern, key))
        guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
        return value
    }

    /// All entries of a map whose keys are names, as scorers are.
    package mutating func namedValues() -> [(name: String, value: LocatedNode)] {
        known += entries.map(\.key)
        return entries.map { entry in
            let value = LocatedNode(
                node: entry.value.node, path: entry.value.path, pattern: "\(pattern).*", problems: problems)
            return (entry.key, value)
        }
    }

    /// The mail address below a key; nil where there is none.
    mutating func mailAddress(_ key: String) -> MailAddress? {
        optionalText(key, check: Check.mailAddress).flatMap { try? MailAddress(address: $0) }
    }

    /// Reads the map below a key; an absent one reads as empty, so that defaults apply.
    package mutating func section<Value>(_ key: String, _ read: (inout MapReader) -> Value) -> Value {
        let absent = LocatedNode(
            node: Node([(Node, Node)]()), path: Self.join(path, key), pattern: Self.join(pattern, key),
            problems: problems)
        return (value(key) ?? absent).section(read)
    }

    /// The elements of a list; nil when the key is absent or no list.
    package mutating func elements(_ key: String) -> [LocatedNode]? { value(key)?.elements() }

    package mutating func integer(_ key: String, _ range: ClosedRange<Int>, default value: Int) -> Int {
        self.value(key)?.integer(range) ?? value
    }

    mutating func optionalInteger(_ key: String, _ range: ClosedRange<Int>) -> Int? { value(key)?.integer(range) }

    /// A school grade, or from one to another.
    mutating func gradeRange(_ key: String) -> GradeRange? {
        value(key)?.text(expected: GradeRange.expected) {
            GradeRange($0) == nil ? Check.Fault(expected: GradeRange.expected) : nil
        }.flatMap { GradeRange($0) }
    }

    /// A whole number, or the word `none` for nil.
    mutating func integerOrNone(_ key: String, _ range: ClosedRange<Int>, default value: Int?) -> Int? {
        guard let found = self.value(key) else { return value }
        if found.node.scalar?.string == "none" { return nil }
        return found.integer(range, or: ", or 'none'")
    }

    mutating func number(_ key: String, _ range: ClosedRange<Double>, default value: Double) -> Double {
        self.value(key)?.number(range) ?? value
    }

    /// A list of just so many numbers.
    mutating func numbers(
        _ key: String, count: Int, _ range: ClosedRange<Double>, default value: [Double]
    ) -> [Double] {
        guard let found = self.value(key), let elements = found.elements() else { return value }
        let numbers = elements.compactMap { $0.number(range) }
        guard elements.count == count else {
            found.report { .numbersAreOther(found.path, count: elements.count, expected: count, at: $0) }
            return value
        }
        return numbers.count == count ? numbers : value
    }

    mutating func flag(_ key: String, default value: Bool) -> Bool { self.value(key)?.flag() ?? value }

    mutating func text(
        _ key: String, default value: String, check: (String) -> Check.Fault? = Check.nothing
    ) -> String {
        self.value(key)?.text(check: check) ?? value
    }

    package mutating func optionalText(_ key: String, check: (String) -> Check.Fault? = Check.nothing) -> String? {
        value(key)?.text(check: check)
    }

    /// A text that must be there; empty, with a finding, when it is not.
    package mutating func requiredText(_ key: String, expected: String, check: (String) -> Check.Fault?) -> String {
        if let value = value(key) { return value.text(expected: expected, check: check) ?? "" }
        problems.add(mark) { .keyIsMissing(key, in: path, expected: expected, at: $0) }
        return ""
    }

    /// A list of texts; a single text is a list of one.
    package mutating func texts(_ key: String, default value: [String], check: (String) -> Check.Fault?) -> [String] {
        guard let found = self.value(key) else { return value }
        if found.node.scalar != nil { return found.text(check: check).map { [$0] } ?? value }
        return found.elements()?.compactMap { $0.text(check: check) } ?? value
    }

    /// A list of texts, each with its place; a single text is a list of one.
    mutating func locatedTexts(
        _ key: String, check: (String) -> Check.Fault?
    ) -> [(text: String, place: String)] {
        guard let found = value(key) else { return [] }
        let values = found.node.scalar != nil ? [found] : found.elements() ?? []
        return values.compactMap { value in value.text(check: check).map { ($0, value.place) } }
    }

    /// The school of a district that a key names.
    mutating func school(_ key: String = "school", among schools: [SchoolEntry]) -> SchoolName? {
        guard let value = self.value(key), let name = value.text().flatMap({ SchoolName($0) }) else { return nil }
        if let known = schools.first(where: { $0.name == name }) { return known.name }
        value.report { .schoolNotKnown(name, known: schools.map { $0.name.text }, at: $0) }
        return nil
    }

    /// Whether a key is there with a value.
    package func has(_ key: String) -> Bool { entries.contains { $0.key == key && !$0.value.isNull } }

    /// One of the words of an enumeration; case does not matter.
    package mutating func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: String, default value: Word)
        -> Word
    {
        optionalChoice(key) ?? value
    }

    /// The same where there may be none.
    mutating func optionalChoice<Word: RawRepresentable<String> & CaseIterable>(_ key: String) -> Word? {
        let words = Word.allCases.map(\.rawValue)
        let check = { (text: String) -> Check.Fault? in
            if words.contains(where: { $0.lowercased() == text.lowercased() }) { return nil }
            return Check.Fault(
                expected: words.joined(separator: ", "), remedy: NearestName.hint(for: text, among: words).trimmed)
        }
        guard let text = self.value(key)?.text(check: check) else { return nil }
        return Word.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
    }

    /// The untyped map below a key.
    mutating func options(_ key: String) -> [String: OptionValue] {
        guard let found = value(key) else { return [:] }
        guard found.isMap else {
            found.reject(expected: "the scorer's options as a group of keys")
            return [:]
        }
        guard case .map(let options) = OptionTree.read(found) else { return [:] }
        return options
    }

    /// Refuses the keys that nobody asked for.
    func finish() {
        for entry in entries where !known.contains(entry.key) {
            problems.add(entry.at) { .keyNotKnown(entry.key, in: path, known: known, at: $0) }
        }
    }
}
