import TextAnalysis

/// A short text as somebody typed it, taken apart into words that can be compared: children leave out apostrophes and
/// accents, and draw words out.
struct TypedText {
    /// One word.
    struct Word {
        /// The word as it stands in the text.
        var spelling: Substring
        /// The word as it is compared; see ``plain(_:)``.
        var plain: String
        /// Its stem in each language that there is a list for, in the order of the languages.
        var stems: [String]
    }

    /// The words, in order.
    let words: [Word]

    /// The words of a text, with their stems in some languages.
    init(_ text: String, languages: [String]) {
        let stemmers = languages.map { Stemmer(language: $0) }
        words = Words.split(text).map { spelling in
            let plain = Self.plain(spelling)
            return Word(spelling: spelling, plain: plain, stems: stemmers.map { $0.stem(plain) })
        }
    }

    /// Some of its words, given by their numbers, as they stand in it; words side by side are one phrase.
    func phrases(of numbers: Set<Int>) -> [String] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers.sorted() {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { run in words[run].map { String($0.spelling) }.joined(separator: " ") }
    }

    /// A word in lower case, without apostrophes and accents; a letter that stands three times and more is drawn out, and
    /// Arabic letters that are written for one another are one.
    static func plain(_ word: some StringProtocol) -> String {
        let folded = Words.folded(word)
        if isPlain(folded) { return folded }
        var plain = String.UnicodeScalarView()
        for scalar in folded.unicodeScalars {
            switch scalar {
            case "'", "\u{2019}", "\u{640}": continue
            case "\u{629}": plain.append("\u{647}")
            case "\u{649}": plain.append("\u{64A}")
            case "\u{DF}": plain.append(contentsOf: ["s", "s"])
            default: plain.append(scalar)
            }
        }
        return withoutDrawnOutLetters(plain)
    }

    /// Whether nothing is to be done: ASCII letters and digits, none of them three times in a row. Most words are so.
    private static func isPlain(_ word: String) -> Bool {
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in word.utf8 {
            guard byte < 0x80, byte != UInt8(ascii: "'"), byte != last || byte != before else { return false }
            (before, last) = (last, byte)
        }
        return true
    }

    private static func withoutDrawnOutLetters(_ word: String.UnicodeScalarView) -> String {
        var kept = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        func end() {
            // Figures are what they are: 1000 is not drawn out.
            let isDrawnOut = run.count > 2 && run[0].properties.numericType == nil
            kept.append(contentsOf: isDrawnOut ? run[..<1] : run[...])
        }
        for scalar in word {
            if run.first != scalar {
                end()
                run = []
            }
            run.append(scalar)
        }
        end()
        return String(kept)
    }
}
