import TextAnalysis
import Testing

/// Syllables by vowel groups, on words that children's articles are full of.
struct SyllablesTests {
    @Test(arguments: [
        ("cat", 1), ("the", 1), ("whale", 1), ("while", 1), ("style", 1), ("makes", 1), ("jumped", 1), ("played", 1),
        ("table", 2), ("tables", 2), ("people", 2), ("settled", 2), ("wanted", 2), ("boxes", 2), ("agreed", 2),
        ("water", 2),
        ("radio", 3), ("tourism", 3), ("animal", 3), ("banana", 3), ("volcanoes", 3), ("elephant", 3), ("smile", 1),
        ("university", 5), ("Mr", 1), ("2026", 1), ("", 1), ("火", 1),
    ])
    func englishWords(_ word: String, _ syllables: Int) {
        #expect(Syllables.count(in: word, language: "en") == syllables)
    }

    @Test(arguments: [
        ("sol", 1), ("que", 1), ("rey", 1), ("yo", 1), ("y", 1), ("casa", 2), ("tierra", 2), ("país", 2), ("día", 2),
        ("agua", 2), ("ciudad", 2), ("león", 2), ("leer", 2), ("mayo", 2), ("playa", 2), ("volcán", 2), ("queso", 2),
        ("hacía", 3), ("guitarra", 3), ("ayuda", 3), ("pingüino", 3), ("poeta", 3), ("aéreo", 4), ("volca\u{301}n", 2),
    ])
    func spanishWords(_ word: String, _ syllables: Int) {
        #expect(Syllables.count(in: word, language: "es") == syllables)
    }
}
