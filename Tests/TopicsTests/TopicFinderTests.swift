import Configuration
import Foundation
import TestSupport
import Testing

@testable import Topics

/// What may be said to be about a topic, and what is kept from whoever never wants it: by whole words of its family alone.
struct TopicFinderTests {
    private static let lexicon = """
        trains:
          names: [train, railway, steam locomotive]
          narrow: [locomotive, level crossing]
          wide: [tram]
          unsure: [express, carriage]
          company: [station, track, platform]
          not: [train of thought, bridal train]

        spiders:
          names: [spider, arachnid]
          narrow: [tarantula, orb weaver]
          unsure: [web]
          company: [fly, silk, thread]
          not: [Spider-Man, web page]

        artificial-intelligence:
          names: [AI, artificial intelligence]
        """
    private static let spanish = """
        trains:
          names: [tren, ferrocarril]
        spiders:
          names: [araña]
          narrow: [tarántula]
        """

    private static let lexicons = TopicLexicons([
        TopicLexicon(text: lexicon, file: "en.yaml", language: "en"),
        TopicLexicon(text: spanish, file: "es.yaml", language: "es"),
    ])

    private static func finder(_ phrase: String, _ language: String = "en") throws -> TopicFinder {
        TopicFinder(try lexicons.family(of: phrase, language: language))
    }

    @Test func noStemAloneMakesAMember() throws {
        let trains = try Self.finder("trains")
        for title in [
            "Training for the race", "A trainer's day", "Her train of thought", "An express letter", "Untrained",
        ] {
            #expect(trains.findings(title: title, tags: [], text: title, language: "en").isEmpty, "\(title)")
        }
        for title in [
            "A train at night", "Trains", "The railway's end", "Two Steam Locomotives", "The express at the station",
        ] {
            #expect(!trains.findings(title: title, tags: [], text: title, language: "en").isEmpty, "\(title)")
        }
    }

    @Test func aLongTextSpeaksInPassing() throws {
        let trains = try Self.finder("trains")
        func isAbout(title: String, words: Int) -> Bool {
            let rest = String(repeating: "they walked along the shore and sang ", count: words / 21)
            let text =
                "The train left. " + rest + "A railway station came. " + rest + "The locomotive and its track. " + rest
            return trains.findings(title: title, tags: [], text: text, language: "en").isAbout
        }
        #expect(isAbout(title: "A journey", words: 300) && !isAbout(title: "A journey", words: 900))
        // One whose title names it is about it however long it is.
        #expect(isAbout(title: "A train to the sea", words: 900))
    }

    @Test func whatIsSomethingElseIsNone() throws {
        let spiders = try Self.finder("spiders")
        #expect(spiders.findings(title: "Spider-Man returns", tags: [], text: "A web page.", language: "en").isEmpty)
        #expect(
            spiders.findings(title: "", tags: [], text: "A web of silk caught it.", language: "en").isEmpty == false)
        #expect(spiders.findings(title: "", tags: [], text: "A web of lies.", language: "en").isEmpty)
    }

    @Test func aNeverHoldsForKindsAndInEveryLanguage() throws {
        for (phrase, language) in [("spiders", "en"), ("Spider", "en"), ("arañas", "es"), ("araña", "en")] {
            let never = try Self.finder(phrase, language)
            #expect(never.family.topic == "spiders", "\(phrase)")
            #expect(never.findings(title: "A tarantula at home", tags: [], text: "", language: "en").isOf)
            #expect(never.findings(title: "La tarántula", tags: [], text: "", language: "es").isOf)
        }
        let trams = try Self.finder("trains").findings(
            title: "A tram", tags: [], text: "Trams and a tram.", language: "en")
        #expect(trams.isOf && !trams.isAbout, "wide is for who never wants it")
    }

    @Test func capitalsMatchAsTheyAreWritten() throws {
        let ai = try Self.finder("artificial intelligence")
        #expect(ai.findings(title: "AI in schools", tags: [], text: "", language: "en").isOf)
        #expect(ai.findings(title: "Ai Weiwei paints", tags: [], text: "ai", language: "en").isEmpty)
        let itself = try Self.finder("C++")
        #expect(itself.family.topic == nil)
        #expect(itself.findings(title: "C++ for all", tags: [], text: "", language: "en").isOf)
        #expect(itself.findings(title: "Vitamin C", tags: [], text: "C# too", language: "en").isEmpty)
    }

    @Test func inPassingIsNotAbout() throws {
        let trains = try Self.finder("trains")
        let long = Array(repeating: "word", count: 80).joined(separator: " ")
        func isAbout(_ title: String, _ text: String, tags: [String] = []) -> Bool {
            trains.findings(title: title, tags: tags, text: text, language: "en").isAbout
        }
        #expect(!isAbout("My holiday", "We took a train. \(long)"))
        #expect(!isAbout("My holiday", "A train, a train, a train: \(long)"), "one member again and again")
        #expect(!isAbout("My holiday", "A train, a railway, a locomotive. \(long)"), "in one place")
        #expect(isAbout("My holiday", "A train. \(long) A railway. \(long) The locomotive."))
        #expect(isAbout("The night train", "\(long) the train left the station, a locomotive in front \(long)"))
        #expect(
            !isAbout("Eating the train", "\(long) the train \(long)"),
            "one word in title and text may mean something else")
        #expect(
            isAbout("The night train", "The train left the platform."), "a text of a few words has no room for more")
        #expect(!isAbout("The night train", long), "the title alone may be a name")
        #expect(isAbout("My holiday", long, tags: ["Trains"]))
    }

    @Test func wordsStandInTheArticleAsItHasThem() throws {
        let found = try Self.finder("spiders").findings(
            title: "Two Tarantulas", tags: ["Spiders"], text: "An ARACHNID, tarantulas.", language: "en")
        #expect(found.words(forOptOut: true) == ["Two Tarantulas".suffix(10).description, "Spiders", "ARACHNID"])
    }

    @Test func whatASchoolAddsAndTakesAwayWins() throws {
        let own = try OwnTopics(
            text: """
                en:
                  spiders: {wide: [cobweb], away: [tarantula]}
                  our-garden: {names: [school garden]}
                de:
                  spiders: {names: [Spinne]}
                """, file: "Config/topics.yaml")
        let lexicons = TopicLexicons(
            [TopicLexicon(text: Self.lexicon, file: "en.yaml", language: "en")], own: own)
        let spiders = TopicFinder(try lexicons.family(of: "Spinne", language: "de"))
        func isOf(_ title: String, _ language: String) -> Bool {
            spiders.findings(title: title, tags: [], text: "", language: language).isOf
        }
        #expect(
            isOf("A cobweb", "en") && !isOf("A tarantula", "en") && isOf("A spider", "en") && isOf("Die Spinne", "de"))
        #expect(try lexicons.family(of: "school gardens", language: "en").topic == "our-garden")
        for wrong in ["- a", "en: [a]", "en: {x: {wide: a}}", "en: {x: {wider: [a]}}"] {
            #expect(throws: ConfigurationError.self, "\(wrong)") { try OwnTopics(text: wrong, file: "f") }
        }
    }

    @Test(arguments: [
        ("en", "bees", "bee"), ("en", "stories", "story"), ("en", "boxes", "box"), ("en", "glass", "glass"),
        ("en", "bus", "bus"), ("es", "peces", "pez"), ("es", "leones", "leon"), ("es", "león", "leon"),
        ("es", "caballos", "caballo"),
        ("es", "papá", "papá"), ("es", "tigres", "tigr"), ("es", "tigre", "tigr"), ("es", "linces", "linz"),
        ("es", "lince", "linz"), ("es", "autobuses", "autobus"), ("es", "autobús", "autobus"),
        ("en", "magpies", "magpy"), ("en", "magpie", "magpy"), ("en", "walruses", "walrus"), ("en", "houses", "house"),
        ("en", "canoes", "canoe"),
    ])
    func pluralsAreTheSame(language: String, word: String, singular: String) {
        #expect(TopicWord.singular(word, language: language) == singular)
    }
}

/// The lexicons that ship.
struct ShippedLexiconTests {
    private static let lexicons = Result {
        try TopicLexicons(
            ["en", "es"].map {
                try TopicLexicon(
                    path: CProgram.checkout + "/Config/topics/\($0).yaml", name: "\($0).yaml", language: $0)
            })
    }

    @Test(arguments: [
        ("AI", "en", "artificial-intelligence"), ("soccer", "en", "football"), ("caballos", "es", "horses"),
        ("Spiders", "en", "spiders"), ("guerra", "es", "war"), ("baking", "en", "baking"),
        ("volcanoes", "en", "volcanoes"),
    ])
    func whatChildrenSayIsKnown(phrase: String, language: String, topic: String) throws {
        let family = try Self.lexicons.get().family(of: phrase, language: language)
        #expect(family.topic == topic)
        #expect(Set(family.words.keys) == ["en", "es"])
    }

    @Test(arguments: ["en", "es"]) func everyNameFindsItsTopicAndItself(language: String) throws {
        let lexicon = try TopicLexicon(
            path: CProgram.checkout + "/Config/topics/\(language).yaml", name: "x", language: language)
        var (unfound, unseen): ([String], [String]) = ([], [])
        for id in lexicon.ids {
            let entry = try #require(try lexicon.entry(id))
            let finder = TopicFinder(
                TopicFamily(phrase: entry.names[0], language: language, entries: [language: entry]))
            for name in entry.names {
                if try lexicon.entry(naming: name) == nil { unfound.append("\(id): \(name)") }
                let title = finder.findings(title: name, tags: [], text: "", language: language)
                if title.isEmpty { unseen.append("\(id): \(name)") }
            }
        }
        #expect(unfound.isEmpty, "\(unfound.prefix(20))")
        #expect(unseen.isEmpty, "\(unseen.count) \(unseen.prefix(40))")
    }

    @Test(arguments: ["en", "es"]) func everyEntryIsRead(language: String) throws {
        let lexicon = try TopicLexicon(
            path: CProgram.checkout + "/Config/topics/\(language).yaml", name: "x", language: language)
        #expect(lexicon.ids.count > 600 && Set(lexicon.ids).count == lexicon.ids.count)
        for id in lexicon.ids {
            let entry = try #require(try lexicon.entry(id))
            #expect(!entry.names.isEmpty, "\(id)")
        }
    }
}
