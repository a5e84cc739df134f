import Content

/// Reads the lines of a list of held words, one after the other.
struct HeldWordListReader {
    private let file: String
    private(set) var rules: [HeldWordList.Rule] = []
    private(set) var subjects: [HeldWordList.Subject] = []
    private(set) var findings: [Finding] = []
    private var words: WordPatternReader
    /// The grade of the section that is being read.
    private var below: Int?

    /// The line after which each word stands for itself and its plural.
    private static let byForms = "words = forms"

    private typealias Fault = WordPatternReader.Fault

    init(language: String, file: String) {
        self.file = file
        words = WordPatternReader(language: 0, tag: language)
    }

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
        guard line.utf8.count <= DistressListReader.longestLine || line.count <= DistressListReader.longestLine else {
            throw .tooLong
        }
        if line.hasPrefix("[") { return try begin(line) }
        if line == Self.byForms { return words.isByForms = true }
        if let (name, list) = DistressListReader.definition(line), name.hasPrefix("@") {
            return words.add(try words.choice(of: list.parts(at: ",")), to: name)
        }
        if line.hasPrefix("!") { return rules.append(try rule(line.dropFirst(), below: 0)) }
        if line.hasPrefix("?") { return subjects.append(try subject(line.dropFirst().trimmed)) }
        guard let below else { throw .noGradeYet }
        var rule = try rule(line.drop { $0 == "~" }, below: below)
        rule.isWeak = line.hasPrefix("~")
        rules.append(rule)
    }

    private mutating func begin(_ line: String) throws(Fault) {
        let grade = Int(line.dropFirst().prefix { $0 != "]" }.trimmed)
        // What stands below a section that nobody understands is not to count less than it was meant to.
        below = 13
        guard line.hasSuffix("]"), let grade, (1...13).contains(grade) else { throw .noGrade(line) }
        below = grade
    }

    /// A line: what is looked for, then what has to stand by or must not.
    private func rule(_ line: Substring, below: Int) throws(Fault) -> HeldWordList.Rule {
        var parts: [(sign: Substring, words: [Substring])] = [("", [])]
        for word in line.parts(at: " ") {
            if ["+", "-", "++", "--"].contains(word) {
                parts.append((word, []))
            } else {
                parts[parts.count - 1].words.append(word)
            }
        }
        guard parts.count <= WordPatternReader.mostSteps else { throw .tooManyWords }
        var rule = try phrase(parts[0].words, below: below)
        for part in parts.dropFirst() {
            // What frees frees by its family: it decides nothing alone.
            var words = words
            words.isByForms = words.isByForms && !part.sign.hasPrefix("-")
            let choice = try words.choice(of: part.words.joined(separator: " ").parts(at: ","))
            rule.conditions.append(
                .init(words: choice, frees: part.sign.hasPrefix("-"), anywhere: part.sign.count == 2))
        }
        return rule
    }

    /// A subject: `3 of @cook`.
    private func subject(_ line: String) throws(Fault) -> HeldWordList.Subject {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[1] == "of", let least = Int(parts[0]), (1...9).contains(least) else {
            throw .noSubject
        }
        return .init(words: try words.choice(of: parts[2].parts(at: ",")), least: least)
    }

    private func phrase(_ parts: [Substring], below: Int) throws(Fault) -> HeldWordList.Rule {
        guard parts.count > 2, parts[1] == "of", let least = Int(parts[0]), (2...9).contains(least) else {
            return .init(below: below, patterns: [try words.pattern(parts.joined(separator: " "))])
        }
        let patterns = try parts.dropFirst(2).joined(separator: " ").parts(at: ",")
            .map { part throws(Fault) in try words.pattern(part) }
        guard patterns.count >= least else { throw .tooFewWords }
        return .init(below: below, patterns: patterns, least: least)
    }
}
