import Content
import TextAnalysis

/// What a school takes for a sign that a child needs help, as `Config/distress-words.txt` lists it.
///
/// A language begins with its tag in brackets. A line is a phrase; each of its words stands for its family (`hit` for
/// `hits`, `hitting`), `=word` for itself alone, `begin*` for all words that begin so. `..` leaves room for up to two other
/// words, `...` for five. `one/other` is a choice; `@name` is a group, defined by a line `@name = one, other, a phrase`.
///
/// | a line that begins with | says |
/// |---|---|
/// | nothing | a sign, wherever it stands |
/// | `?` | a sign, unless a word of an `unless` line is in the text too |
/// | `+` | a hint: two of them in one text are such a sign |
/// | `!` | a way of speaking: its words are no sign of anything |
/// | `unless =` | words that tell of a game, a book, a class project |
public struct DistressList: Sendable {
    /// A line of the list.
    struct Entry: Sendable {
        var pattern: WordPattern
        /// Whether the words of an `unless` line take it back.
        var isWeak: Bool
    }

    /// The languages that there are lines in, in the order of the file.
    public let languages: [String]
    /// The signs.
    let signs: [Entry]
    /// What is a sign where two of them stand together, and nothing takes them back.
    let hints: [WordPattern]
    /// Ways of speaking.
    let idioms: [WordPattern]
    /// What takes weak signs back.
    let contexts: [WordPattern]
    /// Lines that were left out, with their place.
    public let findings: [Finding]

    /// Whether there is nothing in it that could be found.
    public var isEmpty: Bool { signs.isEmpty && hints.isEmpty }

    /// Whether there is nothing in a text of one that could be found. It reads no further than to the first sign.
    public static func isEmpty(_ text: String) -> Bool {
        var reader = DistressListReader(file: "")
        for (number, line) in ListLine.lines(of: text) {
            reader.read(line, number: number)
            if !reader.signs.isEmpty || !reader.hints.isEmpty { return false }
        }
        return true
    }

    /// Reads the text of a file; `file` is its name in findings. A line that cannot be used is a finding, the others count.
    public init(text: String, file: String) {
        var reader = DistressListReader(file: file)
        for (number, line) in ListLine.lines(of: text) { reader.read(line, number: number) }
        languages = reader.languages
        signs = reader.signs
        hints = reader.hints
        idioms = reader.idioms
        contexts = reader.contexts
        findings = reader.findings
    }
}
