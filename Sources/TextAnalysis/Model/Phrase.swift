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

    /// The words of a text that match, in their own spelling, once each, in order; empty when there are none.
    public func spellings(in text: String, language: String?) -> [String] {
        guard !words.isEmpty else { return [] }
        let stemmer = Stemmer(language: language ?? TextModelBuilder.unknownLanguage)
        let wanted = words.map { (word: Words.folded($0), stem: stemmer.stem($0)) }
        let found = Words.split(text)
        guard found.count >= wanted.count else { return [] }
        var spellings: [String] = []
        for start in 0...(found.count - wanted.count) {
            let matches = wanted.indices.allSatisfy { offset in
                let word = found[start + offset]
                return Words.folded(word) == wanted[offset].word || stemmer.stem(word) == wanted[offset].stem
            }
            guard matches else { continue }
            let spelling = found[start..<(start + wanted.count)].joined(separator: " ").lowercased()
            if !spellings.contains(spelling) { spellings.append(spelling) }
        }
        return spellings
    }
}

/// Where a phrase stands in the items of a model.
public struct PhraseMatches: Sendable {
    /// The items that hold it, ascending.
    public let items: [Int]
    /// How often each holds it, title and tags counted three times; in the same order.
    public let counts: [Int]
    /// How telling it is: ln(1 + N/df).
    public let rarity: Float

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
        var items: [Int] = []
        var counts: [Int] = []
        guard !phrase.words.isEmpty else { return PhraseMatches(items: [], counts: [], rarity: 0) }
        let plain = phrase.words.map { wordNumbers.known(Words.folded($0)) }
        var stemmed: [String: [Int32?]] = [:]
        for language in languages {
            let stemmer = Stemmer(language: language)
            stemmed[language] = phrase.words.map { stemNumbers.known(stemmer.stem($0)) }
        }
        var candidates: Set<Int32> = []
        if let first = plain[0] { candidates.formUnion(itemsOfWord[Int(first)]) }
        for numbers in stemmed.values { if let first = numbers[0] { candidates.formUnion(itemsOfStem[Int(first)]) } }
        for item in candidates.sorted() {
            let sequence = sequences[Int(item)]
            let count = occurrences(in: sequence, plain: plain, stems: stemmed[sequence.language] ?? [])
            if count > 0 {
                items.append(Int(item))
                counts.append(count)
            }
        }
        return PhraseMatches(
            items: items, counts: counts, rarity: TextModel.rarity(found: items.count, items: sequences.count))
    }

    private func occurrences(in sequence: Sequence, plain: [Int32?], stems: [Int32?]) -> Int {
        guard sequence.words.count >= plain.count else { return 0 }
        var count = 0
        for start in 0...(sequence.words.count - plain.count) {
            let matches = plain.indices.allSatisfy { offset in
                let position = start + offset
                guard sequence.words[position] >= 0 else { return false }
                return sequence.words[position] == plain[offset]
                    || (stems[offset] != nil && sequence.stems[position] == stems[offset])
            }
            if matches { count += start < sequence.bodyStart ? TextModel.headWeight : 1 }
        }
        return count
    }
}
