/// Counts the syllables of a word by its vowel groups.
public enum Syllables {
    /// The number of syllables, at least 1. English: vowel groups, less a silent final e. Spanish: vowel groups, where two
    /// strong vowels (or an accented weak one beside a strong one) are two.
    public static func count(in word: some StringProtocol, language: String) -> Int {
        let text = String(word)
        return count(in: text.utf8.span, 0..<text.utf8.count, language: language)
    }

    /// The same for a word that stands in a text; the bytes are valid UTF-8.
    static func count(in bytes: Span<UInt8>, _ word: Range<Int>, language: String) -> Int {
        max(1, language == "es" ? spanish(bytes, word) : english(bytes, word))
    }

    /// A letter reduced to what its sound as a vowel depends on.
    private enum Sound {
        case strong, weak, other
    }

    private static func english(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
        var count = 0
        var inVowels = false
        for index in word {
            let byte = bytes[index]
            // The second byte of a Latin letter with a diacritic stands for the vowel below it.
            let vowel =
                byte < 0x80 ? isVowel(byte | 0x20) || byte | 0x20 == UInt8(ascii: "y") : isAccentedVowel(bytes, index)
            if vowel && !inVowels { count += 1 }
            if byte & 0xC0 != 0x80 { inVowels = vowel }
        }
        return count - silentEnding(bytes, word, count)
    }

    /// One for a final -e, -es or -ed that is not spoken, minus one for endings whose two vowels are two syllables.
    private static func silentEnding(_ bytes: Span<UInt8>, _ word: Range<Int>, _ count: Int) -> Int {
        func letter(_ fromEnd: Int) -> UInt8 { word.count >= fromEnd ? bytes[word.upperBound - fromEnd] | 0x20 : 0 }
        func ends(_ suffix: StaticString) -> Bool {
            let length = suffix.utf8CodeUnitCount
            guard word.count >= length else { return false }
            return suffix.withUTF8Buffer { wanted in
                (0..<length).allSatisfy { letter(length - $0) == wanted[$0] }
            }
        }
        // After a consonant, -le is spoken (`table`); after a vowel it is not (`whale`).
        func endsInSpokenL(_ fromEnd: Int) -> Bool {
            let before = letter(fromEnd + 1)
            return letter(fromEnd) == UInt8(ascii: "l") && !isVowel(before) && before != UInt8(ascii: "y")
        }
        if count > 1, word.count > 2, ends("e"), !endsInSpokenL(2) { return isVowel(letter(2)) ? 0 : 1 }
        if count > 1, word.count > 3, ends("es") || ends("ed") {
            let before = letter(3)
            let spoken = ends("ed") ? "td".utf8.contains(before) : "scxzgh".utf8.contains(before)
            if !spoken, !endsInSpokenL(3), !isVowel(before) { return 1 }
        }
        return count > 0 && (ends("ism") || ends("ia") || ends("io") || ends("ium")) ? -1 : 0
    }

    private static func spanish(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
        var count = 0
        var before = Sound.other
        var index = word.lowerBound
        while index < word.upperBound {
            let byte = bytes[index]
            var sound = Sound.other
            if byte < 0x80 {
                let letter = byte | 0x20
                if "aeo".utf8.contains(letter) { sound = .strong } else if "iuy".utf8.contains(letter) { sound = .weak }
                index += 1
                // Before a vowel, y is a consonant: `ma-yo`.
                if letter == UInt8(ascii: "y"), index < word.upperBound,
                    isVowel(bytes[index] | 0x20) || isAccentedVowel(bytes, index)
                {
                    sound = .other
                }
            } else {
                // á é í ó ú (and capitals) are U+00C1…U+00FA: an accent makes i and u strong; ü is weak.
                if byte == 0xC3, index + 1 < word.upperBound {
                    switch bytes[index + 1] | 0x20 {
                    case 0xA1, 0xA9, 0xAD, 0xB3, 0xBA: sound = .strong
                    case 0xBC: sound = .weak
                    default: break
                    }
                }
                index += 1
                while index < word.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
            }
            // A strong vowel opens a syllable unless a weak one has just opened it (`ie`, `ua`); a weak one unless it
            // follows another vowel.
            if sound == .strong, before != .weak { count += 1 }
            if sound == .weak, before == .other { count += 1 }
            before = sound
        }
        return count
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// Whether a two-byte Latin letter begins here that is a vowel with a diacritic: à…å, è…ï, ò…ö, ù…ü and their capitals.
    private static func isAccentedVowel(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        guard bytes[index] == 0xC3, index + 1 < bytes.count else { return false }
        switch bytes[index + 1] | 0x20 {
        case 0xA0...0xA5, 0xA8...0xAF, 0xB2...0xB6, 0xB9...0xBC: return true
        default: return false
        }
    }
}
