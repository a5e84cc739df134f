import Configuration
@testable import Phrases
@testable import Pipeline
import Testing
import Topics
@testable import UseCases

/// What no lexicon has, the system's dictionaries may know: these are the real ones.
struct DictionaryTests {
    @Test func apertiumTranslatesNounsInAnyNumberAndNothingElse() {
        let apertium = Apertium()
        let words = ["volcanoes", "horse", "qqqzz", "a^b$", "spider", "black hole"]
        let found = apertium.translations(of: words, from: "en", to: "es")
        #expect(found == ["volcanoes": "volcán", "horse": "caballo", "spider": "araña"])
        #expect(
            apertium.translations(of: ["caballos", "volcanes", "peces"], from: "es", to: "en")
                == ["caballos": "horse", "volcanes": "volcano", "peces": "fish"])
        #expect(apertium.translations(of: ["horse"], from: "en", to: "de").isEmpty)
    }

    @Test func aPhraseThatNoLexiconHasIsWidened() throws {
        let lexicons = TopicLexicons(
            [
                TopicLexicon(text: "horses:\n  names: [horse]\n", file: "en.yaml", language: "en"),
                TopicLexicon(text: "", file: "es.yaml", language: "es"),
            ], dictionaries: SystemDictionaries())
        // By its translation it is a topic of another language's lexicon.
        let horses = try lexicons.family(of: "caballos", language: "es")
        #expect(horses.topic == "horses" && horses.words["es"]?.members.first?.phrase == "caballos")
        let unicycle = try lexicons.families(of: "unicycles")
        #expect(unicycle.count == 1 && unicycle[0].family.source == "dictionaries")
        #expect(unicycle[0].family.words["en"]?.members.map { $0.phrase } == ["unicycles", "monocycle"])
        let spiders = try lexicons.family(of: "spiders", language: "en")
        #expect(spiders.words["es"]?.members.contains { $0.phrase == "araña" } == true)
        #expect(try lexicons.families(of: "qqqzz").map { $0.family.topic } == [nil])
    }
}
