import Content
import Safeguarding
import Testing

@testable import Output

/// What a list answers to wishes, in words, and to whom.
struct AnswerTests {
    private func answer(
        _ outcome: WishAnswer.Outcome, _ phrase: String = "volcanoes", by origin: Fact.Origin = .learner,
        isOld: Bool = false, names: [String: String]? = nil
    ) -> WishAnswer {
        WishAnswer(phrase: phrase, origin: origin, outcome: outcome, isOld: isOld, names: names)
    }

    private func say(
        _ answer: WishAnswer, place: Int? = nil, to role: RecipientRole = .learner, in language: String = "en"
    ) throws -> String {
        let shipped = try Shipped()
        let document = Sample.document(role: role, language: language)
        return DocumentFields(document, words: shipped.words, reasons: shipped.reasons)
            .notice(.answer(answer, place: place))
    }

    @Test func eachAnswerIsSaidAsItIs() throws {
        #expect(try say(answer(.found), place: 3) == "You asked for volcanoes: number 3 is about it.")
        #expect(
            try say(answer(.nothing)) == "You asked for volcanoes: there is nothing about it yet. We go on looking.")
        #expect(
            try say(answer(.harder), to: .guardian)
                == "Ana asked for volcanoes: so far there are only harder articles about it. The teacher knows.")
        #expect(try say(answer(.ask)) == "You asked for volcanoes: please ask your teacher about it.")
        #expect(try say(answer(.teacherChooses)) == "You asked for volcanoes: your teacher chooses this list.")
        #expect(
            try say(answer(.nothing, isOld: true)).hasSuffix("Do you still want it? If not, say “enough volcanoes”."))
        #expect(
            try say(answer(.found, "football", names: ["es": "fútbol"]), place: 1, in: "es")
                == "Pediste fútbol: el número 1 trata de eso.")
    }

    /// The article was taken out by the last look.
    @Test func whatWasFoundAndTakenOutIsNotThere() throws {
        #expect(try say(answer(.found)).contains("its turn comes"))
    }

    @Test func aGuardiansWishIsAnsweredInAGuardiansMailAlone() {
        let answers = [answer(.found), answer(.nothing, "chess", by: .guardian)]
        func told(_ role: RecipientRole, _ sight: Discretion.Sight) -> [String] {
            Discretion.withoutLists.answers(answers, to: role, in: sight).map { $0.phrase }
        }
        #expect(told(.learner, .ownMail) == ["volcanoes"] && told(.teacher, .others) == ["volcanoes"])
        #expect(told(.guardian, .others) == ["volcanoes", "chess"])
        #expect(told(.learner, .paper) == ["volcanoes"] && told(.guardian, .paper) == ["volcanoes"])
    }
}
