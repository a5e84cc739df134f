import Content
import Pipeline
import Safeguarding

/// Tries a school's list of distress words on texts: what would be noticed, and by which words. Nobody is told, nothing is kept.
public struct TryDistressWords: UseCase {
    private let school: School

    /// By a school's list.
    package init(_ school: School) { self.school = school }

    /// Which texts.
    public struct Request: Sendable {
        /// The path of the texts, one JSON object a line (`id`, `text`).
        public var file: String

        /// The texts of a file.
        package init(file: String) { self.file = file }
    }

    /// What became of them.
    public struct Outcome: Sendable {
        /// The texts, in their order.
        public var texts: [Tried]
        /// What the school should know of its lists.
        public var findings: [Finding]
    }

    /// What became of a text.
    public struct Tried: Sendable {
        /// The text's id.
        public var id: Verbatim
        /// The words that it would be noticed by, as they stand in it; none: it would not be.
        public var words: [Verbatim]
    }

    private struct Text: Decodable {
        var id: String
        var text: String
    }

    /// Tries them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let texts = try JSONLinesFile.values(Text.self, path: request.file, help: .distress).map { _, text in
            Tried(id: Verbatim(text.id), words: school.distress.signs(in: text.text).map { Verbatim($0) })
        }
        return Outcome(texts: texts, findings: school.findings)
    }
}
