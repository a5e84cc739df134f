import Foundation
import TestSupport
import Testing

@testable import TextAnalysis

/// Singular and plural meet, and what is not alike does not.
struct StemmerTests {
    @Test(arguments: [
        ("volcano", "volcanoes"), ("hero", "heroes"), ("echo", "echoes"), ("potato", "potatoes"),
        ("tornado", "tornadoes"), ("shoe", "shoes"), ("toe", "toes"), ("canoe", "canoes"), ("horseshoe", "horseshoes"),
        ("apple", "apples"), ("story", "stories"), ("box", "boxes"), ("planet", "planets"),
        ("bridge", "bridges"), ("swim", "swimming"),
    ])
    func englishFormsHaveOneStem(_ one: String, _ other: String) {
        let stemmer = Stemmer(language: "en")
        #expect(stemmer.stem(one) == stemmer.stem(other))
        #expect(stemmer.stem(other.uppercased()) == stemmer.stem(one))
    }

    @Test(arguments: [
        ("es", "volcán", "volcanes"), ("es", "canción", "canciones"), ("es", "planeta", "planetas"),
        ("fr", "volcan", "volcans"), ("de", "Vulkan", "Vulkane"), ("it", "pianeta", "pianeti"),
        ("pt", "vulcão", "vulcãos"), ("nl", "vulkaan", "vulkanen"), ("ru", "вулкан", "вулканы"),
        ("sv", "vulkan", "vulkaner"),
    ])
    func otherLanguagesHaveTheirOwnRules(_ language: String, _ one: String, _ other: String) {
        let stemmer = Stemmer(language: language)
        #expect(stemmer.stem(one) == stemmer.stem(other))
    }

    @Test(arguments: [("apple", "pineapple"), ("war", "ward"), ("gun", "begun"), ("new", "news")])
    func differentWordsKeepDifferentStems(_ one: String, _ other: String) {
        let stemmer = Stemmer(language: "en")
        #expect(stemmer.stem(one) != stemmer.stem(other))
    }

    @Test(arguments: ["xx", "th", "ja", "", "EN"])
    func anUnknownLanguageLeavesWordsAsTheyAreButFolded(_ language: String) {
        let stemmer = Stemmer(language: language)
        #expect(stemmer.stem("volcanoes") == "volcanoes")
        #expect(stemmer.stem("Volcanes") == "volcanes")
        #expect(stemmer.stem("Volcán") == "volcan")
        #expect(stemmer.stem("火") == "火")
    }

    @Test func wordsOfUnknownLanguageAreTakenForEnglish() {
        let stemmer = Stemmer(language: "und")
        #expect(stemmer.stem("Spiders") == stemmer.stem("spider"))
        #expect(stemmer.stem("spi\u{AD}ders") == stemmer.stem("spider"), "a soft hyphen hides nothing")
    }

    @Test func composedAndDecomposedLettersHaveOneStemInEitherOrder() {
        let words = [
            "élèves", "pâtés", "naïveté", "Äpfel", "Häuser", "canción", "pingüinos", "vulcões", "città", "århundreden",
        ]
        for language in ["en", "es", "fr", "de", "it", "pt", "nl", "sv", "da"] {
            for word in words {
                let apart = word.decomposedStringWithCanonicalMapping
                #expect(
                    Stemmer(language: language).stem(word) == Stemmer(language: language).stem(apart),
                    "\(language) \(word)")
            }
        }
    }

    @Test func hostileWordsAreStemmedWithoutHarm() {
        var random = SeededRandom(seed: 6)
        for language in ["en", "es", "ar", "ru", "tr", "fi", "und"] {
            let stemmer = Stemmer(language: language)
            #expect(stemmer.stem("") == "")
            for _ in 0..<500 {
                let word = (0..<8).map { _ in WordsTests.hostile.randomElement(using: &random) ?? "" }.joined()
                #expect(stemmer.stem(word) == Stemmer(language: language).stem(word))
            }
            #expect(!stemmer.stem(String(repeating: "volcano", count: 20_000)).isEmpty)
        }
    }
}
