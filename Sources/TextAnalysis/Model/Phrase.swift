/// A word or phrase to look for, matched as whole words or by their stems, never as a part of a word: `apple` finds
/// `apples`, not `pineapple`; `black hole` finds the two words side by side only.
public struct Phrase: Hashable, Sendable {
    /// The phrase as it was said.
    public let text: String
    /// Its words in lower case.
    let words: [String]

    /// A phrase; it matches nothing if it holds no word.
    public init(_ text: String) {
        self.text = text
        words = Words.split(text).map { $0.lowercased() }
    }

    /// Whether a text holds the phrase: asked of a text that no model has read.
    public func isFound(in text: String, language: String?) -> Bool {
        var search = PhraseSearch(self)
        return search.finds(in: text, language: language)
    }

    /// Two phrases are the same that were said the same.
    public static func == (left: Phrase, right: Phrase) -> Bool { left.text == right.text }

    /// The words follow from the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Where a phrase stands in the items of a model.
public struct PhraseMatches: Sendable {
    /// The items that hold it, ascending.
    public let items: [Int]
    /// How often each holds it, title and tags counted three times; in the same order.
    public let counts: [Int]
    /// How telling it is: ln(1 + N/df).
    public let rarity: Float

    /// Matches of something that stands in some of so many items; `items` ascending, `counts` in their order.
    public init(items: [Int], counts: [Int], of all: Int) {
        self.init(items: items, counts: counts, rarity: TextModel.rarity(found: items.count, items: all))
    }

    init(items: [Int], counts: [Int], rarity: Float) {
        self.items = items
        self.counts = counts
        self.rarity = rarity
    }

    /// How often an item holds it; 0 if it does not.
    public func count(in item: Int) -> Int {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if items[middle] < item { low = middle + 1 } else { high = middle }
        }
        return low < items.count && items[low] == item ? counts[low] : 0
    }

    /// Whether an item holds it.
    public func contains(_ item: Int) -> Bool { count(in: item) > 0 }
}

extension TextModel {
    /// Finds a phrase in all items. A word of it matches a word of an item that is spelled alike (but for case and
    /// diacritics) or has the same stem in the item's language.
    public func matches(of phrase: Phrase) -> PhraseMatches {
        guard !phrase.words.isEmpty else { return PhraseMatches(items: [], counts: [], rarity: 0) }
        let wanted = wantedForms(phrase)
        var items: [Int] = []
        var counts: [Int] = []
        for item in candidates(wanted[0]) {
            let count = occurrences(of: wanted, in: rows[item])
            if count > 0 {
                items.append(item)
                counts.append(count)
            }
        }
        return PhraseMatches(items: items, counts: counts, rarity: TextModel.rarity(found: items.count, items: count))
    }

    /// For each word of a phrase the forms that it finds, ascending.
    func wantedForms(_ phrase: Phrase) -> [[Int32]] {
        var stemmers: [String: Stemmer] = [:]
        return phrase.words.map { word in
            let plain = table.words.known(Words.folded(word))
            var stems: [String: Int32] = [:]
            for language in languages {
                let stemmer = stemmers[language] ?? Stemmer(language: language)
                stemmers[language] = stemmer
                stems[language] = table.stems.known(stemmer.stem(word))
            }
            var found = Set<Int32>()
            if let plain { found.formUnion(table.forms(ofWord: plain)) }
            for stem in Set(stems.values) {
                for form in table.forms(ofStem: stem) where stems[table.forms[Int(form)].language] == stem {
                    found.insert(form)
                }
            }
            return found.sorted()
        }
    }

    /// The items that may hold one of the forms, ascending.
    private func candidates(_ forms: [Int32]) -> [Int] {
        guard !forms.isEmpty else { return [] }
        var items = Set<Int32>()
        for word in Set(forms.map { table.wordOfForm[Int($0)] }) {
            items.formUnion(postings.items[postings.range(of: word)])
        }
        // Stop words and lone characters are not in the index: where the phrase begins with one, every item may hold it.
        if forms.contains(where: { table.forms[Int($0)].isStop }) { return Array(rows.indices) }
        return items.sorted().map { Int($0) }
    }

    /// The words of an item that a phrase, given as the forms each of its words finds, matches: in lower case as the item
    /// spells them, once each, in the order of its fields.
    func spellings(of wanted: [[Int32]], in item: Int) -> [String] {
        let forms = rows[item].forms
        guard forms.count >= wanted.count, !wanted.isEmpty, !wanted.contains(where: { $0.isEmpty }) else { return [] }
        var spellings: [String] = []
        for start in 0...(forms.count - wanted.count)
        where wanted.indices.allSatisfy({ wanted[$0].contains(forms[start + $0]) }) {
            let spelling = wanted.indices.map { table.forms[Int(forms[start + $0])].spelling }.joined(separator: " ")
            if !spellings.contains(spelling) { spellings.append(spelling) }
        }
        return spellings
    }

    private func occurrences(of wanted: [[Int32]], in row: TextRow) -> Int {
        guard row.forms.count >= wanted.count, !wanted.contains(where: { $0.isEmpty }) else { return 0 }
        var count = 0
        for start in 0...(row.forms.count - wanted.count) {
            let matches = wanted.indices.allSatisfy { wanted[$0].contains(row.forms[start + $0]) }
            if matches { count += start < row.bodyStart ? TextModel.headWeight : 1 }
        }
        return count
    }
}
