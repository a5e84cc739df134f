import Configuration
import Testing
import Topics

/// A school's own file of topics, changed a word at a time: what people wrote by hand stays.
struct OwnTopicsTextTests {
    private static let byHand = """
        # Ours.
        en:
          # Mrs Hale asked for these.
          spiders:
            wide: [cobweb]   # also in autumn
            not:
              - web page
          chess:
            names: []
        es:
          spiders:
            names: ["telaraña, grande"]
        """

    private func place(_ list: String, _ topic: String = "spiders", _ language: String = "en") -> OwnTopicsText.Place {
        .init(language: language, topic: topic, list: list)
    }

    @Test func wordsAreAddedWhereTheyBelongAndCommentsStay() throws {
        var text = OwnTopicsText(Self.byHand)
        let added1 = text.add("money spider", to: place("wide"))
        #expect(added1)
        let added2 = text.add("Shelob's lair", to: place("narrow"))
        #expect(added2)
        let added3 = text.add("castling", to: place("narrow", "chess"))
        #expect(added3)
        let added4 = text.add("rook", to: place("names", "chess"))
        #expect(added4)
        let added5 = text.add("parkour", to: place("names", "parkour"))
        #expect(added5)
        let added6 = text.add("Netz", to: place("wide", "spiders", "de"))
        #expect(added6)
        // A list that is written in another way is left to people.
        let added7 = text.add("webinar", to: place("not"))
        #expect(!added7)
        let written = text.text
        for line in [
            "# Ours.", "  # Mrs Hale asked for these.", "    wide: [cobweb, money spider]   # also in autumn",
            "    narrow: [\"Shelob's lair\"]", "    names: [rook]", "    narrow: [castling]", "  parkour:", "de:",
        ] {
            #expect(written.split(separator: "\n").contains { $0 == line }, "\(line)\n\(written)")
        }
        _ = try OwnTopics(text: written, file: "topics.yaml")
    }

    @Test func wordsAreTakenAwayInAnyNumber() throws {
        var text = OwnTopicsText(Self.byHand)
        let isGone = text.remove("cobwebs", from: place("wide"))
        #expect(isGone)
        let isThere = text.remove("cobweb", from: place("wide"))
        #expect(!isThere)
        #expect(text.text.contains("wide: []   # also in autumn"))
        _ = try OwnTopics(text: text.text, file: "topics.yaml")
    }

    @Test(arguments: ["no", "a: b", "C++", "x # y", "\"quoted\"", "[list]", "ends with space ", "", "12", "über"])
    func whateverIsAddedIsReadAgain(word: String) throws {
        var text = OwnTopicsText("")
        let added8 = text.add(word, to: place("names", "topic"))
        #expect(added8)
        _ = try OwnTopics(text: text.text, file: "topics.yaml")
        if !word.isEmpty, word.contains(where: { $0.isLetter }) {
            let own = try OwnTopics(text: text.text, file: "topics.yaml")
            let family = try TopicLexicons([], own: own).family(of: word, language: "en")
            #expect(family.topic == "topic", "\(text.text)")
        }
    }

    @Test func aPartHasItsOwnWords() throws {
        let own = try OwnTopics(
            text: "en:\n  australian-animals:\n    part-kangaroo: [joey]\n", file: "topics.yaml")
        let lexicon = TopicLexicon(
            text: "australian-animals:\n  names: [kangaroo, koala]\n  parts: {kangaroo: [kangaroo]}\n", file: "en.yaml",
            language: "en")
        let family = try TopicLexicons([lexicon], own: own).family(of: "kangaroo", language: "en")
        #expect(family.words["en"]?.members.filter { $0.width == .name }.map { $0.phrase } == ["joey", "kangaroo"])
        #expect(family.words["en"]?.members.first?.source == "school")
    }

    @Test func aVersionChangesWithEitherFile() {
        let version = TopicsVersion(lexicons: "en 1, es 2", own: "ab")
        #expect(TopicsVersion(version.text) == version)
        #expect(TopicsVersion("en 12, es 13") == TopicsVersion(lexicons: "en 12, es 13", own: ""))
    }
}
