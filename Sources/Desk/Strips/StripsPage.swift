import Content
import Output
import UseCases

/// The strips of a class: who is done, and the boxes of the one at hand.
struct StripsPage: DeskPage {
    static let file = "strips.html.mustache"
    static let scope = DeskScope(
        texts: [
            "class", "classPath", "name", "path", "linePath", "seen", "edition", "editionText", "wishLabel", "count",
        ],
        flags: ["isEmpty", "hasGrid"],
        lists: [
            "readers": DeskScope(texts: ["reader", "readerPath", "state"], flags: ["isCurrent", "isDone"]),
            "articles": DeskScope(
                texts: ["letter", "articleTitle"],
                lists: [
                    "boxes": DeskScope(texts: ["code", "boxLabel", "boxName", "key"], flags: ["isTicked", "hasKey"])
                ]),
        ])

    let schoolClass: String
    let edition: Edition?
    let pages: [ShowStrips.Page]
    let current: Int?
    let place = ""

    /// What is ticked beside an article, in the order of the print.
    private static let boxes: [(mark: Character, tick: Fact.Kind)] = [
        ("g", .liked), ("r", .read), ("b", .disliked), ("m", .more), ("l", .less), ("e", .tooEasy), ("h", .tooHard),
        ("n", .never),
    ]
    /// A key a box: the rows of the keyboard are the articles'.
    private static let keys = ["12345678", "qwertyui", "asdfghjk", "zxcvbnm,", "QWERTYUI", "ASDFGHJK", "ZXCVBNM;"].map {
        Array($0)
    }

    func title(_ words: WordBook.Language) -> String { words("strips.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let path = "/strips/\(PercentText.encoded(schoolClass))"
        let page = current.map { pages[$0] }
        let done = pages.count { !$0.ticks.isEmpty }
        return [
            "class": .text(schoolClass), "classPath": .attribute(path), "isEmpty": .flag(page?.edition == nil),
            "count": .text(words("strips.count", ["done": "\(done)", "all": "\(pages.count)"])),
            "hasGrid": .flag(page?.edition != nil),
            "name": (page?.learner.name).map { .shown(Verbatim($0)) } ?? .nothing,
            "path": .attribute(page.map { "\(path)/\(PercentText.encoded($0.learner.id.rawValue))" } ?? path),
            "linePath": .attribute(page.map { "\(path)/\(PercentText.encoded($0.learner.id.rawValue))/line" } ?? path),
            "seen": .attribute(page?.digest ?? ""), "edition": .attribute(page?.edition.map { "\($0)" } ?? ""),
            "editionText": .text(page?.edition.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "readers": .list(pages.enumerated().map { reader($0, $1, path, words) }),
            "articles": .list((page?.articles ?? []).enumerated().map { article($0, $1, page?.ticks ?? [], words) }),
        ]
    }

    private func reader(
        _ number: Int, _ page: ShowStrips.Page, _ path: String, _ words: WordBook.Language
    ) -> TemplateFields {
        var query = "?learner=\(PercentText.encoded(page.learner.id.rawValue))"
        if let edition { query += "&edition=\(PercentText.encoded("\(edition)"))" }
        let state = page.edition == nil ? "strips.noPage" : page.ticks.isEmpty ? "strips.open" : "strips.done"
        return [
            "reader": .shown(Verbatim(page.learner.name)), "readerPath": .attribute(path + query),
            "state": .text(words(state)), "isCurrent": .flag(number == current), "isDone": .flag(!page.ticks.isEmpty),
        ]
    }

    private func article(
        _ number: Int, _ article: ArticleName, _ ticks: Set<TickCode>, _ words: WordBook.Language
    ) -> TemplateFields {
        guard let letter = TickCode.letter(of: number + 1) else { return [:] }
        let title = CleanText.line(article.title.text, limit: 120)
        let keys = Self.keys.indices.contains(number) ? Self.keys[number] : []
        return [
            "letter": .text(String(letter)), "articleTitle": .text(title),
            "boxes": .list(
                Self.boxes.enumerated().map { place, box in
                    let tick = TickCode(letter, box.mark)
                    let name = words("tick.\(box.tick.rawValue)")
                    let key = keys.indices.contains(place) ? String(keys[place]) : ""
                    return [
                        "code": .attribute("\(letter)\(box.mark)"), "boxName": .text(name),
                        "boxLabel": .attribute(words("strips.box", ["tick": name, "title": title])),
                        "key": .attribute(key), "hasKey": .flag(!key.isEmpty),
                        "isTicked": .flag(tick.map { ticks.contains($0) } ?? false),
                    ]
                }),
        ]
    }
}
