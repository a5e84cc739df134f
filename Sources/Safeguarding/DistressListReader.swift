import Content
import TextAnalysis

/// Reads the lines of a distress list, one after the other.
struct DistressListReader {
    let file: String
    private(set) var languages: [String] = []
    private(set) var signs: [DistressList.Entry] = []
    private(set) var hints: [DistressPattern] = []
    private(set) var idioms: [DistressPattern] = []
    private(set) var contexts: [DistressPattern] = []
    private(set) var findings: [Finding] = []
    /// The groups of the language that is being read, by name.
    private var groups: [String: DistressPattern.Choice] = [:]
    private var stemmer: Stemmer?

    /// The longest line, in characters: a group of many words is split over several lines of one name.
    static let longestLine = 2_000
    /// The most parts of a phrase: with its gaps it is looked for at every word.
    static let mostSteps = 16

    init(file: String) { self.file = file }

    /// Why a line cannot be used.
    struct Fault: Error { var problem: String }

    mutating func read(_ line: Substring, number: Int) {
        let line = line.prefix { $0 != "#" }.trimmed
        if line.isEmpty { return }
        do throws(Fault) {
            try take(line)
        } catch {
            findings.append(
                Finding(
                    .warning, at: "\(file):\(number):1", error.problem + " The line was left out.",
                    remedy: "The head of the file says how lines are written."))
        }
    }

    private mutating func take(_ line: String) throws(Fault) {
        guard line.count <= Self.longestLine else { throw Fault(problem: "The line is too long.") }
        if line.hasPrefix("[") { return try begin(line) }
        guard let stemmer else { throw Fault(problem: "No language was named yet, as [en].") }
        if let (name, words) = definition(line), name == "unless" || name.hasPrefix("@") {
            let words = try choice(of: words.split(separator: ","), stemmer)
            if name == "unless" {
                contexts.append(DistressPattern(steps: [.oneOf(words)], language: languages.count - 1))
            } else {
                groups[name, default: .init()].add(words)
            }
        } else if line.hasPrefix("+") {
            hints.append(try pattern(line.dropFirst(), stemmer))
        } else if line.hasPrefix("!") {
            idioms.append(try pattern(line.dropFirst(), stemmer))
        } else {
            let isWeak = line.hasPrefix("?")
            signs.append(.init(pattern: try pattern(isWeak ? line.dropFirst() : line[...], stemmer), isWeak: isWeak))
        }
    }

    /// The parts of a line `name = words`. (In a phrase no `=` stands alone.)
    private func definition(_ line: String) -> (name: String, words: Substring)? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, parts[1] == "=" else { return nil }
        return (String(parts[0]), parts[2])
    }

    private mutating func begin(_ line: String) throws(Fault) {
        let tag = line.dropFirst().prefix { $0 != "]" }.trimmed.lowercased()
        guard line.hasSuffix("]"), (2...3).contains(tag.count), tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { throw Fault(problem: "'\(line.prefix(20))' names no language, as [en].") }
        guard !languages.contains(tag) else { throw Fault(problem: "The language '\(tag)' stands here twice.") }
        languages.append(tag)
        groups = [:]
        stemmer = Stemmer(language: tag)
    }

    private func pattern(_ text: some StringProtocol, _ stemmer: Stemmer) throws(Fault) -> DistressPattern {
        var steps: [DistressPattern.Step] = []
        for part in text.split(separator: " ") {
            switch part {
            case "..": steps.append(.gap(2))
            case "...": steps.append(.gap(5))
            default: steps.append(.oneOf(try choice(of: part.split(separator: "/"), stemmer)))
            }
        }
        guard case .oneOf? = steps.first, case .oneOf? = steps.last else {
            throw Fault(problem: "'\(text.trimmed)' has no word at its beginning or end.")
        }
        guard steps.count <= Self.mostSteps else { throw Fault(problem: "The phrase has too many words.") }
        return DistressPattern(steps: steps, language: languages.count - 1)
    }

    /// Words, phrases and groups that stand for one another.
    private func choice(
        of parts: [some StringProtocol], _ stemmer: Stemmer
    ) throws(Fault) -> DistressPattern.Choice {
        var choice = DistressPattern.Choice()
        for part in parts where !part.trimmed.isEmpty {
            let text = part.trimmed
            if text.hasPrefix("@") {
                guard let group = groups[text] else { throw Fault(problem: "There is no group '\(text)' above.") }
                choice.add(group)
                continue
            }
            var words: [DistressPattern.WordFamilies] = []
            for word in text.split(whereSeparator: { $0 == " " || $0 == "_" }) { words += try families(word, stemmer) }
            choice.add(words)
        }
        guard !choice.isEmpty else { throw Fault(problem: "There is no word in it.") }
        return choice
    }

    /// A word of the list; it is taken apart as the words of texts are, so that `don't` is looked for as it is found.
    private func families(_ word: Substring, _ stemmer: Stemmer) throws(Fault) -> [DistressPattern.WordFamilies] {
        let isAlone = word.hasPrefix("=")
        let isBeginning = word.hasSuffix("*")
        let plain = Words.split(String(word)).map { TypedText.plain($0) }
        guard !plain.isEmpty else { throw Fault(problem: "'\(word)' has no letter in it.") }
        return plain.map { plain in
            if isBeginning { return .init(beginnings: [plain]) }
            return .init(plain: [plain], stems: isAlone ? [] : [stemmer.stem(plain)])
        }
    }
}

extension DistressPattern.Choice {
    var isEmpty: Bool { words.isEmpty && phrases.isEmpty }

    mutating func add(_ other: DistressPattern.Choice) {
        words.add(other.words)
        for phrase in other.phrases { add(phrase) }
    }

    /// Adds a word or a phrase.
    mutating func add(_ phrase: [DistressPattern.WordFamilies]) {
        if phrase.count == 1 {
            words.add(phrase[0])
        } else if !phrase.isEmpty {
            // The longest first: what is written out is meant before a part of it.
            let place = phrases.firstIndex { $0.count < phrase.count } ?? phrases.endIndex
            phrases.insert(phrase, at: place)
        }
    }
}

extension DistressPattern.WordFamilies {
    var isEmpty: Bool { plain.isEmpty && beginnings.isEmpty }

    mutating func add(_ other: DistressPattern.WordFamilies) {
        plain.formUnion(other.plain)
        stems.formUnion(other.stems)
        beginnings += other.beginnings
    }
}
