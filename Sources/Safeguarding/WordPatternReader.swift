import Content
import TextAnalysis

/// Reads the phrases of a list of words in one language; see ``DistressList`` for how they are written.
struct WordPatternReader {
    /// The number of the language among those of the list.
    let language: Int
    private let stemmer: Stemmer
    /// Whether a word stands for itself and its plural alone, and not for its family.
    var isByForms = false
    /// The groups so far, by name.
    private var groups: [String: WordPattern.Choice] = [:]

    /// The most parts of a phrase: with its gaps it is looked for at every word.
    static let mostSteps = 16

    /// Why a line cannot be used.
    struct Fault: Error { var problem: String }

    /// A reader for a language by its tag.
    init(language: Int, tag: String) {
        self.language = language
        stemmer = Stemmer(language: tag)
    }

    /// Adds to a group.
    mutating func add(_ words: WordPattern.Choice, to group: String) { groups[group, default: .init()].add(words) }

    /// A pattern of one choice.
    func pattern(of choice: WordPattern.Choice) -> WordPattern {
        WordPattern(steps: [.oneOf(choice)], language: language)
    }

    /// The pattern of a phrase.
    func pattern(_ text: some StringProtocol) throws(Fault) -> WordPattern {
        var steps: [WordPattern.Step] = []
        for part in text.parts(at: " ") {
            switch part {
            case "..": steps.append(.gap(2))
            case "...": steps.append(.gap(5))
            default: steps.append(.oneOf(try choice(of: part.parts(at: "/"))))
            }
        }
        guard case .oneOf? = steps.first, case .oneOf? = steps.last else {
            throw .noWordAtAnEnd(of: text.trimmed)
        }
        guard steps.count <= Self.mostSteps else { throw .tooManyWords }
        return WordPattern(steps: steps, language: language)
    }

    /// The pattern of words side by side, as they stand.
    func phrase(_ text: String) throws(Fault) -> WordPattern {
        var steps: [WordPattern.Step] = []
        for word in text.parts(at: " ") {
            for words in try families(word) { steps.append(.oneOf(.init(words: words))) }
        }
        return WordPattern(steps: steps, language: language)
    }

    /// Words, phrases and groups that stand for one another.
    func choice(of parts: [some StringProtocol]) throws(Fault) -> WordPattern.Choice {
        var choice = WordPattern.Choice()
        for part in parts where !part.trimmed.isEmpty {
            let text = part.trimmed
            if text.hasPrefix("@") {
                guard let group = groups[text] else { throw .noGroup(text) }
                // Most choices are one group.
                if parts.count == 1 { choice = group } else { choice.add(group: group) }
                continue
            }
            var words: [WordPattern.WordFamilies] = []
            for word in text.split(whereSeparator: { $0 == " " || $0 == "_" }) { words += try families(word) }
            choice.add(words)
        }
        guard !choice.isEmpty else { throw .noWord }
        return choice
    }

    /// A word of the list; it is taken apart as the words of texts are, so that `don't` is looked for as it is found.
    private func families(_ word: Substring) throws(Fault) -> [WordPattern.WordFamilies] {
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            return [family(TypedText.plain(word), isAlone: false)]
        }
        let isAlone = word.hasPrefix("=")
        if let masked = Self.masked(word) { return [.init(beginnings: [masked])] }
        if let year = Self.year(word) { return [.init(plain: [year])] }
        let isBeginning = word.hasSuffix("*")
        let plain = Words.split(String(word)).map { TypedText.plain($0) }
        guard !plain.isEmpty else { throw .noLetter(in: word) }
        return plain.map { plain in
            isBeginning ? .init(beginnings: [plain]) : family(plain, isAlone: isAlone)
        }
    }

    private func family(_ plain: String, isAlone: Bool) -> WordPattern.WordFamilies {
        if isByForms { return .init(plain: isAlone ? [plain] : [plain, plain + "s", plain + "es"]) }
        return .init(plain: [plain], stems: isAlone ? [] : [stemmer.stem(plain)])
    }

    /// A word of the list for all years before one, as `<1990`; nil: it is none.
    private static func year(_ word: Substring) -> String? {
        guard word.hasPrefix("<"), let year = Int(word.dropFirst()), (1_000...9_999).contains(year) else { return nil }
        return String(word)
    }

    /// A word that hides letters behind asterisks, as `f***ing`, with two for all of them; nil: it hides none. One asterisk alone
    /// at the end is how lists write a beginning.
    static func masked(_ word: some StringProtocol) -> String? {
        guard let first = word.firstIndex(of: "*"), first != word.startIndex else { return nil }
        let behind = word[first...].drop { $0 == "*" }
        if behind.isEmpty, word[first...].count < 2 { return nil }
        return TypedText.plain(word[..<first]) + "**" + TypedText.plain(behind)
    }
}
