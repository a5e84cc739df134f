import Content

/// What holds an article until somebody has read it, in one language, as `Config/held-words/LANGUAGE.txt` lists it.
///
/// `[7]` begins what holds below grade 7; 13 is nobody without a person's approval. A line is a phrase, written as in a
/// ``DistressList``: families of words, `=word` alone, `begin*`, `..` and `...` for gaps, `one/other`, `@groups`.
///
/// | in a line | says |
/// |---|---|
/// | `shot + police, hospital` | only where one of these stands near: in the same sentence, the one before, the one after, the title |
/// | `die - hamster, battery` | not where one of these stands near |
/// | `++`, `--` | the same of the whole article |
/// | `3 of bonus, jackpot, stake` | three different ones within forty words |
/// | `~ corpse` | a weak sign: never in a subject; a word alone only beside another sign, within forty words |
/// | `? 3 of @cook` | a subject: weak signs say nothing where three different words of the group stand near |
/// | `! killer whale` | a way of speaking: its words are no sign of anything |
/// | `@name = one, other` | makes a group, or adds to it |
/// | `<1990` | a year before 1990, in four figures |
/// | `words = forms` | from here on each word stands for itself and its plural, not for its family |
public struct HeldWordList: Sendable, Hashable {
    /// What holds, or takes back.
    struct Rule: Sendable, Hashable {
        /// The grade below which it holds; 0: a way of speaking.
        var below: Int
        /// What is looked for; of several so many different ones.
        var patterns: [WordPattern]
        /// How many different ones of the patterns have to be near each other.
        var least = 1
        /// What has to stand by, or must not.
        var conditions: [Condition] = []
        /// Whether it counts beside another sign alone.
        var isWeak = false

        var isIdiom: Bool { below == 0 }

        /// Whether a weak sign by it is enough: it is a phrase, or asks for company of its own.
        var hasCompany: Bool { least > 1 || patterns[0].steps.count > 1 || conditions.contains { !$0.frees } }
    }

    /// Words that have to stand by, or must not.
    struct Condition: Sendable, Hashable {
        var words: WordPattern.Choice
        /// Whether they take the rule back; else it needs them.
        var frees: Bool
        /// Whether they count in the whole article; else only near.
        var anywhere: Bool
    }

    /// Something that uses frightening words in its own way.
    struct Subject: Sendable, Hashable {
        var words: WordPattern.Choice
        /// So many different words make a text one about it.
        var least: Int
    }

    /// The language, by its tag.
    public let language: String
    /// The rules, in the order of the file.
    let rules: [Rule]
    /// What weak signs say nothing in.
    let subjects: [Subject]
    /// Lines that were left out, with their place.
    public let findings: [Finding]

    /// Whether there is nothing in it that could be found.
    public var isEmpty: Bool { rules.allSatisfy(\.isIdiom) }

    /// Reads the text of a list; `file` is its name in findings. A line that cannot be used is a finding, the others count.
    public init(text: String, language: String, file: String) {
        var reader = HeldWordListReader(language: language, file: file)
        for (number, line) in ListLine.lines(of: text) { reader.read(line, number: number) }
        self.language = language
        rules = reader.rules
        subjects = reader.subjects
        findings = reader.findings
    }

    /// A list of phrases that hold for everybody, each as it stands with the families of its words.
    public init(phrases: [String], language: String) {
        let reader = WordPatternReader(language: 0, tag: language)
        self.language = language
        // What has no letter was left out when the phrases were read.
        rules = phrases.compactMap { try? reader.phrase($0) }.filter { !$0.steps.isEmpty }
            .map { Rule(below: 13, patterns: [$0]) }
        subjects = []
        findings = []
    }

    /// This list and what another one of the same language says.
    public func adding(_ other: HeldWordList) -> HeldWordList { HeldWordList(self, other) }

    private init(_ list: HeldWordList, _ other: HeldWordList) {
        language = list.language
        rules = list.rules + other.rules
        subjects = list.subjects + other.subjects
        findings = list.findings + other.findings
    }
}
