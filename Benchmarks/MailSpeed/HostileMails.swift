import Content
import Foundation
import Output
import Store

/// Two thousand mails with titles in many scripts, of 300 characters, and of hostile kinds, for the programs that judge mails.
struct HostileMails {
    let renderers: Renderers
    let folder: String

    private static let titles = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "A\r\nBcc: everyone@example.org\r\n\r\n<b>body</b>",
        "Abc \u{202E}txt.exe\u{202C} and \u{200F}marks\u{200E}", String(repeating: "Long and longer words ", count: 14),
        String(repeating: "x", count: 300), String(repeating: "長", count: 300), "🧑🏽‍🚀🏳️‍🌈 emoji 👩‍👩‍👧‍👦 everywhere 🦊",
        "\u{2067}unclosed isolate", "{{title}} %%{x} {{{raw}}} {{/items}}",
        "AT&amp;amp;T &lt;p&gt; &nbsp; 3 < 5 & 7 > 2",
        "\" onmouseover=\"x' style='", "<\u{338}b>marked<\u{301}i>", "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}algo",
        "\u{0}\u{7}\u{FFFD}\u{FEFF}", "לוויתנים בים התיכון", "الحيتان في البحر الأبيض المتوسط: 3 حقائق", "   ",
        "Киты в Средиземном море", "= =?utf-8?q?x?= =", "为什么火山会咆哮", "Why some volcanoes hiss", ".\n.\nFrom here on",
        String(repeating: "Как поют киты ", count: 22), String(repeating: "لماذا تغني الحيتان ", count: 16),
    ]
    private static let languages = ["en", "es", "ar", "fr", "he"]
    private static let names = ["Ana", "أحمد", "Иван", "陈伟", "Zoë \"Z\" O’Neil", "a\r\nb", "🦊", ""]

    /// Writes `plain/N.eml` without and `click/N.eml` with a one-click address, and a page a language to print.
    func write() throws {
        for folder in ["plain", "click"] {
            try FileManager.default.createDirectory(
                atPath: "\(self.folder)/\(folder)", withIntermediateDirectories: true)
        }
        let kinds: [(String, String?)] = [
            ("plain", nil), ("click", "https://school.example/stop?t=K7QMX2VRB9TDHWNJ4C8FZPYS3G"),
        ]
        var texts = ItemTexts()
        for number in 0..<2_000 {
            let document = document(number)
            for (folder, click) in kinds {
                let envelope = try Envelope(
                    from: MailAddress(name: "Riverside School, Library", address: "reading@school.example"),
                    to: [MailAddress(name: document.learnerName, address: "reader\(number)@families.example")],
                    wishes: MailAddress(address: "wishes@school.example"), listDomain: "lists.school.example",
                    oneClick: click)
                let bytes = renderers.mail.render(document, envelope: envelope, texts: &texts)
                guard bytes == renderers.mail.render(document, envelope: envelope) else {
                    print("mail \(number) is not the same when it is rendered again")
                    exit(1)
                }
                try Data(bytes).write(to: URL(fileURLWithPath: "\(self.folder)/\(folder)/\(number).eml"))
            }
        }
        for language in Self.languages {
            let page = renderers.print.render(
                [document(20, in: language)], className: "5A", paper: .a4)
            try Data(page).write(to: URL(fileURLWithPath: "\(folder)/page-\(language).html"))
        }
    }

    private func document(_ number: Int, in language: String? = nil) -> ListDocument {
        let lines = (0..<(number % 12 + 1)).map { place in
            let title = Self.titles[(number + place * 7) % Self.titles.count]
            let term = MatchedTerm(phrase: "volcanoes", words: [title], source: .asked, origin: .learner)
            let reasons: [Reason] = [
                .scored(scorer: "InterestMatch", evidence: .terms([term])), .stretch(item: 6, learner: 5), .bestLeft,
                .scored(scorer: "Freshness", evidence: .age(days: Double(place))),
                .scored(scorer: "X", evidence: .nearness(title: title, similarity: 1)),
            ]
            return ListDocument.Line(
                place: place + 1, code: ItemCode(rawValue: "C\(number % 24)\(place)"), title: title,
                url: "https://a.example/\(number % 24)/\(place)?q=\(title.prefix(40))", feedTitle: title,
                minutes: place + 1,
                level: Double(place), summary: title + " " + title, language: Self.languages[number % 5],
                side: .learner,
                reasons: [reasons[(number + place) % reasons.count]])
        }
        var document = ListDocument(
            edition: GeneratedLists.edition, role: RecipientRole.allCases[number % 3],
            learnerName: Self.names[number % Self.names.count], language: language ?? Self.languages[number % 5],
            school: "Riverside School", className: "5A", teacher: "Ms Rivera", listCode: "L\(number)", lines: lines,
            dataUsed: [.interests(["volcanoes"]), .level(5)], made: GeneratedLists.now)
        document.silentScorers = number % 2 == 0 ? ["NeedsMatch"] : []
        return document
    }
}
