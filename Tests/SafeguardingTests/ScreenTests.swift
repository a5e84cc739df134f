import Content
import Testing

@testable import Safeguarding

/// Held words in wishes, and topics that are nobody else's business.
@Suite struct ScreenTests {
    @Test func aHeldWordHoldsAWishInEveryLanguageOfTheSchool() {
        let screen = WishScreen(
            distress: DistressFinder(DistressList(text: "[en]\nkill myself\n", file: "")),
            heldWords: ["torture", "sports betting"], languages: ["en", "es"])
        #expect(screen.verdict(of: "more about tortured knights") == .init(kind: .held, words: ["tortured"]))
        #expect(screen.verdict(of: "Sports Betting!") == .init(kind: .held, words: ["Sports Betting"]))
        #expect(screen.verdict(of: "how to kill myself")?.kind == .distress)
        #expect(screen.verdict(of: "tortoises") == nil)
    }

    @Test func whatHoldsFromYoungLearnersAloneAlarmsNobody() {
        let list = HeldWordList(text: "[7]\nwar\nmurder\n[9]\ncasino\n[13]\nbuild a bomb\n", language: "en", file: "")
        let screen = WishScreen(
            distress: DistressFinder(DistressList(text: "", file: "")), heldWords: [], languages: ["en"],
            lists: HeldWordFinder([list]))
        #expect(screen.verdict(of: "more about the world war and murder mysteries") == nil)
        #expect(screen.verdict(of: "casinos please") == .init(kind: .held, words: ["casinos"]))
        #expect(screen.verdict(of: "how to build a bomb")?.kind == .held)
    }

    @Test func privateTopicsAreToldByWordsAndTheirFamilies() {
        let topics = PrivateTopics(
            text: "[en]\nhealth = cancer, diabet*\nreligion = =eid, prayer\nsports = football\n", file: "list")
        #expect(topics.findings.map(\.place) == ["list:4:1"])
        for topic in ["Diabetes", "prayers", "my Eid party", "cancer cells"] {
            #expect(topics.touch(topic), "\(topic)")
        }
        for topic in ["football", "eider ducks", "cancel"] { #expect(!topics.touch(topic), "\(topic)") }
    }
}
