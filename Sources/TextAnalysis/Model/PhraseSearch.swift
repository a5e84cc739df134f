/// Looks for a phrase in texts that no model has read, one after the other.
public struct PhraseSearch {
    /// A word of the phrase, as it is looked for in texts of one language.
    private struct Wanted {
        var word: String
        var stem: String
        var beginning: WordBeginning
    }

    private let words: [String]
    private var languages: [String: (stemmer: Stemmer, wanted: [Wanted])] = [:]

    /// A search for a phrase.
    public init(_ phrase: Phrase) { words = phrase.words }

    /// Whether a text holds the phrase.
    public mutating func finds(in text: String, language: String?) -> Bool {
        if words.isEmpty { return false }
        let (stemmer, wanted) = reading(language ?? TextReader.unknownLanguage)
        guard wanted[0].beginning.mayStand(in: text) else { return false }
        let found = Words.split(text)
        guard found.count >= wanted.count else { return false }
        return (0...(found.count - wanted.count)).contains { start in
            wanted.indices.allSatisfy { wanted[$0].beginning.mayBegin(found[start + $0]) }
                && wanted.indices.allSatisfy { offset in
                    let word = found[start + offset]
                    return Words.folded(word) == wanted[offset].word || stemmer.stem(word) == wanted[offset].stem
                }
        }
    }

    private mutating func reading(_ language: String) -> (stemmer: Stemmer, wanted: [Wanted]) {
        if let known = languages[language] { return known }
        let stemmer = Stemmer(language: language)
        let wanted = words.map { said in
            let (word, stem) = (Words.folded(said), stemmer.stem(said))
            return Wanted(word: word, stem: stem, beginning: WordBeginning(of: word, stem: stem))
        }
        languages[language] = (stemmer, wanted)
        return (stemmer, wanted)
    }
}
