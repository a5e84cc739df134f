import Foundation
import ScorerKit
import ShippedScorers
import Testing

/// The options of every scorer, as a school writes them.
struct OptionsTests {
    @Test(arguments: ScorerBench.all) func theDefaultsReadBackAsTheyWereWritten(scorer: ScorerBench) throws {
        let (first, second) = try scorer.type.roundTrip()
        #expect(first == second)
        _ = try scorer.type.with(first)
    }

    @Test(arguments: ScorerBench.all) func aMistypedOptionIsRefusedNamingTheNearest(scorer: ScorerBench) throws {
        for key in try scorer.type.defaults().keys {
            let error = #expect(throws: OptionsError.self) { try scorer.type.with("{\"\(key)x\": 1}") }
            #expect(error?.option == key + "x")
            #expect(error?.problem.contains("Did you mean '\(key)'?") == true)
        }
        #expect(throws: OptionsError.self) { try scorer.type.with(#"{"nothingLikeThis": 1}"#) }
    }

    @Test(arguments: ScorerBench.all) func everyNumberHasARangeAndEveryOptionItsKind(scorer: ScorerBench) throws {
        for (key, value) in try scorer.type.defaults() {
            let error = #expect(throws: OptionsError.self) { try scorer.type.with("{\"\(key)\": {\"a\": []}}") }
            #expect(error?.description.contains(key) == true)
            guard value is Double else { continue }
            let range = #expect(throws: OptionsError.self) { try scorer.type.with("{\"\(key)\": -1}") }
            #expect(range?.option.contains(key) == true)
            #expect(range?.problem.hasPrefix("expected") == true)
        }
    }

    @Test(arguments: [
        (#"{"halfLifeDays": 0}"#, "Freshness"), (#"{"enoughMatches": 0}"#, "NeedsMatch"),
        (#"{"enoughMatches": 2.5}"#, "NeedsMatch"), (#"{"lessShare": 1.01}"#, "InterestMatch"),
        (#"{"strengthShare": "much"}"#, "InterestMatch"), (#"{"harderReach": 0}"#, "ReadingLevel"),
    ])
    func aValueThatCannotBeUsedIsRefused(options: String, name: String) throws {
        let scorer = try #require(Shipped.scorers.first { $0.card.name == name })
        #expect(throws: OptionsError.self) { try scorer.with(options) }
    }

    @Test func whatIsNotSaidKeepsItsDefault() throws {
        let options = try ReadingLevel.Options.decode(Data(#"{"harderBand": 1}"#.utf8))
        var expected = ReadingLevel.Options()
        expected.harderBand = 1
        #expect(options == expected)
    }
}
