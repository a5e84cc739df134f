import Testing

@testable import TextAnalysis

/// What of a text is prose: one small text a fault that people reported of readability measures.
@Suite struct ProseTests {
    private static let sentence = "The old bridge over the river was closed this week because the stones had moved. "
    private static let prose = String(repeating: sentence, count: 4)

    @Test func headingsCaptionsAndBoilerplateAreLeftOut() throws {
        let text = "Bridge closed\n\(Self.prose)\nPhoto: A. Smith\nThe post Bridge closed appeared first on Town News."
        let kept = try #require(Prose.of(text, language: "en"))
        #expect(!kept.contains("Photo") && !kept.contains("appeared first") && !kept.hasPrefix("Bridge closed"))
        #expect(kept.contains("The old bridge"))
    }

    @Test func verseCodeTablesAndInterviewsHaveNoLevel() {
        let verse = (0..<8).map { "The moon above the sleeping sea number \($0)" }.joined(separator: "\n")
        let code = (0..<12).map { "let x\($0) = [a.map { $0 * 2 }]; // y\($0) != {}" }.joined(separator: "\n")
        let table = (0..<12).map { "Town \($0) | 1\($0)00 people | 2\($0) km" }.joined(separator: "\n")
        let interview = (0..<8).map { "Q: What did you see in the forest that day, number \($0)?" }.joined(
            separator: "\n")
        for text in [verse, code, table, interview] { #expect(Prose.of(text, language: "en") == nil, "\(text)") }
    }

    @Test func bulletsInALineArePoints() throws {
        let text = "• " + (0..<6).map { _ in Self.sentence.dropLast(2) }.joined(separator: " • ")
        let measures = TextMeasures(of: try #require(Prose.of(String(text), language: "en")), language: "en")
        #expect(measures.sentences == 6)
    }

    @Test func aPointAfterAShortenedWordEndsNoSentence() {
        func sentences(_ text: String) -> Int { TextMeasures(of: text, language: "en").sentences }
        #expect(sentences("Dr. Smith and Mr. Lee met in St. Paul, e.g., on Jan. 5 in the U.S. at 5 a.m. sharp.") == 1)
        #expect(sentences("It was no. 5 of all. The answer was no. They left early.") == 3)
        #expect(sentences("He and I. Then they came home again.") >= 1)
    }

    @Test func tooShortATextAbstains() {
        #expect(Prose.of(Self.sentence, language: "en") == nil)
        #expect(LevelMeasure().grade(of: Self.sentence, language: "en") == nil)
        #expect(LevelMeasure().grade(of: Self.prose, language: "de") == nil)
        #expect(LevelMeasure().grade(of: Self.prose, language: "en") != nil)
    }

    @Test func aTextThatContradictsItsLanguageCountsAsWhatItIs() {
        let spanish = """
            El puente viejo sobre el río se cerró esta semana porque las piedras se habían movido. Muchas personas tuvieron que tomar otro
            camino. La ciudad quiere reparar el puente en primavera y todavía busca el dinero para hacerlo. Nadie sabe cuánto tiempo va a durar.
            """
        #expect(DeclaredLanguage.contradicted("en", by: spanish) == "es")
        #expect(DeclaredLanguage.contradicted("es", by: spanish) == nil)
        #expect(DeclaredLanguage.contradicted("en", by: Self.prose) == nil)
        #expect(DeclaredLanguage.contradicted("en", by: "El puente viejo") == nil, "a few words may be a name")
    }
}
