import Configuration
import Content
import Pipeline
import Safeguarding

/// Tries a school's held words on texts: which would wait, below which grade, and by which words. Nothing is kept.
public struct TrySuitability: UseCase {
    private let school: School

    /// By a school's lists.
    package init(_ school: School) { self.school = school }

    /// Which texts.
    public struct Request: Sendable {
        /// The path of the texts, one JSON object a line (`id`, `language`, `title`, `text`).
        public var file: String

        /// The texts of a file.
        package init(file: String) { self.file = file }
    }

    /// What became of them.
    public struct Outcome: Sendable {
        /// The texts, in their order.
        public var texts: [Tried]
        /// The lines that could not be used.
        public var unread: [JSONLinesRefusal]
        /// What the school should know of its lists.
        public var findings: [Finding]
    }

    /// What became of a text.
    public struct Tried: Sendable {
        /// The text's id.
        public var id: Verbatim
        /// The grade below which it would wait; 13: for everybody; nil: it would not.
        public var heldBelow: Int?
        /// The words that it would wait for, as they stand in it.
        public var words: [Verbatim]
    }

    private struct Text: Decodable {
        var id: String
        var language: String?
        var title: String?
        var text: String
    }

    /// Tries them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var outcome = Outcome(texts: [], unread: [], findings: school.findings)
        var reading = school.held.reading(languages: school.configuration.school.languages)
        for (_, result) in try JSONLinesFile.results(Text.self, path: request.file, help: .suitability) {
            switch result {
            case .success(let text):
                let held = reading.verdict([text.title ?? "", text.text], language: text.language)
                outcome.texts.append(
                    Tried(
                        id: Verbatim(text.id), heldBelow: held?.heldBelow,
                        words: (held?.words ?? []).map { Verbatim($0) }))
            case .failure(let refusal): outcome.unread.append(refusal)
            }
        }
        return outcome
    }
}
