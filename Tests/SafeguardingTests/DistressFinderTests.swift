import Content
import Foundation
import Safeguarding
import Testing

/// What the list that ships finds, in texts that were made up for these tests, and how lines of a list are read.
@Suite struct DistressFinderTests {
    static let shipped: DistressList = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = FileManager.default.contents(atPath: root.appendingPathComponent("Config/distress-words.txt").path)
        return DistressList(text: String(decoding: data ?? Data(), as: UTF8.self), file: "distress-words.txt")
    }()

    @Test func everyLineOfTheListThatShipsIsRead() {
        #expect(Self.shipped.findings.isEmpty)
        #expect(Self.shipped.languages == ["en", "es", "de", "ar"])
    }

    @Test(arguments: [
        "how to kill myself", "i cant take it anymore, please someone help me", "my dad hits me when he is drunk",
        "sometimes i wish i was never born", "i cut my arms when i feel bad", "they call me fat pig every day",
        "im leaving tonight and never coming back", "i havent eaten since monday", "i will stab my teacher",
        "my stepfather comes into my bed at night", "nobody wants to sit next to me and they laugh at me",
        "quiero morirme", "mi padre me da palizas", "me provoco el vómito después de comer", "nadie me quiere",
        "ich will nicht mehr leben", "mein Stiefvater fasst mich an", "ich habe mich wieder geritzt",
        "أريد أن أموت", "أبي يضربني كل يوم", "أخاف أن أعود إلى البيت",
    ])
    func whoNeedsHelpIsNoticed(_ text: String) {
        let words = DistressFinder(Self.shipped).signs(in: text)
        #expect(!words.isEmpty)
        for word in words.flatMap({ $0.split(separator: " ") }) { #expect(text.contains(word)) }
    }

    @Test(arguments: ["k i l l  m y s e l f", "ｋｉｌｌ ｍｙｓｅｌｆ", "#killmyself", "k1ll mys3lf", "kіll mуself"])
    func aDisguiseHidesNothing(_ text: String) {
        #expect(!DistressFinder(Self.shipped).signs(in: text).isEmpty)
    }

    @Test(arguments: [
        "more volcanoes", "how to kill the boss in level 9", "this homework is killing me", "what eats spiders",
        "i'm dying to read more about horses!", "how to beat my brother at chess", "more about world war 2",
        "an article about how to stop bullying for my school project", "why do stars die", "too easy!!",
        "me muero de ganas de leer más sobre caballos", "cómo mataron a Julio César", "más sobre el Día de Muertos",
        "ich sterbe vor Lachen, mehr Witze bitte", "warum sterben Sterne", "كيف أقتل التنين في اللعبة", "",
    ])
    func whoIsWellIsLeftAlone(_ text: String) {
        #expect(DistressFinder(Self.shipped).signs(in: text) == [])
    }

    @Test func capitalsAccentsApostrophesAndDrawnOutLettersDoNotMatter() {
        let finder = Self.finder("don't want to live\nmorí\n")
        #expect(finder.signs(in: "I DONT  want… to liiive") == ["DONT want to liiive"])
        #expect(finder.signs(in: "Don’t want to live!") == ["Don’t want to live"])
        #expect(finder.signs(in: "mori") == ["mori"])
    }

    @Test func aWordIsFoundWithItsFamilyAndNeverInsideOfAnother() {
        let finder = Self.finder("kill\n=hang\nstarv*\n")
        #expect(finder.signs(in: "killing") == ["killing"])
        #expect(finder.signs(in: "skill and overkill") == [])
        #expect(finder.signs(in: "hanging") == [])
        #expect(finder.signs(in: "starvation") == ["starvation"])
    }

    @Test func whatStandsBetweenIsLeftOutOfTheWords() {
        let finder = Self.finder("@self = myself, my self\nhurt .. @self\nend ... life/it_all\n")
        #expect(finder.signs(in: "i hurt really badly myself") == ["hurt", "myself"])
        #expect(finder.signs(in: "i hurt one two three myself") == [])
        #expect(finder.signs(in: "hurt my self") == ["hurt my self"])
        #expect(finder.signs(in: "to end now and for good it all") == ["end", "it all"])
    }

    @Test func aWayOfSpeakingTakesItsOwnWordsBackAndNoOthers() {
        let finder = Self.finder("! dying of laughter\ndying\nkill myself\n")
        #expect(finder.signs(in: "dying of laughter") == [])
        #expect(finder.signs(in: "dying of laughter, i will kill myself") == ["kill myself"])
        #expect(finder.signs(in: "i am dying") == ["dying"])
    }

    @Test func aGameTakesBackWhatIsWeakAndNothingElse() {
        let finder = Self.finder("unless = game, level\n? kill him\nkill myself\n")
        #expect(finder.signs(in: "kill him in level 3") == [])
        #expect(finder.signs(in: "kill him") == ["kill him"])
        #expect(finder.signs(in: "kill myself after the game") == ["kill myself"])
    }

    @Test func twoHintsOfOneLanguageAreASign() {
        let finder = Self.finder("+ secret/stepdad\n+ afraid\n[de]\n+ nacht\n")
        #expect(finder.signs(in: "a secret") == [])
        #expect(finder.signs(in: "afraid of my stepdad") == ["afraid", "stepdad"])
        #expect(finder.signs(in: "afraid nacht") == [])
    }

    /// Where two files were joined stands a mark that nobody sees: no line of either list is lost for it.
    @Test func aMarkInTheMiddleOfAListCostsNoLine() {
        let list = DistressList(text: "[en]\nkill myself\n\u{FEFF}[es]\nquiero morir\n", file: "list")
        #expect(list.findings.isEmpty && DistressFinder(list).signs(in: "quiero morir") == ["quiero morir"])
    }

    @Test func aLineThatCannotBeReadIsToldAndCostsNoOther() {
        let list = DistressList(
            text: "lost before\n[en]\n.. gap first\n@x = \nsay @nobody\nkill myself # why\n[english]\n[en]\n",
            file: "list")
        #expect(list.findings.map(\.place) == ["list:1:1", "list:3:1", "list:4:1", "list:5:1", "list:7:1", "list:8:1"])
        #expect(DistressFinder(list).signs(in: "kill myself") == ["kill myself"])
    }

    private static func finder(_ lines: String) -> DistressFinder {
        let list = DistressList(text: "[en]\n" + lines, file: "list")
        #expect(list.findings.isEmpty)
        return DistressFinder(list)
    }
}
