import TestSupport
import Testing

@testable import TextAnalysis

/// What is a word.
struct WordsTests {
    @Test(arguments: [
        ("Don't feed the bears!", ["Don't", "feed", "the", "bears"]),
        ("Don’t feed", ["Don’t", "feed"]),
        ("l'école, d’été, qu'elle, o'clock", ["l", "école", "d", "été", "qu", "elle", "o'clock"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("the dogs' bowl", ["the", "dogs", "bowl"]),
        ("'quoted' words", ["quoted", "words"]),
        ("Iceland's volcanoes, NASA'S plans", ["Iceland", "volcanoes", "NASA", "plans"]),
        ("James’s map", ["James", "map"]),
        ("a well-known fact", ["a", "well", "known", "fact"]),
        ("in 2026, 3.5 km", ["in", "2026", "3", "5", "km"]),
        ("El volcán español", ["El", "volcán", "español"]),
        ("vulca\u{301}n", ["vulca\u{301}n"]),
        ("naïve Ærø straße", ["naïve", "Ærø", "straße"]),
        ("火山です", ["火", "山", "で", "す"]),
        ("abc火山xyz", ["abc", "火", "山", "xyz"]),
        ("don'火", ["don", "火"]),
        ("вулкан и лава", ["вулкан", "и", "лава"]),
        ("بركان كبير", ["بركان", "كبير"]),
        ("one—two…three/four", ["one", "two", "three", "four"]),
        ("snake_case x@y.example", ["snake", "case", "x", "y", "example"]),
    ])
    func textsAreSplitIntoTheirWords(_ text: String, _ words: [String]) {
        #expect(Words.split(text).map { String($0) } == words)
        #expect(Words.count(text) == words.count)
    }

    @Test(arguments: [
        "", " ", "\n\t", "…", "'", "''’’", "-", "🌋", "🌋🌋", "👨‍👩‍👧", "❤️", "☀️ ☁️", "\u{301}", "\u{FE0F}\u{FE0F}", "\u{200B}",
        "\u{0}\u{1B}[31", "→", "!?",
    ])
    func whatHoldsNoLetterOrDigitHoldsNoWord(_ text: String) {
        #expect(Words.split(text).filter { $0 != "31" }.isEmpty)
    }

    @Test func emojiStandBetweenWordsAndAreNone() {
        #expect(Words.split("I ❤️ volcanoes 🌋 and ☀️").map { String($0) } == ["I", "volcanoes", "and"])
    }

    static let hostile: [String] = [
        "a", "Z", "9", "é", "e\u{301}", "\u{301}", "'", "’", "'s", "’S", " ", "-", "火", "カ", "ー", "한", "\u{FE0F}", "🌋",
        "\u{200D}",
        "\u{0}", "ß", "ب", "\u{64E}", "ि", "\u{E0041}", "\u{10FFFF}", "\r\n", "İ", "ǅ", "\u{FFFD}", "๑", "ก",
    ]

    @Test func wordsOfAnyTextAreInOrderApartAndBeginWithALetterOrDigit() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
                Self.hostile.randomElement(using: &random) ?? ""
            }.joined()
            let words = Words.split(text)
            #expect(Words.count(text) == words.count)
            var end = text.startIndex
            for word in words {
                #expect(word.startIndex >= end && word.endIndex > word.startIndex)
                end = word.endIndex
                let scalars = Array(word.unicodeScalars)
                #expect(scalars.first.map { $0.isWordCharacter && !$0.isNonspacingMark } == true, "\(scalars)")
                #expect(scalars.last.map { $0.isWordCharacter || $0.isInvisible } == true, "\(scalars)")
                #expect(!Words.folded(word).isEmpty)
            }
        }
    }

    @Test func noLetterOrDigitIsLost() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<3_000 {
            // Without an "s", so that no possessive is left off.
            let parts = (0..<10).map { _ in
                Self.hostile.filter { $0.lowercased().last != "s" }.randomElement(using: &random) ?? ""
            }
            let text = parts.joined()
            func telling(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
                scalars.filter { $0.isWordCharacter && !$0.isNonspacingMark }
            }
            #expect(telling(Words.split(text).flatMap { Array($0.unicodeScalars) }) == telling(text.unicodeScalars))
        }
    }

    @Test(arguments: [
        ("Volcán", "volcan"), ("VOLCÁN", "volcan"), ("volca\u{301}n", "volcan"), ("Ñandú", "nandu"), ("école", "ecole"),
        ("Ice", "ice"), ("ЁЖ", "еж"), ("straße", "straße"), ("o’clock", "o'clock"), ("o'clock", "o'clock"),
    ])
    func foldingTakesCaseAndDiacriticsAway(_ word: String, _ folded: String) {
        #expect(Words.folded(word) == folded)
    }

    @Test func aLongTextOfNothingButApostrophesOrMarksTakesNoTimeToSpeakOf() {
        #expect(Words.count(String(repeating: "'", count: 200_000)) == 0)
        #expect(Words.count("a" + String(repeating: "\u{301}", count: 200_000)) == 1)
        #expect(Words.count(String(repeating: "a'", count: 100_000)) == 1)
        #expect(Words.count(String(repeating: "火", count: 100_000)) == 100_000)
    }
}
