import Content
import Testing

@testable import Safeguarding

/// How a list of held words is read, and what it finds.
@Suite struct HeldWordTests {
    private static func verdict(
        _ list: String, _ text: String, title: String = "A title", language: String = "en", atLeast: Int = 1
    ) -> HeldVerdict? {
        var reading = HeldWordFinder([HeldWordList(text: list, language: language, file: "list")]).reading()
        return reading.verdict([title, text], language: language, atLeast: atLeast)
    }

    private static func words(_ list: String, _ text: String, title: String = "A title") -> [String] {
        verdict(list, text, title: title)?.words ?? []
    }

    @Test func sectionsNameTheGradeAndTheHighestCounts() throws {
        let list = "[7]\nmurder\n[9]\ncasino\n[13]\nbuild a bomb\n"
        #expect(Self.verdict(list, "Nothing of the kind.") == nil)
        #expect(Self.verdict(list, "The murders of 1888.")?.heldBelow == 7)
        let both = try #require(Self.verdict(list, "A murder in the casino."))
        #expect(both.heldBelow == 9 && both.words == ["casino", "murder"])
        #expect(both.holds(from: 8) && !both.holds(from: 9))
        let all = try #require(Self.verdict(list, "How to build a bomb"))
        #expect(all.heldBelow == 13 && all.holds(from: 12) && all.holds(from: 13))
    }

    @Test func aWordStandsForItsFamilyUnlessTheListSaysOtherwise() {
        #expect(Self.words("[7]\nstab", "He was stabbed; the stabbing shocked all.") == ["stabbed"])
        #expect(Self.words("[7]\n=stab", "He was stabbed.").isEmpty)
        #expect(Self.words("[7]\nporno*", "A pornographic picture").count == 1)
        #expect(Self.words("words = forms\n[7]\nbomba", "Dos bombas").count == 1)
        #expect(Self.words("words = forms\n[7]\nmato", "Toma mate").isEmpty)
    }

    @Test func companyHasToStandNear() {
        let list = "[7]\nshot + police, hospital"
        #expect(!Self.words(list, "A man was shot. Police came.").isEmpty)
        #expect(!Self.words(list, "One. Two. A man was shot.", title: "Police ask for help").isEmpty)
        #expect(Self.words(list, "A shot of the sea.").isEmpty)
        #expect(Self.words(list, "A shot of the sea. It was calm. So was the wind. Police came.").isEmpty)
        #expect(!Self.words("[7]\nshot ++ police", "A shot. It was calm. So was the wind. Police came.").isEmpty)
    }

    @Test func anotherSenseFreesOnlyWhereItIsNear() {
        let list = "[7]\nkill - process, program"
        #expect(Self.words(list, "Kill the process by its number.").isEmpty)
        let buried = "Kill the process by its number. Then rest. Have tea. A fire killed her."
        #expect(Self.words(list, buried) == ["killed"])
        #expect(Self.words("[7]\nkill -- process", buried).isEmpty)
    }

    @Test func aWayOfSpeakingTakesItsOwnWordsAndNoOthers() {
        let list = "! killer whale\n[7]\nkiller"
        #expect(Self.words(list, "A killer whale and her calf.").isEmpty)
        #expect(Self.words(list, "A killer whale saw the killer.") == ["killer"])
    }

    @Test func severalSignsOfOneThingHoldTogether() {
        let list = "[9]\n3 of bonus, jackpot, stake, odds"
        #expect(Self.words(list, "A bonus and a jackpot.").isEmpty)
        #expect(Self.words(list, "A bonus, a bonus, a bonus.").isEmpty)
        #expect(Self.words(list, "A bonus! Odds are good. Jackpot!") == ["bonus", "Odds", "Jackpot"])
        let far = "A bonus. " + String(repeating: "plain words ", count: 30) + "Odds. A jackpot."
        #expect(Self.words(list, far).isEmpty)
    }

    @Test func aPhraseKeepsWithinItsSentenceAndItsPart() {
        let list = "[7]\nshot ... man"
        #expect(Self.words(list, "They shot an old man.") == ["shot an old man"])
        #expect(Self.words(list, "They shot. A man came.").isEmpty)
        #expect(Self.words(list, "A man came.", title: "Shot").isEmpty)
    }

    @Test func lettersBehindAsterisksAreFound() {
        let list = "[9]\nf***\ns***"
        #expect(Self.words(list, "This is f***ing s***, he said.") == ["f***ing", "s***"])
        #expect(Self.words(list, "F***!") == ["F***"])
        #expect(Self.words(list, "An *f* in the word is fine; so is **this**.").isEmpty)
        // A text that begins with asterisks goes on with no word of the title.
        for text in ["**Bold** words", "***", "*a", "**f***ing** s***"] {
            let found = Self.words(list, text, title: "A title that is longer than the text")
            #expect(found == (text.contains("s***") ? ["f***ing**", "s***"] : []), "\(text): \(found)")
        }
    }

    @Test func yearsAreOldOrNot() {
        let list = "[7]\nbomb - <1990"
        #expect(Self.words(list, "The bomb of 1945").isEmpty)
        #expect(!Self.words(list, "The bomb of 1998").isEmpty)
        #expect(!Self.words(list, "The bomb killed 1200000").isEmpty)
    }

    @Test func theSentenceIsToldWithItsWords() throws {
        let verdict = try #require(Self.verdict("[7]\nmurder", "It was calm. The\u{A0}murder shocked  all. Then rain."))
        #expect(verdict.sightings == [.init(words: "murder", below: 7, sentence: "The murder shocked all.")])
    }

    @Test func anArticleInALanguageWithoutAListIsLookedAtByAll() {
        let lists = [("en", "[7]\nmurder"), ("es", "[9]\nasesinato")].map {
            HeldWordList(text: $0.1, language: $0.0, file: $0.0)
        }
        var reading = HeldWordFinder(lists).reading()
        #expect(reading.verdict(["asesinato murder"], language: "en-GB")?.words == ["murder"])
        #expect(reading.verdict(["asesinato murder"], language: "es")?.words == ["asesinato"])
        for language in ["fr", nil, "und"] {
            #expect(reading.verdict(["asesinato murder"], language: language)?.heldBelow == 9)
        }
    }

    @Test func aLineThatCannotBeReadIsToldAndTheOthersCount() {
        let text = "murder\n[7]\n.. shot\n+ police\nstab\n[20]\n@nobody\n2 of one\ncasino\n"
        let list = HeldWordList(text: text, language: "en", file: "en.txt")
        #expect(
            list.findings.map(\.place) == [
                "en.txt:1:1", "en.txt:3:1", "en.txt:4:1", "en.txt:6:1", "en.txt:7:1", "en.txt:8:1",
            ])
        // Below a section that nobody understands lines hold for everybody.
        #expect(Self.verdict(text, "A casino")?.heldBelow == 13)
        #expect(Self.verdict(text, "A stab")?.heldBelow == 7)
    }

    @Test func whatHoldsForYoungerLearnersAloneIsNotAskedFor() {
        let list = "[7]\nmurder\n[9]\ncasino"
        #expect(Self.verdict(list, "A murder", atLeast: 9) == nil)
        #expect(Self.verdict(list, "A murder in a casino", atLeast: 9)?.words == ["casino"])
    }

    @Test func aLongTextOfOneWordIsLookedThroughInTime() {
        let text = String(repeating: "murder police. ", count: 20_000)
        let verdict = Self.verdict("[7]\nmurder ++ police\nmurder -- hamster\n2 of murder, police", text)
        #expect(verdict?.heldBelow == 7 && (verdict?.sightings.count ?? 0) <= 100)
    }

    @Test func phrasesOfAnOlderListHoldForEverybody() {
        var reading = HeldWordFinder([HeldWordList(phrases: ["sports betting", "!?"], language: "en")]).reading()
        #expect(reading.verdict(["Sports Betting!"], language: "en")?.heldBelow == 13)
        #expect(reading.verdict(["Sports, and betting"], language: "en") == nil)
    }
}
