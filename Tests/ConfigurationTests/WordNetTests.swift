import Configuration
import Testing

/// WordNet as Debian has it: first senses alone.
struct WordNetTests {
    @Test func aNounHasItsSynonymsAndKinds() throws {
        let words = try #require(WordNet(), "the package wordnet-base is not installed")
        let sense = try #require(words.sense(of: "Unicycles"))
        #expect(sense.synonyms == ["monocycle"])
        #expect(try #require(words.sense(of: "ferries")).synonyms.contains("ferryboat"))
        let spider = try #require(words.sense(of: "spider"))
        #expect(spider.kinds.contains("tarantula") && spider.kinds.count <= 80)
        // A word that means something else before is no kind of it.
        #expect(!spider.kinds.contains("black widow") || words.sense(of: "black widow")?.kinds.isEmpty == true)
        for phrase in ["zyzzyvaq", "", " ", "é", "a_b", "~"] { #expect(words.sense(of: phrase) == nil, "\(phrase)") }
        // The first and the last line of the index.
        #expect(words.sense(of: "'hood") != nil && words.sense(of: "zymurgy") != nil)
    }

    @Test func whatIsNotInstalledKnowsNothing() { #expect(WordNet(folder: "/nowhere") == nil) }
}
