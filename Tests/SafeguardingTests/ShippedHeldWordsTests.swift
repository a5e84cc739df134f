import Foundation
import Testing

@testable import Safeguarding

/// The lists of held words that ship: they are read whole, and know a frightening word from another sense of it.
@Suite struct ShippedHeldWordsTests {
    private static let lists = ["en", "es"].map { language in
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Config/held-words/\(language).txt")
        let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
        return HeldWordList(text: text, language: language, file: "\(language).txt")
    }
    private static let finder = HeldWordFinder(lists)

    @Test func eachLineIsRead() {
        for list in Self.lists {
            #expect(list.findings.isEmpty, "\(list.findings)")
            #expect(Set(list.rules.map(\.below)) == [0, 7, 9, 13], "\(list.language)")
        }
    }

    struct Case: Sendable {
        var language = "en"
        var text: String
        var below: Int?
    }

    @Test(arguments: [
        Case(text: "A man of forty was found guilty of murdering his neighbour, a court said on Friday.", below: 7),
        Case(text: "An air strike hit the village and killed nine people.", below: 7),
        Case(text: "She was stabbed in the neck eleven times.", below: 9),
        Case(text: "He took his own life in March.", below: 9),
        Case(text: "Thinspo for beginners: skip dinner and lose four kilos in a week.", below: 9),
        Case(text: "Place your bets: the best bookmakers of the season.", below: 9),
        Case(text: "Sign up at the new online casino and get fifty free spins on your first deposit.", below: 13),
        Case(text: "Order cannabis by the gram: discreet shipping, message us on Telegram.", below: 13),
        Case(text: "How to build a pipe bomb from parts of any shop.", below: 13),
        Case(text: "Watch the beheading video, uncensored.", below: 13),
        Case(text: "The easiest way to end your life without pain.", below: 13),
        Case(text: "To kill a process that hangs, find its number and type the command."),
        Case(text: "The photographer shot the bride with an old camera at dusk."),
        Case(text: "Pinch out each side shoot of the tomato plant once a week."),
        Case(text: "Middlesex, Essex and Sussex are old names of counties."),
        Case(text: "Roll two dice a hundred times and count the sevens."),
        Case(text: "Drop the bath bomb into the water and watch it fizz."),
        Case(text: "A dead battery is a sad sight, said the mechanic."),
        Case(text: "Spain won the World Cup shoot-out after extra time."),
        Case(text: "Killer whales teach their calves to hunt."),
        Case(text: "We had a funeral for my hamster under the apple tree."),
        Case(text: "Robins breed in our hedge; the heroine of the story feeds them."),
        Case(
            language: "es", text: "Un hombre fue condenado a veinte años por asesinar a su vecina.", below: 7),
        Case(language: "es", text: "Un bombardeo mató a nueve civiles en el mercado.", below: 7),
        Case(language: "es", text: "Se quitó la vida en marzo.", below: 9),
        Case(language: "es", text: "Regístrate en el casino y llévate giros gratis con tu depósito.", below: 13),
        Case(language: "es", text: "Para matar un proceso, busca su número y escribe el comando."),
        Case(language: "es", text: "Toma mate con pan, y no mates el tiempo."),
        Case(language: "es", text: "Añade la bomba de baño al agua."),
        Case(language: "es", text: "El cartel de la fiesta anuncia un teatro de títeres."),
        Case(language: "es", text: "La ballena asesina caza en grupo."),
    ])
    func sensesAreTold(example: Case) {
        var reading = Self.finder.reading()
        let verdict = reading.verdict([example.text], language: example.language)
        #expect(verdict?.heldBelow == example.below, "\(example.text): \(verdict?.words ?? [])")
    }

    @Test func oneUnfitSentenceAtTheEndIsFound() {
        var reading = Self.finder.reading()
        let fit =
            "The bakery in Mill Lane bakes forty loaves a night. The oven is ninety years old. Children love the rolls. "
        #expect(reading.verdict(["Bread", fit], language: "en") == nil)
        #expect(reading.verdict(["Bread", fit + "In March the baker hanged himself."], language: "en")?.heldBelow == 9)
    }
}
