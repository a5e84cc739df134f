import Content

/// Reads the lines of a distress list, one after the other.
struct DistressListReader {
    let file: String
    private(set) var languages: [String] = []
    private(set) var signs: [DistressList.Entry] = []
    private(set) var hints: [WordPattern] = []
    private(set) var idioms: [WordPattern] = []
    private(set) var contexts: [WordPattern] = []
    private(set) var findings: [Finding] = []
    /// Reads the phrases of the language that is being read.
    private var words: WordPatternReader?

    /// The longest line, in characters: a group of many words is split over several lines of one name.
    static let longestLine = 2_000

    init(file: String) { self.file = file }

    private typealias Fault = WordPatternReader.Fault

    mutating func read(_ line: Substring, number: Int) {
        let line = ListLine.content(line)
        if line.isEmpty { return }
        do throws(Fault) {
            try take(line)
        } catch {
            findings.append(.lineLeftOut(error, of: file, line: number))
        }
    }

    private mutating func take(_ line: String) throws(Fault) {
        guard line.utf8.count <= Self.longestLine || line.count <= Self.longestLine else { throw .tooLong }
        if line.hasPrefix("[") { return try begin(line) }
        guard let words else { throw .noLanguageYet }
        if let (name, list) = Self.definition(line), name == "unless" || name.hasPrefix("@") {
            let choice = try words.choice(of: list.parts(at: ","))
            if name == "unless" {
                contexts.append(words.pattern(of: choice))
            } else {
                self.words?.add(choice, to: name)
            }
        } else if line.hasPrefix("+") {
            hints.append(try words.pattern(line.dropFirst()))
        } else if line.hasPrefix("!") {
            idioms.append(try words.pattern(line.dropFirst()))
        } else {
            let isWeak = line.hasPrefix("?")
            signs.append(.init(pattern: try words.pattern(isWeak ? line.dropFirst() : line[...]), isWeak: isWeak))
        }
    }

    /// The parts of a line `name = words`. (In a phrase no `=` stands alone.)
    static func definition(_ line: String) -> (name: String, words: Substring)? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[1] == "=" else { return nil }
        return (String(parts[0]), parts[2])
    }

    private mutating func begin(_ line: String) throws(Fault) {
        let tag = try Self.language(of: line, among: languages)
        words = WordPatternReader(language: languages.count, tag: tag)
        languages.append(tag)
    }

    /// The language that a line `[en]` begins.
    static func language(of line: String, among known: [String]) throws(WordPatternReader.Fault) -> String {
        let tag = line.dropFirst().prefix { $0 != "]" }.trimmed.lowercased()
        guard line.hasSuffix("]"), (2...3).contains(tag.count), tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { throw .noLanguage(line) }
        guard !known.contains(tag) else { throw .languageTwice(tag) }
        return tag
    }
}
