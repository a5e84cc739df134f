import TextAnalysis
import Testing

/// The language of short texts, as teasers of feeds are.
struct LanguageDetectorTests {
    @Test(arguments: [
        ("en", "The old lighthouse on the hill has been dark for years, but it is still there."),
        ("en", "Scientists have found that the fish sleep with one eye open when they are near the shore."),
        ("es", "El faro viejo de la colina está apagado desde hace años, pero todavía sigue allí."),
        ("es", "Los científicos han visto que los peces duermen con un ojo abierto cuando están cerca de la costa."),
        ("fr", "Le vieux phare sur la colline est éteint depuis des années, mais il est toujours là."),
        ("fr", "Les chercheurs ont vu que les poissons dorment avec un œil ouvert quand ils sont près de la côte."),
        ("de", "Der alte Leuchtturm auf dem Hügel ist seit Jahren dunkel, aber er steht noch immer da."),
        (
            "de",
            "Forscher haben gesehen, dass die Fische mit einem offenen Auge schlafen, wenn sie nahe an der Küste sind."
        ),
        ("it", "Il vecchio faro sulla collina è spento da anni, ma è ancora lì e non è stato dimenticato."),
        ("it", "Gli studiosi hanno visto che i pesci dormono con un occhio aperto quando sono vicino alla costa."),
        ("pt", "O velho farol na colina está apagado há anos, mas ainda continua lá para quem quiser ver."),
        ("pt", "Os cientistas viram que os peixes dormem com um olho aberto quando estão perto da costa."),
        ("nl", "De oude vuurtoren op de heuvel is al jaren donker, maar hij staat er nog steeds."),
        ("nl", "Onderzoekers hebben gezien dat de vissen met één oog open slapen als ze dicht bij de kust zijn."),
        ("ru", "Старый маяк на холме уже много лет не горит, но он всё ещё стоит."),
        ("ar", "المنارة القديمة على التل مظلمة منذ سنوات لكنها لا تزال هناك"),
        ("zh", "山上的老灯塔已经暗了很多年，但它还在那里。"),
        ("ja", "丘の上の古い灯台は何年も前から消えたままですが、まだそこにあります。"),
        ("ko", "언덕 위의 오래된 등대는 몇 년째 꺼져 있지만 아직 그곳에 있습니다."),
        ("el", "Ο παλιός φάρος στον λόφο είναι σβηστός εδώ και χρόνια."),
    ])
    func ordinarySentencesAreKnown(_ language: String, _ text: String) {
        #expect(LanguageDetector.language(of: text) == language)
        #expect(LanguageDetector.language(of: text.uppercased()) == language, "in capitals")
    }

    @Test(arguments: [
        "", " ", "The lighthouse", "OK", "2026", "3.5 km", "12 34 56 78 90 11 22 33 44 55", "🌋🌋🌋", "Да",
        "Lava Magma Basalt Granit Quarz Obsidian Tuff Perlit Andesit Rhyolith", "https://x.example/a/b?c=d",
    ])
    func tooLittleToTellIsNoLanguage(_ text: String) {
        #expect(LanguageDetector.language(of: text) == nil)
    }

    @Test func aForeignNameDoesNotTurnASentence() {
        let text = "The poet 李白 and the painter Николай were never in the same town, but they are both in this book."
        #expect(LanguageDetector.language(of: text) == "en")
        #expect(LanguageDetector.language(of: "新しいiPhoneのケースをAmazonで買いました。") == "ja")
    }

    @Test func aLongTextIsJudgedByItsBeginningAndQuickly() {
        let text = String(repeating: "The old lighthouse on the hill has been dark for years. ", count: 20_000)
        #expect(LanguageDetector.language(of: text) == "en")
    }

    @Test func aListOfStopWordsHoldsWordsOfLowerCaseOnly() {
        for language in StopWords.languages {
            let words = StopWords.of(language)
            #expect(words.count > 50)
            #expect(words.allSatisfy { $0 == $0.lowercased() && Words.count($0) == 1 }, "\(language)")
        }
        #expect(StopWords.of("xx").isEmpty)
    }
}
