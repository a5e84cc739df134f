/// The name of a school as it is compared: a roster writes `Hill Road School`, the configuration `hill road school`, and a
/// spreadsheet a blank behind it. Upper and lower case and blanks at the ends tell no two schools apart.
public struct SchoolName: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// As it is written.
    public let text: String
    /// What is compared.
    private let key: String

    /// A name as somebody wrote it; nil where nothing is written.
    public init?(_ text: String) {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return nil }
        self.text = trimmed
        key = trimmed.lowercased()
    }

    /// The school of a learner; nil where none is known.
    public init?(of learner: Learner) {
        guard let school = learner.school else { return nil }
        self.init(school)
    }

    /// As it is written.
    public var description: String { text }

    /// Whether two names are of one school.
    public static func == (one: SchoolName, other: SchoolName) -> Bool { one.key == other.key }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// By what is compared.
    public static func < (one: SchoolName, other: SchoolName) -> Bool { one.key < other.key }

    /// Reads a name as it is written.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let name = SchoolName(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a school's name is empty")
        }
        self = name
    }

    /// Writes the name as it is written.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
