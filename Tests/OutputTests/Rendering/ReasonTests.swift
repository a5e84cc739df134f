import Content
import Output
import Testing

@Suite("Reasons in words")
struct ReasonTests {
    private func say(_ reason: Reason, _ role: RecipientRole = .learner, _ language: String = "en") throws -> String {
        try Shipped().reasons.sentences([reason], role: role, name: "Ana", language: language).joined(separator: " ")
    }

    private func scored(_ evidence: Evidence) -> Reason { .scored(scorer: "S", evidence: evidence) }

    @Test func termsByWhatWasSaidAndWhoSaidIt() throws {
        #expect(
            try say(Sample.term("volcanoes", [], .asked, .learner)) == "Because you asked for more about volcanoes.")
        #expect(
            try say(Sample.term("volcanoes", ["volcano", "lava"], .interest))
                == "Because you like volcanoes – it mentions volcano, lava.")
        #expect(
            try say(Sample.term("volcanoes", ["Volcanoes"], .asked, .learner), .guardian)
                == "Because Ana asked for more about volcanoes.")
        #expect(
            try say(Sample.term("whales", [], .asked, .teacher))
                == "Because your teacher asked for more about whales for you.")
        #expect(
            try say(Sample.term("fractions", [], .need), .teacher)
                == "It practises reading about fractions, which Ana is working on.")
        #expect(
            try say(Sample.term("volcanes", [], .asked, .learner), .learner, "es-MX")
                == "Porque pediste más sobre volcanes.")
    }

    @Test func severalTermsOfOneKindAreOneSentence() throws {
        let terms = ["whales", "ships", "knots"].map {
            MatchedTerm(phrase: $0, words: [], source: .interest, origin: .roster)
        }
        #expect(try say(scored(.terms(terms))) == "Because you like whales, ships and knots.")
        let mixed = terms.prefix(1) + [MatchedTerm(phrase: "fractions", words: [], source: .need, origin: .roster)]
        #expect(
            try say(scored(.terms(Array(mixed))))
                == "Because you like whales. It practises reading about fractions, which you are working on.")
    }

    @Test(arguments: [
        (5.9, "It is about as hard as what you read well."), (4.2, "It is about as hard as what you read well."),
        (6.1, "It is harder than what you usually read."), (3.9, "It should be easy reading for you."),
    ])
    func levelsAreComparedAsFarAsTheyAreKnown(item: Double, says: String) throws {
        #expect(try say(scored(.levels(item: item, learner: 5))) == says)
    }

    /// Lists of older versions still tell of age and measures, which say nothing of the learner.
    @Test(arguments: [Evidence.age(days: 40), .measure(name: "variety", value: 1)])
    func whatIsNotOfTheLearnerIsSomethingNew(evidence: Evidence) throws {
        #expect(try say(scored(evidence)) == "Something new for you.")
        #expect(try say(scored(evidence), .guardian) == "Something new for Ana.")
    }

    @Test func aTopicIsNamedInTheListsLanguageWhereSomebodyKnowsTheWord() throws {
        let term = MatchedTerm(
            phrase: "football", words: ["Fútbol", "gol"], source: .interest, origin: .roster, names: ["es": "fútbol"])
        #expect(try say(scored(.terms([term])), .learner, "es") == "Por tu interés en fútbol (menciona gol).")
        #expect(try say(scored(.terms([term]))) == "Because you like football – it mentions Fútbol, gol.")
    }

    @Test func likenessIsToldWithWhatBothHave() throws {
        #expect(
            try say(scored(.nearness(title: "Beavers", similarity: 0.6, shared: ["dams"])))
                == "It is like “Beavers”, which you liked – it mentions dams.")
    }

    @Test func teachersPinsStretchAndTheRest() throws {
        #expect(try say(.pinned(by: "Ms Rivera", assigned: false)) == "Ms Rivera chose it for you.")
        #expect(try say(.pinned(by: "Ms Rivera", assigned: true), .guardian) == "Assigned by Ms Rivera.")
        #expect(try say(.pinned(by: " ", assigned: false)) == "Your teacher chose it for you.")
        #expect(try say(.stretch(item: 6, learner: 5)) == "A little harder than usual: a stretch.")
        #expect(try say(.bestLeft, .teacher) == "Something new for Ana.")
    }

    @Test func theSameSentenceIsSaidOnce() throws {
        let twice = [scored(.age(days: 3.1)), Reason.bestLeft, .stretch(item: 6, learner: 5)]
        let sentences = try Shipped().reasons.sentences(twice, role: .learner, name: "Ana", language: "en")
        #expect(sentences.count == 2)
    }
}
