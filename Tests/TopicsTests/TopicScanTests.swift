import Configuration
import TestSupport
import Testing

@testable import Topics

/// Many families are looked for at once: each is found as if it were alone.
struct TopicScanTests {
    private static let texts = [
        "Trains and their tracks. The express left the station; a web of lines, a spider and its silk web.",
        "Her train of thought was a web page about football clubs, volcanoes and the war of the ants.",
        "The AI plays chess. A python slept near the computer; the code was Python code on a computer.",
        "Whales sing in the sea. The planet warms, the sea rises, and the storm brings rain to the coast.",
        "Los trenes, las arañas y la guerra: un poema sobre el mar y la música de los niños.",
    ]

    @Test(arguments: ["en", "es", "de", nil]) func eachIsFoundAsIfItWereAlone(language: String?) throws {
        let lexicons = try TopicLexicons(
            ["en", "es"].map {
                try TopicLexicon(path: CProgram.checkout + "/Config/topics/\($0).yaml", name: $0, language: $0)
            })
        let phrases = [
            "trains", "spiders", "football", "war", "AI", "python", "whales", "music", "weather", "C++",
            "Space Rangers",
        ]
        let families = try phrases.map { try lexicons.family(of: $0, language: "en") }
        let scan = TopicScan(families)
        var found = 0
        for (title, text) in zip(Self.texts, Self.texts.dropFirst() + Self.texts.prefix(1)) {
            let article = TopicArticle(title: title, tags: ["AI", "spider web"], text: text, language: language)
            let together = Dictionary(uniqueKeysWithValues: scan.findings(in: article).map { ($0.family, $0.findings) })
            for (number, family) in families.enumerated() {
                let alone = TopicFinder(family).findings(in: article)
                let own = together[number] ?? TopicFindings(article: article, title: [], tags: [], body: [])
                #expect(own.title == alone.title && own.tags == alone.tags && own.body == alone.body)
                #expect(own.support == alone.support && own.hasOthers == alone.hasOthers)
                #expect(own.words(forOptOut: true) == alone.words(forOptOut: true))
                found += alone.isEmpty ? 0 : 1
            }
        }
        #expect(found > 10)
    }
}
