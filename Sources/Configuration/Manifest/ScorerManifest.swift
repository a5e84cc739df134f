import Content

/// What a scorer outside of the process says of itself in its `scorer.yaml`; see `Plugins/PROTOCOL.md`.
public struct ScorerManifest: Sendable, Equatable {
    /// One option that a school may set.
    public struct Option: Sendable, Equatable {
        /// The value where the school says nothing; its type is the option's.
        public var value: OptionValue
        /// What it means, in one line.
        public var summary: String
        /// The least and the largest number that it may be.
        public var range: ClosedRange<Double>?
    }

    /// What it may use, in seconds and mebibytes.
    public struct Limits: Sendable, Equatable {
        /// Seconds to answer the greeting.
        public var start = 10
        /// Seconds to take in the items.
        public var items = 60
        /// Seconds to score some learners, and to tell evidence.
        public var batch = 30
        /// Seconds of processor time in all.
        public var processor = 3_600
        /// Mebibytes of memory.
        public var memory = 1_024
        /// Mebibytes of files in its working folder.
        public var files = 64
    }

    /// Its name: letters and digits, beginning with a capital.
    public var name: String
    /// Its version.
    public var version: String
    /// What it is for, in one line that a teacher understands.
    public var summary: String
    /// Whose wishes it speaks for.
    public var say: Say
    /// The program and its arguments.
    public var command: [String]
    /// The form of its messages.
    public var face: ScorerFace
    /// The columns of items that it may ask for.
    public var items: [ItemColumn]
    /// The columns of learners that it may ask for.
    public var learners: [LearnerColumn]
    /// The measures that it may give as evidence.
    public var measures: [String]
    /// Its options by name.
    public var options: [String: Option]
    /// What it may use.
    public var limits: Limits
    /// Folders and files outside of its own that it may read.
    public var reads: [String]

    /// An option that the scorer does not take, or a value that it cannot use.
    public struct OptionProblem: Error, Hashable, Sendable {
        /// The option's name.
        public var option: String
        /// What is wrong, and what is expected.
        public var problem: String
    }

    /// Every option with the school's value or its default, as JSON with sorted names.
    public func options(with given: [String: OptionValue]) throws(OptionProblem) -> String {
        var values = options.mapValues { $0.value }
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            guard let option = options[name] else {
                let known = options.keys.sorted()
                let list = known.isEmpty ? "it takes no options" : "known: " + known.joined(separator: ", ")
                throw OptionProblem(
                    option: name, problem: "is unknown.\(NearestName.hint(for: name, among: known)) (\(list))")
            }
            values[name] = try option.accept(value, as: name)
        }
        return OptionValue.map(values).canonicalText
    }
}

extension ScorerManifest.Option {
    /// A value of this option's type and range.
    fileprivate func accept(
        _ given: OptionValue, as name: String
    ) throws(ScorerManifest.OptionProblem) -> OptionValue {
        let expected: String
        switch (value, given) {
        case (.bool, .bool), (.string, .string), (.list, .list), (.map, .map), (.null, _): return given
        case (.int, .int), (.double, .int), (.double, .double):
            guard let number = given.number, range?.contains(number) ?? true else { fallthrough }
            // One spelling for one number, so that equal options are equal text.
            if case .double = value { return .double(number) }
            return given
        default:
            switch value {
            case .bool: expected = "true or false"
            case .int: expected = "a whole number" + bounds
            case .double: expected = "a number" + bounds
            case .list: expected = "a list"
            case .map: expected = "a group of keys"
            default: expected = "a text"
            }
        }
        throw ScorerManifest.OptionProblem(option: name, problem: "expected \(expected)")
    }

    private var bounds: String {
        guard let range else { return "" }
        return " from \(PlainScalar.text(range.lowerBound)) to \(PlainScalar.text(range.upperBound))"
    }
}
