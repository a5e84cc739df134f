import Testing

@testable import Safeguarding

/// Weak signs of held words, and the subjects that they say nothing in.
@Suite struct WeakSignTests {
    private static func words(_ list: String, _ text: String, title: String = "A title") -> [String] {
        var reading = HeldWordFinder([HeldWordList(text: list, language: "en", file: "list")]).reading()
        return reading.verdict([title, text], language: "en")?.words ?? []
    }

    @Test func aWeakWordNeedsAnotherSign() {
        let list = "[7]\n~ shot\n~ corpse\nmanslaughter"
        #expect(Self.words(list, "He shot twice.").isEmpty)
        #expect(Self.words(list, "He shot and shot. He shot again.").isEmpty)
        #expect(Self.words(list, "He shot twice. They found a corpse.") == ["shot", "corpse"])
        #expect(Self.words(list, "He shot twice: manslaughter.") == ["shot", "manslaughter"])
        #expect(Self.words(list, "He shot twice. " + String(repeating: "and so on ", count: 20) + "a corpse").isEmpty)
    }

    @Test func oneWordIsOneSignWhateverRulesItMeets() {
        #expect(Self.words("[7]\n~ murder\n~ murder/kill", "The chase was murder.").isEmpty)
    }

    @Test func aWeakLineMayNameItsCompanyAndAPhraseIsEnough() {
        let list = "[7]\n~ shot + police\n~ dead body"
        #expect(Self.words(list, "He was shot, said the police.") == ["shot"])
        #expect(Self.words(list, "A dead body.") == ["dead body"])
        #expect(Self.words(list, "He shot twice.").isEmpty)
    }

    @Test func aSubjectLiftsWeakSignsNearItAndNoStrongOnes() {
        let list = "@match = goal, keeper, penalty\n? 3 of @match\n[7]\n~ shot + dead\nmanslaughter"
        let match = "The keeper stopped the goal after a penalty. "
        #expect(Self.words(list, match + "A shot, and the ball was dead.").isEmpty)
        #expect(Self.words(list, "A penalty, a penalty, a penalty: shot dead.") == ["shot"])
        #expect(Self.words(list, match + String(repeating: "and so on ", count: 20) + "He was shot dead.") == ["shot"])
        #expect(Self.words(list, match + "He was tried for manslaughter.") == ["manslaughter"])
    }

    @Test func aThemeAsksForDifferentKindsOfSign() {
        let list = "@blow = stabbed, beaten\n@law = court, jury\n[7]\n2 of @blow, @law"
        #expect(Self.words(list, "Stabbed and beaten.").isEmpty)
        #expect(Self.words(list, "Beaten, a court heard.") == ["Beaten", "court"])
    }

    @Test(arguments: ["? of @match", "? 3 @match", "? 0 of goal", "? 3 of @nobody", "~"])
    func whatCannotBeReadIsTold(line: String) {
        let list = HeldWordList(text: "@match = goal\n[7]\nmurder\n" + line, language: "en", file: "list")
        #expect(list.findings.count == 1, "\(line)")
    }
}
