import Content
import Output
import UseCases

/// Who has ticked one thing beside which article, for all learners of a class who have the same page.
struct TogetherPage: DeskPage {
    static let file = "together.html.mustache"
    static let scope = DeskScope(
        texts: ["path", "stripsPath", "seen", "edition", "editionText", "kind", "kindName", "count"],
        flags: ["hasGrid"],
        lists: [
            "articles": DeskScope(texts: ["articleTitle"] + ArticleLanguage.texts, flags: ArticleLanguage.flags),
            "others": DeskScope(texts: ["other", "otherLabel"]),
            "readers": DeskScope(
                texts: ["row", "reader"],
                lists: [
                    "boxes": DeskScope(
                        texts: ["tick", "number", "boxTitle", "boxLabel", "key"], flags: ["isTicked", "hasKey"])
                ]),
        ])

    let schoolClass: String
    let edition: Edition?
    let tick: Fact.Kind
    let outcome: ShowStrips.Outcome
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("together.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let name = PercentText.encoded(schoolClass)
        let query = edition.map { "?edition=\(PercentText.encoded("\($0)"))" } ?? ""
        let pages = (outcome.together?.places ?? []).map { outcome.pages[$0] }
        let articles = pages.first?.articles ?? []
        let shown = pages.first?.edition
        return [
            "path": .attribute("/strips-together/\(name)"), "stripsPath": .attribute("/strips/\(name)\(query)"),
            "seen": .attribute(outcome.together?.digest ?? ""), "hasGrid": .flag(!pages.isEmpty),
            "edition": .attribute(shown.map { "\($0)" } ?? ""),
            "editionText": .text(shown.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "kind": .attribute(tick.rawValue), "kindName": .text(words("tick.\(tick.rawValue)")),
            "count": .text(words("together.count", ["count": "\(pages.count)"])),
            "articles": .list(
                articles.map { article in
                    let fields: TemplateFields = ["articleTitle": .text(CleanText.line(article.title.text, limit: 120))]
                    return fields.inLanguage(article.language)
                }),
            "others": .list(
                TickCode.boxes.filter { $0 != tick }.map { other in
                    [
                        "other": .attribute(other.rawValue),
                        "otherLabel": .text(words("together.saveThen", ["tick": words("tick.\(other.rawValue)")])),
                    ]
                }),
            "readers": .list(
                pages.enumerated().map { number, page in
                    [
                        "row": .attribute("row-\(number + 1)"), "reader": .shown(Verbatim(page.learner.name)),
                        "boxes": .list(
                            articles.enumerated().compactMap {
                                box($0, CleanText.line($1.title.text, limit: 120), page)
                            }),
                    ]
                }),
        ]
    }

    private func box(_ number: Int, _ title: String, _ page: ShowStrips.Page) -> TemplateFields? {
        guard let letter = TickCode.letter(of: number + 1), let code = TickCode(place: number + 1, tick: tick) else {
            return nil
        }
        // Ten digits, as they lie on the keyboard.
        let key = number < 10 ? "\((number + 1) % 10)" : ""
        return [
            "tick": .attribute("\(letter)\(page.learner.id.rawValue)"), "number": .text("\(number + 1)"),
            "boxTitle": .text(title), "boxLabel": .attribute("\(number + 1) \(title)"), "key": .attribute(key),
            "hasKey": .flag(!key.isEmpty), "isTicked": .flag(page.ticks.contains(code)),
        ]
    }
}
