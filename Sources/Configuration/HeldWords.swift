import Content
import Foundation

/// Words and phrases that hold an article until a teacher has read it whoever it is for, as a school lists them in one file: one a
/// line; `#` begins a comment, blank lines do not count.
public struct HeldWords: Sendable, Equatable {
    /// The words and phrases as they are written, without doubles, in the order of the file.
    public let phrases: [String]
    /// Lines that were left out, with their place.
    public let findings: [Finding]

    /// The largest file that is read, in bytes.
    public static let largestFile = 1_000_000
    /// The longest phrase, in characters.
    public static let longestPhrase = 100

    /// Reads the text of a file; `file` is its name in findings. A line that cannot be used is a finding, the others count.
    public init(text: String, file: String) {
        var phrases: [String] = []
        var seen: Set<String> = []
        var findings: [Finding] = []
        // Marks that nobody sees, such as the one that begins a file and stands in its middle where two were joined: a word with
        // one in it would never be found in an article.
        let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !Self.isUnseen($0) }))
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            let words = Self.withoutComment(line).split(whereSeparator: \.isWhitespace)
            let phrase = words.joined(separator: " ")
            if phrase.isEmpty { continue }
            if let finding = Self.fault(of: phrase, in: file, line: index + 1) {
                findings.append(finding)
            } else if seen.insert(phrase.lowercased()).inserted {
                phrases.append(phrase)
            }
        }
        self.phrases = phrases
        self.findings = findings
    }

    /// Reads a file. Throws ``ConfigurationError`` when it is absent, too large or not UTF-8.
    public static func read(path: String, name: String) throws(ConfigurationError) -> HeldWords {
        HeldWords(text: try text(path: path, name: name), file: name)
    }

    /// The text of a file of held words. Throws ``ConfigurationError`` when it is absent, too large or not UTF-8.
    public static func text(path: String, name: String) throws(ConfigurationError) -> String {
        try BoundedFile.text(path: path, name: name, limit: largestFile, remedy: FileRemedy.heldWords)
    }

    /// A line up to a `#` at its beginning or after a blank.
    private static func withoutComment(_ line: Substring) -> Substring {
        var previous: Character = " "
        for index in line.indices {
            if line[index] == "#", previous.isWhitespace { return line[..<index] }
            previous = line[index]
        }
        return line
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        [0xFEFF, 0x200B, 0x2060, 0x00AD].contains(scalar.value)
    }

    private static func fault(of phrase: String, in file: String, line: Int) -> Finding? {
        if phrase.count > longestPhrase { return .phraseIsTooLong(in: file, line: line, most: longestPhrase) }
        if !phrase.contains(where: { $0.isLetter || $0.isNumber }) {
            return .phraseHasNoLetter(phrase, in: file, line: line)
        }
        if phrase.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return .phraseHasControlCharacter(in: file, line: line)
        }
        return nil
    }
}
