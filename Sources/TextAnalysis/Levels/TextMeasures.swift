/// What can be counted in a text: words, sentences, syllables.
public struct TextMeasures: Hashable, Sendable {
    /// The number of words.
    public var words = 0
    /// The number of sentences, at least 1.
    public var sentences = 0
    /// The number of syllables, by the vowel groups of the language.
    public var syllables = 0

    /// Counts them. A line break ends a sentence, so that headings and list items do not run into the text after them.
    public init(of text: String, language: String) {
        let bytes = text.utf8.span
        var inSentence = 0
        var last = 0
        var before = 0..<0
        WordScanner.scan(bytes) { word in
            if TextMeasures.endsSentence(bytes, last..<word.lowerBound, after: before) {
                // "Dr." and "Stop!" are parts of one word: they are no sentences of their own.
                if inSentence > 1 { sentences += 1 }
                inSentence = 0
            }
            inSentence += 1
            words += 1
            syllables += Syllables.count(in: bytes, word, language: language)
            last = word.upperBound
            before = word
        }
        if inSentence > 1 { sentences += 1 }
        sentences = max(1, sentences)
    }

    /// Whether what stands between two words ends a sentence: `.`, `!`, `?`, `…` or a line break. A point alone before a
    /// digit or a small letter (`3.5`, `school.example`) ends nothing, nor does one that shortens a word (`Dr.`, `U.S.`).
    private static func endsSentence(_ bytes: Span<UInt8>, _ gap: Range<Int>, after word: Range<Int>) -> Bool {
        if !gap.isEmpty, bytes[gap.lowerBound] == UInt8(ascii: "."), gap.upperBound < bytes.count, !word.isEmpty,
            Abbreviations.holds(bytes, word, next: bytes[gap.upperBound]),
            !gap.contains(where: { bytes[$0] == UInt8(ascii: "\n") })
        {
            return false
        }
        if gap.count == 1, bytes[gap.lowerBound] == UInt8(ascii: "."), gap.upperBound < bytes.count {
            let next = bytes[gap.upperBound]
            if (0x30...0x39).contains(next) || (0x61...0x7A).contains(next) { return false }
        }
        for index in gap {
            switch bytes[index] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): return true
            case 0xE2 where index + 2 < gap.upperBound && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6:
                return true
            default: break
            }
        }
        return false
    }
}
