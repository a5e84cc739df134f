import Content

/// Topics that are nobody's business but the learner's: health, religion, sexuality, politics. They are named in the learner's own
/// mail alone: never on paper, in another's copy, in a subject.
///
/// `Config/private-words.txt` lists them by language and kind: `[en]`, then lines `health = cancer, diabetes, …`. Each word stands
/// for its family, `=word` for itself alone, `begin*` for all words that begin so.
public struct PrivateTopics: Sendable {
    /// What a topic is about.
    public enum Kind: String, Sendable, CaseIterable {
        case health, religion, sexuality, politics
    }

    /// Lines that were left out, with their place.
    public let findings: [Finding]
    private let languages: [String]
    private let index: WordIndex

    /// Reads the text of a file; `file` is its name in findings. A line that cannot be used is a finding, the others count.
    public init(text: String, file: String) {
        var languages: [String] = []
        var words: WordPatternReader?
        var patterns: [WordPattern] = []
        var findings: [Finding] = []
        for (number, line) in ListLine.lines(of: text) {
            let line = ListLine.content(line)
            if line.isEmpty { continue }
            do throws(WordPatternReader.Fault) {
                if line.hasPrefix("[") {
                    let tag = try DistressListReader.language(of: line, among: languages)
                    words = WordPatternReader(language: languages.count, tag: tag)
                    languages.append(tag)
                } else if let words, let (kind, list) = DistressListReader.definition(line), Kind(rawValue: kind) != nil
                {
                    patterns.append(words.pattern(of: try words.choice(of: list.parts(at: ","))))
                } else {
                    throw .noKindOfTopic(known: Kind.allCases.map(\.rawValue))
                }
            } catch {
                findings.append(.lineLeftOut(error, of: file, line: number))
            }
        }
        self.findings = findings
        self.languages = languages
        index = WordIndex(patterns, languages: languages.count)
    }

    /// Whether a topic, or a title, speaks of one of them.
    public func touch(_ text: String) -> Bool {
        let text = TypedText(text, languages: languages)
        return index.candidates(in: text).contains { $0.matches(in: text) != nil }
    }
}
