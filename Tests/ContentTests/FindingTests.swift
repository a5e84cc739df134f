import Content
import Testing

/// What is said to people.
struct FindingTests {
    @Test func whatAFindingQuotesNeitherMovesTheCursorNorBeginsALine() {
        let finding = Finding(
            .warning, at: "a\u{1B}[2J", "Unknown column 'x\ty\u{9B}'.", remedy: "Is 'x\r\nerror: y\u{2028}' meant?")
        #expect(finding.description == "warning: a [2J: Unknown column 'x y '. Is 'x  error: y ' meant?")
        #expect(Finding(.note, at: "é", "für 日本語 €", remedy: "ok").problem == "für 日本語 €")
    }

    @Test func aNameOfAMegabyteIsNoMistypedOneAndCostsNothing() {
        let clock = ContinuousClock()
        let name = String(repeating: "feeds", count: 200_000)
        let took = clock.measure { #expect(NearestName.of(name, among: ["feeds", "lists", "fetching"]) == nil) }
        #expect(took < .seconds(1))
    }
}
