/// A name or a text of the school's own, as it was written: a learner's name, an article's title, what somebody typed.
///
/// Outcomes of use cases hold texts in this form alone. A sentence of the program cannot be one: what stands in quotes in the source
/// does not compile as an argument. Words are made where outcomes are told (`Phrases`).
public struct Verbatim: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text.
    public let text: String

    /// A text of the school's.
    @_disfavoredOverload public init(_ text: String) { self.text = text }

    /// Takes what stands in quotes in the source, so that the compiler can refuse it: a warning, and warnings are errors here. (What is
    /// unavailable would lose against the one above.)
    @available(*, deprecated, message: "A sentence belongs into Phrases; Verbatim holds what the school has written.")
    public init(_ sentence: Sentence) { text = sentence.text }

    /// A text in quotes in the source, with holes or without.
    public struct Sentence: ExpressibleByStringInterpolation {
        let text: String
        /// Takes any.
        public init(stringLiteral value: String) { text = value }
    }

    /// In the order of their characters.
    public static func < (one: Verbatim, other: Verbatim) -> Bool { one.text < other.text }

    /// The text.
    public var description: String { text }
}

extension Verbatim: Codable {
    /// Reads a plain text.
    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

    /// Writes a plain text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
