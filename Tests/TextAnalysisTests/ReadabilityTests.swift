import TestSupport
import Testing

@testable import TextAnalysis

/// Levels by the published formulas, and silence where they say nothing.
struct ReadabilityTests {
    static let easy = String(
        repeating: "The cat sat on the mat. It had a red hat. The dog ran to the cat. They had fun in the sun. ",
        count: 4)
    static let middle = String(
        repeating:
            "The river carries sand and stones from the mountains to the sea, where the water slows and drops them. ",
        count: 4)
    static let hard = String(
        repeating: "International institutions consistently underestimate environmental consequences of agricultural "
            + "industrialisation, notwithstanding overwhelming scientific documentation of biodiversity deterioration. ",
        count: 4)

    @Test func wordsSentencesAndSyllablesAreCounted() {
        let measures = TextMeasures(
            of: "The cat sat. It ran to the table!\nA heading\nWhat did it want?", language: "en")
        #expect(measures.words == 14)
        #expect(measures.sentences == 4)
        #expect(measures.syllables == 16)
    }

    @Test func aPointInANumberOrAnAddressEndsNoSentence() {
        #expect(TextMeasures(of: "He ran 3.5 km and then 12.75 miles more.", language: "en").sentences == 1)
        #expect(TextMeasures(of: "We went to www.school.example and read it.", language: "en").sentences == 1)
        #expect(TextMeasures(of: "Dr. Lee met Mr. Ode at noon.", language: "en").sentences <= 2)
        #expect(TextMeasures(of: "He ran home. 12 dogs ran after him.", language: "en").sentences == 2)
        #expect(TextMeasures(of: "", language: "en") == TextMeasures(of: " … ", language: "en"))
    }

    @Test func theEnglishFormulaIsFleschAndKincaids() throws {
        // 100 words, 5 sentences, 150 syllables: 0.39·20 + 11.8·1.5 − 15.59 = 9.91.
        var measures = TextMeasures(of: "", language: "en")
        (measures.words, measures.sentences, measures.syllables) = (100, 5, 150)
        #expect(Readability.grade(of: measures, language: "en") == 9.9)
        // Fernández Huerta: 206.84 − 60·2 − 1.02·20 = 66.44, between 75 (grade 6) and 65 (7.5).
        measures.syllables = 200
        #expect(Readability.grade(of: measures, language: "es") == 7.3)
    }

    @Test func aTextIsMeasuredAsByHand() {
        // Eight sentences of six words, 56 syllables ("table" has two): 0.39·6 + 11.8·(56/48) − 15.59 = 0.517.
        let text = String(repeating: "The cat is on the table. ", count: 8)
        #expect(Readability.grade(of: text, language: "en") == 0.5)
    }

    @Test func shortTextsAndOtherLanguagesAreNotJudged() {
        let short = String(repeating: "word ", count: Readability.fewestWords - 1)
        #expect(Readability.grade(of: short, language: "en") == nil)
        #expect(Readability.grade(of: short + "word", language: "en") != nil)
        for language in ["fr", "und", "", "EN", nil] {
            #expect(Readability.grade(of: Self.easy, language: language) == nil)
        }
        #expect(Readability.grade(of: "", language: "es") == nil)
    }

    @Test func harderTextScoresHigher() throws {
        let grades = try [Self.easy, Self.middle, Self.hard].map {
            try #require(Readability.grade(of: $0, language: "en"))
        }
        #expect(grades[0] < 2)
        #expect((4...9).contains(grades[1]))
        #expect(grades[2] == 16)
        let simple = String(repeating: "El gato come. El sol da luz. La luna es de plata. ", count: 5)
        let long = String(
            repeating: "Las instituciones internacionales continúan investigando extraordinarias transformaciones "
                + "medioambientales ocasionadas por actividades industriales. ", count: 5)
        let spanish = try [simple, long].map { try #require(Readability.grade(of: $0, language: "es")) }
        #expect(spanish[0] < 5 && spanish[1] > 8)
    }

    @Test func longerSentencesNeverLowerTheLevel() {
        var before = -1.0
        for length in 2...40 {
            let sentence = Array(repeating: "table", count: length).joined(separator: " ") + ". "
            let grade = Readability.grade(of: String(repeating: sentence, count: 40), language: "en") ?? -1
            #expect(grade >= before)
            before = grade
        }
    }

    @Test func gradesAreWithinTheSchoolsRange() {
        var random = SeededRandom(seed: 13)
        for _ in 0..<300 {
            let text = (0..<60).map { _ in WordsTests.hostile.randomElement(using: &random) ?? "" }.joined(
                separator: " a ")
            for language in ["en", "es"] {
                if let grade = Readability.grade(of: text, language: language) { #expect((0...16).contains(grade)) }
            }
        }
    }
}

/// Minutes are whole and at least one.
struct ReadingTimeTests {
    @Test(arguments: [(0, 1), (1, 1), (150, 1), (151, 2), (300, 2), (301, 3), (15_000, 100)])
    func minutesAreRoundedUp(_ words: Int, _ minutes: Int) {
        #expect(ReadingTime.minutes(words: words, wordsPerMinute: 150) == minutes)
    }

    @Test func aPaceOfNothingIsNoTrouble() {
        #expect(ReadingTime.minutes(words: 10, wordsPerMinute: 0) == 10)
        #expect(ReadingTime.minutes(words: 10, wordsPerMinute: -5) == 10)
    }
}
