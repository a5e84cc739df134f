import Content
import Safeguarding
import Testing

@testable import Output

/// What may be named where: on paper, in another's copy, in the learner's own mail.
@Suite struct DiscretionTests {
    static let discretion = Discretion(
        screen: WishScreen(
            distress: DistressFinder(DistressList(text: "[en]\nkill myself\n", file: "")), heldWords: ["torture"],
            languages: ["en"]),
        privateTopics: PrivateTopics(text: "[en]\nhealth = diabetes\n", file: ""), digest: "1")

    @Test func theLearnersOwnCopiesNameNoLevelNeedStrengthOrOptOut() {
        let used: [DataUsed] = [
            .interests(["moons", "diabetes"]), .avoided(["spiders"]), .strengths(["drawing"]), .needs(["reading"]),
            .level(2), .wishes(3),
        ]
        #expect(Self.discretion.dataUsed(used, in: .paper) == [.interests(["moons"]), .wishes(3), .more])
        #expect(
            Self.discretion.dataUsed(used, in: .others) == [
                .interests(["moons"]), .avoided(["spiders"]), .strengths(["drawing"]), .needs(["reading"]), .level(2),
                .wishes(3), .more,
            ])
        #expect(
            Self.discretion.dataUsed(used, in: .ownMail) == [.interests(["moons", "diabetes"]), .wishes(3), .more])
        func guardian(_ sees: Set<GuardianSight>) -> [DataUsed] {
            Self.discretion.dataUsed(used, in: .guardian(sees)).filter {
                switch $0 {
                case .needs, .level: true
                default: false
                }
            }
        }
        #expect(guardian([]).isEmpty && guardian([.level]) == [.level(2)])
        #expect(guardian([.level, .needs]) == [.needs(["reading"]), .level(2)])
    }

    @Test func whatTellsOfDistressIsNamedNowhere() {
        let used: [DataUsed] = [.asked(["how to kill myself"]), .avoided(["torture"])]
        for sight in [Discretion.Sight.ownMail, .others, .paper] {
            #expect(Self.discretion.dataUsed(used, in: sight) == [.more])
        }
    }

    @Test func aReasonThatMayNotBeNamedOnlySaysThatThereIsOne() {
        func reason(_ phrase: String, _ source: MatchedTerm.Source, words: [String] = []) -> Reason {
            .scored(
                scorer: "InterestMatch",
                evidence: .terms([MatchedTerm(phrase: phrase, words: words, source: source, origin: .roster)]))
        }
        let reasons = [reason("moons", .interest), reason("diabetes", .interest), reason("reading", .need)]
        #expect(Self.discretion.reasons(reasons, in: .ownMail) == [reasons[0], reasons[1], .unnamed])
        #expect(Self.discretion.reasons(reasons, in: .guardian([])) == [reasons[0], .unnamed])
        #expect(Self.discretion.reasons(reasons, in: .guardian([.needs])) == [reasons[0], .unnamed, reasons[2]])
        #expect(Self.discretion.reasons(reasons, in: .others) == [reasons[0], .unnamed, reasons[2]])
        #expect(Self.discretion.reasons(reasons, in: .paper) == [reasons[0], .unnamed])
        // The article's own words for it would tell as much.
        let named = reason("my illness", .asked, words: ["diabetes"])
        #expect(Self.discretion.reasons([named], in: .others) == [.unnamed])
    }
}
