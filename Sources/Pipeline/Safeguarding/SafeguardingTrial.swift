import Safeguarding

/// Tries a school's list of distress words on texts: what would be noticed, and by which words.
public struct SafeguardingTrial: Sendable {
    private let finder: DistressFinder

    /// A trial of a school's list.
    package init(school: School) { finder = school.distress }

    private struct Text: Decodable {
        var id: String
        var text: String
    }

    /// What became of a text.
    public struct Line: Encodable, Sendable {
        /// The text's id.
        public var id: String
        /// Whether somebody would be told.
        public var distress: Bool
        /// By which words, as they stand in the text.
        public var words: [String]

        /// The line in words.
        public var text: String { distress ? "\(id)  noticed by: \(words.joined(separator: ", "))" : "\(id)  -" }
    }

    /// A line for each text of a file of JSON Lines (`id`, `text`), in its order.
    public func lines(of path: String) throws -> [Line] {
        try JSONLinesFile.values(Text.self, path: path, help: "gleaner safeguarding try --help").map { _, text in
            let words = finder.signs(in: text.text)
            return Line(id: text.id, distress: !words.isEmpty, words: words)
        }
    }
}
