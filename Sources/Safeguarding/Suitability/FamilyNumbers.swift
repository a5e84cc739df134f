/// Gives families of words their numbers.
struct FamilyNumbers: Sendable {
    private var numbers: [WordPattern.WordFamilies: Int] = [:]
    private var byWord: [String: [Int]] = [:]
    private var byStem: [String: [Int]] = [:]
    /// Years before one.
    private var byYear: [(bound: Int, family: Int)] = []
    private var byBeginning: [String: [(beginning: String, family: Int)]] = [:]

    var count: Int { numbers.count }

    mutating func number(of words: WordPattern.WordFamilies) -> Int {
        if let known = numbers[words] { return known }
        let number = numbers.count
        numbers[words] = number
        let parts = words.parts
        for word in Set(parts.flatMap(\.plain)) {
            byWord[word, default: []].append(number)
            if word.hasPrefix("<"), let bound = Int(word.dropFirst()) { byYear.append((bound, number)) }
        }
        for stem in Set(parts.flatMap(\.stems)) { byStem[stem, default: []].append(number) }
        for beginning in parts.flatMap(\.beginnings) {
            byBeginning[String(beginning.prefix(2)), default: []].append((beginning, number))
        }
        return number
    }

    mutating func step(_ step: WordPattern.Step) -> HeldWordTable.Step {
        switch step {
        case .gap(let most): return .gap(most)
        case .oneOf(let choice):
            let words = number(of: choice.words)
            guard !choice.phrases.isEmpty else { return .oneOf(words: words, phrases: [], beginnings: words) }
            var beginnings = WordPattern.WordFamilies(groups: [choice.words])
            for first in choice.phrases.compactMap(\.first) { beginnings.add(first) }
            return .oneOf(
                words: words, phrases: choice.phrases.map { $0.map { number(of: $0) } },
                beginnings: number(of: beginnings))
        }
    }

    /// What a text's words are asked of.
    var families: WordFamilyTable {
        WordFamilyTable(
            byWord: FlatLists(byWord), byStem: FlatLists(byStem), byYear: byYear, byBeginning: byBeginning)
    }
}

/// To which families a word belongs.
struct WordFamilyTable: Sendable {
    let byWord: FlatLists
    let byStem: FlatLists
    let byYear: [(bound: Int, family: Int)]
    let byBeginning: [String: [(beginning: String, family: Int)]]

    /// The families of a word with its stem, ascending.
    func of(_ plain: String, stem: String) -> [Int] {
        var found = Set(byWord[plain].map { Int($0) })
        found.formUnion(byStem[stem].map { Int($0) })
        for length in 1...2 {
            for (beginning, number) in byBeginning[String(plain.prefix(length))] ?? []
            where plain.hasPrefix(beginning) { found.insert(number) }
        }
        if plain.utf8.count == 4, let year = Int(plain), year >= 1_000 {
            for (bound, number) in byYear where year < bound { found.insert(number) }
        }
        return found.sorted()
    }
}

/// Lists of numbers by text, one behind the other: thousands of small arrays would be most of the memory.
struct FlatLists: Sendable {
    private var ranges: [String: Range<Int32>]
    private var numbers: [Int32] = []

    /// The lists of a dictionary.
    init(_ lists: [String: [Int]]) {
        ranges = Dictionary(minimumCapacity: lists.count)
        numbers.reserveCapacity(lists.values.reduce(0) { $0 + $1.count })
        for (text, list) in lists {
            let start = Int32(numbers.count)
            numbers += list.map { Int32($0) }
            ranges[text] = start..<Int32(numbers.count)
        }
    }

    /// The numbers of a text; none where it has no list.
    subscript(text: String) -> ArraySlice<Int32> {
        ranges[text].map { numbers[Int($0.lowerBound)..<Int($0.upperBound)] } ?? []
    }
}
