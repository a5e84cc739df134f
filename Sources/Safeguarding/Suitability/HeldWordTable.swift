import TextAnalysis

/// A list of held words, made ready to be looked for: each family of words that its rules name has a number, and each word of a
/// text is asked once to which of them it belongs.
struct HeldWordTable: Sendable {
    /// A part of a pattern, by the numbers of its families.
    enum Step: Sendable {
        case gap(Int)
        /// Single words, phrases, and the words that any of them begins with.
        case oneOf(words: Int, phrases: [[Int]], beginnings: Int)
    }

    /// A pattern of a rule.
    struct Pattern: Sendable {
        var rule: Int
        /// Its number among those of its rule.
        var part: Int
        var steps: [Step]
    }

    let language: String
    let rules: [HeldWordList.Rule]
    /// The conditions of each rule, as steps.
    let conditions: [[Step]]
    /// The subjects that weak signs say nothing in.
    let subjects: [(step: Step, least: Int)]
    /// The patterns; those of ways of speaking first.
    let patterns: [Pattern]
    /// How many of them are ways of speaking.
    let idioms: Int
    /// Of each pattern the family of what it may begin with.
    let begins: [Int]
    /// The patterns that a family leads to: no other word has to be looked at for them.
    let ledTo: [[Int]]
    private let families: WordFamilyTable

    init(_ list: HeldWordList) {
        language = list.language
        rules = list.rules
        var families = FamilyNumbers()
        var patterns: [(pattern: Pattern, needed: [Int])] = []
        for (number, rule) in list.rules.enumerated() {
            for (part, pattern) in rule.patterns.enumerated() {
                let steps = pattern.steps.map { families.step($0) }
                let needed = pattern.rarest(in: list.language).map { families.number(of: $0) }
                patterns.append((Pattern(rule: number, part: part, steps: steps), needed))
            }
        }
        let isIdiom = { (pattern: Pattern) in list.rules[pattern.rule].isIdiom }
        let ordered = patterns.filter { isIdiom($0.pattern) } + patterns.filter { !isIdiom($0.pattern) }
        conditions = list.rules.map { $0.conditions.map { families.step(.oneOf($0.words)) } }
        subjects = list.subjects.map { (families.step(.oneOf($0.words)), $0.least) }
        self.patterns = ordered.map(\.pattern)
        idioms = ordered.count { isIdiom($0.pattern) }
        begins = ordered.map { entry in
            // A pattern begins with words; the reader refuses others.
            if case .oneOf(_, _, let beginnings)? = entry.pattern.steps.first { beginnings } else { 0 }
        }
        var ledTo = [[Int]](repeating: [], count: families.count)
        for (number, entry) in ordered.enumerated() {
            for family in entry.needed where ledTo[family].last != number { ledTo[family].append(number) }
        }
        self.ledTo = ledTo
        self.families = families.families
    }

    /// The number of families.
    var count: Int { ledTo.count }

    /// A bit for each subject that a word of these families may begin; there is room for 64, later ones free nothing.
    func subjectsOf(_ families: [Int]) -> UInt64 {
        var bits: UInt64 = 0
        for (number, subject) in subjects.prefix(64).enumerated() {
            if case .oneOf(_, _, let beginnings) = subject.step, families.contains(beginnings) {
                bits |= 1 << UInt64(number)
            }
        }
        return bits
    }

    /// The families that a word belongs to, in their order.
    func families(of word: String, by stemmer: Stemmer) -> [Int] {
        let plain = WordPatternReader.masked(word) ?? TypedText.plain(word)
        return families.of(plain, stem: stemmer.stem(plain))
    }
}

extension WordPattern {
    /// The choice of the pattern that the fewest texts have: one of its first words is in every text that it matches. Of words that
    /// every text is full of each counts as many.
    fileprivate func rarest(in language: String) -> [WordFamilies] {
        let stopWords = StopWords.of(language)
        func cost(_ ways: [WordFamilies]) -> Int {
            ways.flatMap(\.parts).reduce(0) { sum, words in
                sum + words.plain.reduce(0) { $0 + ($1.count < 3 || stopWords.contains($1) ? 100 : 1) }
                    + words.beginnings.reduce(0) { $0 + ($1.count < 3 ? 100 : 1) }
            }
        }
        return ways.min { cost($0) < cost($1) } ?? []
    }
}
