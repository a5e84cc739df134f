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
        (5.9, "about as hard as"), (4.2, "about as hard as"), (6.1, "harder than"), (3.9, "easier than"),
    ])
    func levelsAreComparedAsFarAsTheyAreKnown(item: Double, says: String) throws {
        #expect(try say(scored(.levels(item: item, learner: 5))) == "It is \(says) what you read well.")
    }

    @Test(arguments: [
        (0.2, "It is new: from today."), (1.5, "It is new: from yesterday."), (3.9, "It is new: from 3 days ago."),
        (40, "It is newer than most of the others: from 40 days ago."),
        (Double.infinity, "It is newer than most of the others: from 36500 days ago."),
    ])
    func agesAreNotCalledNewWhenTheyAreNot(days: Double, says: String) throws {
        #expect(try say(scored(.age(days: days))) == says)
    }

    @Test func teachersPinsStretchAndTheRest() throws {
        #expect(try say(.pinned(by: "Ms Rivera", assigned: false)) == "Ms Rivera chose it for you.")
        #expect(try say(.pinned(by: "Ms Rivera", assigned: true), .guardian) == "Assigned by Ms Rivera.")
        #expect(try say(.pinned(by: " ", assigned: false)) == "Your teacher chose it for you.")
        #expect(try say(.stretch(item: 6, learner: 5)) == "A small stretch: a little harder than usual.")
        #expect(try say(.bestLeft, .teacher) == "The best of what was left that Ana has not had yet.")
        #expect(try say(scored(.measure(name: "variety", value: 1))) == "It did well by the measure “variety”.")
    }

    @Test func theSameSentenceIsSaidOnce() throws {
        let twice = [scored(.age(days: 3.1)), scored(.age(days: 3.2)), Reason.bestLeft]
        let sentences = try Shipped().reasons.sentences(twice, role: .learner, name: "Ana", language: "en")
        #expect(sentences.count == 2)
    }
}
