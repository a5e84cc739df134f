/// What can be counted in a text: words, sentences, syllables.
public struct TextMeasures: Hashable, Sendable {
    /// The number of words.
    public var words: Int
    /// The number of sentences, at least 1.
    public var sentences: Int
    /// The number of syllables, by the vowel groups of the language.
    public var syllables: Int

    /// Counts them. A line break ends a sentence, so that headings and list items do not run into the text after them.
    public init(of text: String, language: String) {
        var words = 0
        var sentences = 0
        var syllables = 0
        for part in text.split(whereSeparator: { ".!?…\n".contains($0) }) {
            var here = 0
            Words.forEach(in: String(part)) { word in
                here += 1
                syllables += Syllables.count(in: word, language: language)
            }
            // "3.5" and "e.g." make parts of one word: they are no sentences of their own.
            if here > 1 { sentences += 1 }
            words += here
        }
        self.words = words
        self.sentences = max(1, sentences)
        self.syllables = max(words, syllables)
    }
}

/// Counts the syllables of a word by its vowel groups.
public enum Syllables {
    /// The number of syllables, at least 1. English: vowel groups, less a silent final e. Spanish: vowel groups, where two
    /// strong vowels (or an accented weak one beside a strong one) are two.
    public static func count(in word: some StringProtocol, language: String) -> Int {
        language == "es" ? spanish(word) : english(word)
    }

    private static func english(_ word: some StringProtocol) -> Int {
        let letters = Array(Words.folded(word).utf8)
        var count = 0
        var inVowels = false
        for letter in letters {
            let vowel = isVowel(letter) || letter == UInt8(ascii: "y")
            if vowel && !inVowels { count += 1 }
            inVowels = vowel
        }
        let text = letters[...]
        func ends(_ suffix: String) -> Bool { text.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
        if count > 1, ends("e"), !ends("le"), letters.count > 2 { count -= 1 }
        if count > 1, ends("es") || ends("ed"), letters.count > 3 {
            let before = letters[letters.count - 3]
            let spoken = ends("ed") ? "td".utf8.contains(before) : "scxzgh".utf8.contains(before)
            if !spoken, !isVowel(before) { count -= 1 }
        }
        if count > 0, ends("ism") || ends("ia") || ends("io") || ends("ium") || ends("ious") {
            count += ends("ious") ? 0 : 1
        }
        return max(1, count)
    }

    private static func spanish(_ word: some StringProtocol) -> Int {
        let strong = Set("aeoáéóíú")
        let weak = Set("iuüy")
        var count = 0
        var before: Character = " "
        for letter in word.lowercased() {
            // A strong vowel opens a syllable unless a weak one has just opened it (`ie`, `ua`); a weak one unless it
            // follows another vowel.
            if strong.contains(letter), !weak.contains(before) { count += 1 }
            if weak.contains(letter), !strong.contains(before), !weak.contains(before) { count += 1 }
            before = letter
        }
        return max(1, count)
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
