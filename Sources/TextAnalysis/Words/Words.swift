/// Splits text into words: runs of letters, marks and digits. An apostrophe inside a word joins (`don't`), and a
/// possessive `'s` is left off.
public enum Words {
    /// The words in their own spelling, in order.
    public static func split(_ text: String) -> [Substring] {
        var words: [Substring] = []
        forEach(in: text) { words.append($0) }
        return words
    }

    /// The number of words.
    public static func count(_ text: String) -> Int {
        var count = 0
        forEach(in: text) { _ in count += 1 }
        return count
    }

    /// A word as it is compared: lower case, without diacritics (`Volcán` → `volcan`) and what ``plain(_:)`` drops.
    public static func folded(_ word: some StringProtocol) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in plain(word).decomposedScalars where !scalar.isNonspacingMark { folded.append(scalar) }
        return String(folded)
    }

    /// A word in lower case, with one kind of apostrophe and without invisible characters: a soft hyphen hides no word
    /// from a rule about it.
    static func plain(_ word: some StringProtocol) -> String {
        let lower = word.lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        var plain = String.UnicodeScalarView()
        for scalar in lower.unicodeScalars where !scalar.isInvisible {
            plain.append(scalar == "\u{2019}" || scalar == "\u{02BC}" ? "'" : scalar)
        }
        return String(plain)
    }

    /// Calls `body` with each word.
    static func forEach(in text: String, _ body: (Substring) -> Void) {
        let scalars = text.unicodeScalars
        var start: String.Index?
        var index = scalars.startIndex
        func end(at end: String.Index) {
            guard let first = start else { return }
            start = nil
            var word = text[first..<end]
            for possessive in ["'s", "’s", "'S", "’S"] where word.hasSuffix(possessive) {
                word = word.dropLast(2)
                break
            }
            if !word.isEmpty { body(word) }
        }
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if scalar.isWordCharacter {
                if start == nil { start = index }
            } else if scalar == "'" || scalar == "’", start != nil, next < scalars.endIndex,
                scalars[next].isWordCharacter
            {
                // An apostrophe between letters joins.
            } else if start != nil, scalar.isInvisible {
                // What nobody sees does not part a word.
            } else {
                end(at: index)
                // Scripts without blanks would make one word of a sentence: each of their characters stands alone.
            }
            if start == index, scalar.isIdeographic {
                end(at: next)
            } else if start != nil, next < scalars.endIndex, scalars[next].isIdeographic {
                end(at: next)
            }
            index = next
        }
        end(at: scalars.endIndex)
    }
}

extension Unicode.Scalar {
    /// Letters, marks and digits.
    var isWordCharacter: Bool {
        if value < 0x80 {
            return (0x61...0x7A).contains(value) || (0x41...0x5A).contains(value) || (0x30...0x39).contains(value)
        }
        return properties.isAlphabetic || properties.numericType != nil || isNonspacingMark
    }

    /// Characters of scripts that are written without blanks between words.
    var isIdeographic: Bool {
        value >= 0x3040 && (properties.isIdeographic || (0x3040...0x30FF).contains(value))
    }

    /// Characters without width that stand inside words: soft hyphen, joiners, marks of direction. Not the zero-width
    /// space, which parts words in scripts without blanks.
    var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }

    var isNonspacingMark: Bool {
        value >= 0x300 && properties.generalCategory == .nonspacingMark
    }
}
