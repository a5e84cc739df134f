/// Finds which of many patterns may match a text at all, by one word that each of them needs: few of a thousand lines have
/// any word of a wish in them.
struct WordIndex: Sendable {
    let patterns: [WordPattern]
    /// The patterns that a word leads to, by the word as it is compared.
    private var byWord: [String: [Int]] = [:]
    /// The same by stem, for each language.
    private var byStem: [[String: [Int]]]
    /// The same by how a word begins.
    private var byBeginning: [(beginning: String, pattern: Int)] = []

    init(_ patterns: [WordPattern], languages: Int) {
        self.patterns = patterns
        byStem = Array(repeating: [:], count: languages)
        for (number, pattern) in patterns.enumerated() {
            for words in pattern.needed.flatMap(\.parts) {
                for word in words.plain { byWord[word, default: []].append(number) }
                for stem in words.stems { byStem[pattern.language][stem, default: []].append(number) }
                for beginning in words.beginnings { byBeginning.append((beginning, number)) }
            }
        }
    }

    /// The patterns that may match a text, in their order.
    func candidates(in text: TypedText) -> [WordPattern] {
        var found = Set<Int>()
        for word in text.words {
            found.formUnion(byWord[word.plain] ?? [])
            for (language, stem) in word.stems.enumerated() { found.formUnion(byStem[language][stem] ?? []) }
            for (beginning, number) in byBeginning where word.plain.hasPrefix(beginning) { found.insert(number) }
        }
        return found.sorted().map { patterns[$0] }
    }
}

extension WordPattern {
    /// The choice of the pattern with the fewest ways to be met, by the first word of each way: one of these words is in every
    /// text that it matches.
    fileprivate var needed: [WordFamilies] {
        func size(_ ways: [WordFamilies]) -> Int {
            ways.flatMap(\.parts).reduce(0) { $0 + $1.plain.count + $1.beginnings.count }
        }
        return ways.min { size($0) < size($1) } ?? []
    }

    /// Of each choice the first words of all ways to meet it.
    var ways: [[WordFamilies]] {
        steps.compactMap { step -> [WordFamilies]? in
            guard case .oneOf(let choice) = step else { return nil }
            return [choice.words] + choice.phrases.compactMap(\.first)
        }
    }
}
