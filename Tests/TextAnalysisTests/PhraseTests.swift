import TestSupport
import Testing

@testable import TextAnalysis

/// Whole words and stems, never parts of words: what opt-outs and interests rest on.
struct PhraseTests {
    static func document(_ title: String, _ body: String, tags: [String] = [], language: String? = "en") -> TextDocument
    {
        TextDocument(title: title, tags: tags, body: body, language: language)
    }

    @Test func aWordFindsItsFormsAndNoPartOfAWord() {
        let model = TextModel([
            Self.document("Fruit", "Two apples a day"), Self.document("Fruit", "A pineapple"),
            Self.document("APPLE pie", "A recipe"), Self.document("Apple's new shop", "Opened"),
        ])
        #expect(model.matches(of: Phrase("apple")).items == [0, 2, 3])
        #expect(model.matches(of: Phrase("Apples")).items == [0, 2, 3])
        #expect(model.matches(of: Phrase("pineapples")).items == [1])
    }

    @Test func wordsOfAPhraseStandSideBySideInOneField() {
        let model = TextModel([
            Self.document("Sky", "A black hole swallows light. Black holes are heavy."),
            Self.document("Sky", "The hole was black, a black deep hole."),
            Self.document("All black", "hole in the road"), Self.document("T", "b", tags: ["black", "hole"]),
            Self.document("T", "b", tags: ["Black Holes"]),
        ])
        let matches = model.matches(of: Phrase("black hole"))
        #expect(matches.items == [0, 4])
        #expect(matches.counts == [2, 3], "title and tags count three times")
        #expect(matches.count(in: 0) == 2 && matches.count(in: 1) == 0 && matches.contains(4))
    }

    @Test func diacriticsDoNotMatterAndTheItemsLanguageGivesTheStem() {
        let model = TextModel([
            Self.document("Noticias", "Los volcanes de Islandia", language: "es"),
            Self.document("News", "Volcanoes of Iceland"), Self.document("?", "volcanes", language: nil),
        ])
        #expect(model.matches(of: Phrase("volcán")).items == [0, 2])
        #expect(model.matches(of: Phrase("VOLCANES")).items == [0, 2])
        #expect(model.matches(of: Phrase("volcano")).contains(1))
    }

    @Test func bothKindsOfApostropheMatch() {
        let model = TextModel([Self.document("Time", "At five o’clock."), Self.document("Time", "At five o'clock.")])
        #expect(model.matches(of: Phrase("o'clock")).items == [0, 1])
        #expect(model.matches(of: Phrase("o’clock")).items == [0, 1])
    }

    @Test(arguments: ["", " ", "!", "❤️", "🌋", "\u{FE0F}", "'", "—"])
    func aPhraseWithoutAWordMatchesNothing(_ text: String) {
        let model = TextModel([Self.document("I ❤️ ☀️", "🌋 — ' \u{FE0F} !")])
        #expect(model.matches(of: Phrase(text)).items.isEmpty)
        #expect(PhraseIndex(model).spellings(of: Phrase(text), in: 0).isEmpty)
        #expect(!Phrase(text).isFound(in: "I ❤️ ☀️ 🌋", language: "en"))
    }

    @Test func spellingsAreThoseOfTheTextOnceEachInOrder() {
        let index = PhraseIndex(
            TextModel([
                Self.document("A VOLCANO", "Volcanoes! A volcano, volcanoes; VOLCANO. A volcanic pineapple."),
                Self.document("Sky", "Black-hole and black holes", tags: ["Black Holes"]),
            ]))
        #expect(index.spellings(of: Phrase("volcano"), in: 0) == ["volcano", "volcanoes"])
        #expect(index.spellings(of: Phrase("black hole"), in: 1) == ["black holes", "black hole"])
        #expect(index.spellings(of: Phrase("apple"), in: 0).isEmpty)
        #expect(index.spellings(of: Phrase("volcano"), in: 1).isEmpty)
        #expect(Phrase("black hole").isFound(in: "Two black holes", language: "en"))
        #expect(!Phrase("apple").isFound(in: "A pineapple", language: "en"))
    }

    @Test(arguments: [
        ["body", "bodies"], ["try", "tries", "tried"], ["lie", "lying", "lies"], ["die", "dying"],
        ["use", "using", "used"],
        ["baby", "babies"], ["city", "cities"], ["volcano", "volcanoes"], ["run", "runs", "running"],
    ])
    func eachFormFindsEachOther(_ forms: [String]) {
        for form in forms {
            for other in forms {
                #expect(Phrase(form).isFound(in: "Why \(other)?", language: "en"), "\(form) in \(other)")
            }
        }
    }

    /// The rule in its plainest words, to compare with.
    static func naive(_ phrase: String, _ document: TextDocument) -> Int {
        let stemmer = Stemmer(language: document.language ?? "und")
        let wanted = Words.split(phrase).map { $0.lowercased() }
        func count(_ text: String) -> Int {
            let words = Words.split(text).map { $0.lowercased() }
            guard !wanted.isEmpty, words.count >= wanted.count else { return 0 }
            return (0...(words.count - wanted.count)).count { start in
                zip(wanted, words[start...]).allSatisfy {
                    Words.folded($0) == Words.folded($1) || stemmer.stem($0) == stemmer.stem($1)
                }
            }
        }
        return 3 * (count(document.title) + document.tags.reduce(0) { $0 + count($1) }) + count(document.body)
    }

    @Test func findingAgreesWithThePlainRuleOnRandomTexts() {
        var random = SeededRandom(seed: 7)
        let pool = [
            "volcano", "volcanoes", "Volcán", "volcanes", "lava", "lavas", "black", "hole", "holes", "the", "can't",
            "can’t",
            "火", "山", "gato", "gatos", "❤️", "3", "it's", "lying", "lie", "Él", "el", "«lava»", "“lavas”", "ca\u{AD}n’t",
        ]
        func words(_ range: ClosedRange<Int>) -> String {
            (0..<Int.random(in: range, using: &random)).map { _ in pool.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
        for _ in 0..<120 {
            let documents = (0..<8).map { _ in
                Self.document(
                    words(0...3), words(0...20), tags: (0..<2).map { _ in words(0...2) },
                    language: ["en", "es", nil].randomElement(using: &random) ?? nil)
            }
            let model = TextModel(documents)
            let index = PhraseIndex(model)
            for _ in 0..<6 {
                let phrase = words(0...3)
                let expected = documents.map { Self.naive(phrase, $0) }
                let found = index.matches(of: Phrase(phrase))
                #expect((0..<8).map { found.count(in: $0) } == expected, "'\(phrase)'")
                #expect(found.items == expected.indices.filter { expected[$0] > 0 })
                #expect(index.matches(of: Phrase(phrase)).counts == found.counts)
                for (document, count) in zip(documents, expected) {
                    let isFound = ([document.title, document.body] + document.tags).contains {
                        Phrase(phrase).isFound(in: $0, language: document.language)
                    }
                    #expect(isFound == (count > 0), "'\(phrase)' in \(document)")
                }
            }
        }
    }
}
