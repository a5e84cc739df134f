import Testing

@testable import TextAnalysis

/// How hard a text is, by sentences, syllables and the frequency of words alone.
@Suite struct DifficultyTests {
    private let measure = Difficulty(
        WordFrequencies(
            text: "# words\n620 dog house man water\n550 river walked big\n310 sediment estuary\nx no\n2000 none\n"))

    private func text(_ sentence: String) -> String { String(repeating: sentence + " ", count: 12) }

    @Test func rareWordsAndLongSentencesAreHarder() throws {
        let easy = try #require(measure.of(text("The big dog walked to the river.")))
        let rare = try #require(measure.of(text("The big sediment walked to the estuary.")))
        let long = try #require(
            measure.of(
                text("The big dog walked to the river, and the man walked to the house, and the dog to the water.")))
        #expect(easy < rare && easy < long)
    }

    @Test func aShortTextHasNone() {
        #expect(measure.of("The big dog walked to the river.") == nil)
        #expect(measure.of("") == nil)
        // Forty words that carry no meaning.
        #expect(measure.of(String(repeating: "the of and ", count: 15)) == nil)
    }

    @Test func aNameIsNoRareWord() throws {
        let plain = try #require(measure.parts(of: text("The big dog walked to the river.")))
        let named = try #require(measure.parts(of: text("The big dog walked to the river Orinoco.")))
        #expect(plain.frequency == named.frequency)
    }

    @Test func aLongerTextIsNotHarderForBeingLonger() throws {
        let once = text("The big dog walked to the river, and the man walked to the house.")
        let parts = try #require(measure.parts(of: once))
        let longer = try #require(measure.parts(of: once + once + once))
        // A window may begin within a sentence: the same words are added in another order.
        #expect(abs(longer.frequency - parts.frequency) < 1e-9)
    }
}
