/// The phrases of many families in one language. A text is read once for all of them, and words are compared by their numbers.
struct PhraseTable: Sendable {
    /// A phrase of a family that stands in a text.
    struct Hit: Sendable {
        /// The family's number.
        var family: Int32
        /// The text's number among those of its article.
        var part: Int32
        /// The number of the phrase's first word.
        var start: Int32
        /// How many words it has.
        var count: Int32
        /// The family's member; -1: it is something else.
        var member: Int32
        /// Nil: it is something else.
        var width: TopicFamily.Width?
        /// Whether it is written with a capital wherever it stands.
        var isProper: Bool
    }

    private struct Phrase: Sendable {
        var first: Int32
        var rest: Range<Int32>
        var capitals: String?
        var family: Int32
        var member: Int32
        var width: TopicFamily.Width?
        var isProper: Bool
    }

    /// The number of a word that no phrase has.
    private static let unknown: Int32 = -1

    private let numbers: [String: Int32]
    /// In the order of their first words' numbers.
    private let phrases: [Phrase]
    /// Where in ``phrases`` those that begin with a word are.
    private let beginnings: [Int32]
    /// The words after the first, of all phrases.
    private let rests: [Int32]
    private let company: FamilyCompany
    /// The number of each word's beginning: `dog` and `dogs` have one, and so have `math` and `mathematical`.
    private let roots: [Int32]

    private static let rootLength = 4

    /// A table of the words that families have, each in its language, by the families' numbers.
    init(_ families: [(words: TopicFamily.LanguageWords, language: String)]) {
        var numbers: [String: Int32] = [:]
        func number(_ word: String) -> Int32 {
            if let known = numbers[word] { return known }
            let new = Int32(numbers.count)
            numbers[word] = new
            return new
        }
        var phrases: [Phrase] = []
        var rests: [Int32] = []
        var companies: [[Int32]] = []
        for (family, (words, language)) in families.enumerated() {
            func add(_ phrase: String, _ width: TopicFamily.Width?, _ member: Int) {
                let key = PhraseKey(phrase, language: language)
                guard let first = key.words.first else { return }
                let start = Int32(rests.count)
                rests += key.words.dropFirst().map { number($0) }
                phrases.append(
                    Phrase(
                        first: number(first), rest: start..<Int32(rests.count), capitals: key.capitals,
                        family: Int32(family), member: Int32(member), width: width,
                        isProper: phrase.contains { $0.isUppercase }))
            }
            for phrase in words.not { add(phrase, nil, -1) }
            for (member, entry) in words.members.enumerated() { add(entry.phrase, entry.width, member) }
            let single = words.company.map { PhraseKey($0, language: language).words }.filter { $0.count == 1 }
            companies.append(single.map { number($0[0]) })
        }
        var beginnings = [Int32](repeating: 0, count: numbers.count + 1)
        for phrase in phrases { beginnings[Int(phrase.first) + 1] += 1 }
        for word in beginnings.indices.dropFirst() { beginnings[word] += beginnings[word - 1] }
        self.numbers = numbers
        self.phrases = phrases.sorted { ($0.first, $0.family, $0.member) < ($1.first, $1.family, $1.member) }
        self.beginnings = beginnings
        self.rests = rests
        company = FamilyCompany(companies)
        var known: [Substring: Int32] = [:]
        var roots = [Int32](repeating: 0, count: numbers.count)
        for (word, number) in numbers {
            let root = word.prefix(Self.rootLength)
            let next = Int32(known.count)
            roots[Int(number)] = known[root, default: next]
            if known[root] == nil { known[root] = next }
        }
        self.roots = roots
    }

    /// The numbers of a text's words.
    func numbers(of text: TopicText) -> [Int32] { text.words.map { numbers[$0.form] ?? Self.unknown } }

    /// Adds the phrases that stand in a text, whose words have these numbers.
    func look(in text: TopicText, _ words: [Int32], part: Int, into hits: inout [Hit]) {
        for (start, word) in words.enumerated() where word != Self.unknown {
            for phrase in phrases[Int(beginnings[Int(word)])..<Int(beginnings[Int(word) + 1])] {
                guard stands(phrase, at: start, in: text, words) else { continue }
                hits.append(
                    Hit(
                        family: phrase.family, part: Int32(part), start: Int32(start),
                        count: Int32(phrase.rest.count + 1), member: phrase.member, width: phrase.width,
                        isProper: phrase.isProper))
            }
        }
    }

    private func stands(_ phrase: Phrase, at start: Int, in text: TopicText, _ words: [Int32]) -> Bool {
        guard start + phrase.rest.count < words.count else { return false }
        for (word, rest) in zip(words[(start + 1)...], phrase.rest) where word != rests[Int(rest)] { return false }
        guard let capitals = phrase.capitals else { return true }
        return text.words[start].isCapital && text.written(start..<(start + 1)) == capitals
    }

    /// Whether everyday words are known that tell a family's sense.
    func hasCompany(_ family: Int) -> Bool { company.has(family) }

    /// Whether a word is one of those that tell a family's sense.
    func isCompany(_ word: Int32, of family: Int) -> Bool { word != Self.unknown && company.holds(word, for: family) }

    /// The number of the beginning of a word that stands in a phrase or in a company.
    func root(of word: Int32) -> Int32 { roots[Int(word)] }
}
