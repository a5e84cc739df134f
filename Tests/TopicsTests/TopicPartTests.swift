import Configuration
import Testing

@testable import Topics

/// Whoever names a part of a topic means that part; whoever names the whole means all of it. What a topic is called in a sentence.
struct TopicPartTests {
    private static let lexicons = TopicLexicons([
        TopicLexicon(
            text: """
                australian-animals:
                  called: Australian animals
                  names: [Australian animal, kangaroo, koala]
                  parts: {kangaroo: [kangaroo, roo], koala: [koala]}
                  narrow: [wombat, red kangaroo]
                  unsure: [joey]
                  company: [pouch]
                spiders:
                  called: spiders
                  names: [spider, tarantula]
                  narrow: [orb weaver]
                """, file: "en.yaml", language: "en"),
        TopicLexicon(
            text: """
                australian-animals:
                  names: [animales australianos, canguro, koala]
                  parts: {kangaroo: [canguro], koala: [koala]}
                spiders:
                  called: arañas
                  names: [tarántula, araña]
                """, file: "es.yaml", language: "es"),
    ])

    private func members(
        _ phrase: String, _ language: String = "en", isBarred: Bool = false
    ) throws -> [String: Set<String>] {
        try Self.lexicons.family(of: phrase, language: language).words.mapValues { words in
            Set(words.members.filter { isBarred || $0.width < .wide }.map { $0.phrase })
        }
    }

    /// Never kangaroos, and no wombat: nobody knows what else comes with it. What is a part of its own is something else.
    @Test func whoNeverWantsAPartIsSparedWhatBelongsToNoOther() throws {
        let barred = try members("kangaroos", isBarred: true)
        #expect(barred["en"] == ["kangaroo", "roo", "red kangaroo", "Australian animal", "wombat"])
        #expect(barred["es"] == ["canguro", "animales australianos"])
    }

    @Test func aPartIsNotTheWhole() throws {
        #expect(try members("kangaroos") == ["en": ["kangaroo", "roo", "red kangaroo"], "es": ["canguro"]])
        #expect(try members("canguros", "es") == ["en": ["kangaroo", "roo", "red kangaroo"], "es": ["canguro"]])
        #expect(try Self.lexicons.family(of: "koalas", language: "en").topic == "australian-animals/koala")
        let whole = try members("Australian animals")
        #expect(whole["en"]?.isSuperset(of: ["kangaroo", "koala", "wombat", "roo"]) == true)
        #expect(whole["es"]?.contains("canguro") == true)
    }

    @Test func aTopicIsCalledAsPeopleCallIt() throws {
        #expect(try Self.lexicons.family(of: "spiders", language: "en").otherNames == ["es": "arañas"])
        #expect(try Self.lexicons.family(of: "araña", language: "es").otherNames == ["en": "spiders"])
        #expect(try Self.lexicons.family(of: "kangaroo", language: "en").otherNames == ["es": "canguro"])
        // One word for it in both languages.
        #expect(try Self.lexicons.family(of: "koala", language: "en").otherNames == nil)
    }

    @Test func whatIsLearntLaterWidensWhatMustNotComeAndNothingElse() throws {
        let before = TopicFamily(
            phrase: "spiders", topic: "spiders",
            words: ["en": .init(members: [.init("spider", .name), .init("scorpion", .wide)])], source: "lexicon")
        let wider = before.widened(by: try Self.lexicons.family(of: "spiders", language: "en"))
        #expect(
            wider.words["en"]?.members == [
                .init("spider", .name), .init("scorpion", .wide), .init("tarantula", .wide), .init("orb weaver", .wide),
            ])
        #expect(wider.words["es"]?.members.allSatisfy { $0.width == .wide } == true)
        #expect(before.widened(by: before) == before)
    }

    @Test func aPhraseMeansWhatItMeansInItsLanguage() throws {
        let lexicons = TopicLexicons([
            TopicLexicon(text: "bread:\n  names: [pan, cooking pot]\n", file: "en.yaml", language: "en"),
            TopicLexicon(text: "loaf:\n  names: [pan, barra]\n", file: "es.yaml", language: "es"),
        ])
        let families = try lexicons.families(of: "pan")
        #expect(families.map { $0.said } == ["en", "es"] && families.map { $0.family.topic } == ["bread", "loaf"])
        var known = TopicFamilies()
        for (said, family) in families { known.add(family, said: said) }
        #expect(known.family(of: "Pan", said: "es")?.topic == "loaf")
        #expect(known.family(of: "Pan", said: "de")?.topic == "bread", "of a language without words the first")
        #expect(known.numbers(of: "pan").count == 2)
        #expect(try Self.lexicons.families(of: "spiders").map { $0.said } == [TopicFamilies.anyLanguage])
    }
}
