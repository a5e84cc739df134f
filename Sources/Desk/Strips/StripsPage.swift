import Content
import Output
import UseCases

/// The strips of a class: who is done, and the boxes of the one at hand.
struct StripsPage: DeskPage {
    static let file = "strips.html.mustache"
    static let scope = DeskScope(
        texts: [
            "class", "name", "path", "linePath", "stopPath", "seen", "edition", "editionText", "count", "by",
            "otherPath", "togetherPath", "togetherLabel", "stopLabel",
        ],
        flags: ["isEmpty", "isWithoutPage", "hasGrid", "isGuardians", "isOfClass", "hasTogether"],
        lists: [
            "readers": DeskScope(texts: ["reader", "readerPath", "state"], flags: ["isCurrent", "isDone"]),
            "articles": DeskScope(
                texts: ["letter", "articleTitle"] + ArticleLanguage.texts, flags: ArticleLanguage.flags,
                lists: [
                    "boxes": DeskScope(
                        texts: ["code", "boxLabel", "boxName", "key"], flags: ["isTicked", "isFixed", "hasKey"])
                ]),
        ])

    let schoolClass: String
    let edition: Edition?
    let by: Fact.Origin
    let outcome: ShowStrips.Outcome
    let current: Int?
    let place = ""

    private var page: ShowStrips.Page? { current.map { outcome.pages[$0] } }

    /// A key a box: the rows of the keyboard are the articles'.
    private static let keys = ["12345678", "qwertyui", "asdfghjk", "zxcvbnm,", "QWERTYUI", "ASDFGHJK", "ZXCVBNM;"].map {
        Array($0)
    }

    func title(_ words: WordBook.Language) -> String { words("strips.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let base = "/strips/\(PercentText.encoded(schoolClass))"
        let (pages, name) = (outcome.pages, page?.learner.name ?? "")
        let path = page.map { "\(base)/\(PercentText.encoded($0.learner.id.rawValue))" } ?? base
        let done = pages.count { $0.isEntered }
        let together = outcome.together.map { "\($0.places.count)" }
        return [
            "class": .text(schoolClass), "name": .shown(Verbatim(name)),
            "isEmpty": .flag(page == nil), "hasGrid": .flag(page?.edition != nil),
            "isWithoutPage": .flag(page != nil && page?.edition == nil),
            "isGuardians": .flag(by == .guardian), "isOfClass": .flag(page?.isOfClass ?? false),
            "count": .text(words("strips.count", ["done": "\(done)", "all": "\(pages.count)"])),
            "path": .attribute(path), "linePath": .attribute("\(path)/line"), "stopPath": .attribute("\(path)/stop"),
            "seen": .attribute(page?.digest ?? ""), "edition": .attribute(page?.edition.map { "\($0)" } ?? ""),
            "by": .attribute(by.rawValue),
            "otherPath": .attribute(page.map { self.path($0, by: by == .guardian ? .learner : .guardian) } ?? ""),
            "editionText": .text(page?.edition.map { words("strips.edition", ["edition": words.edition($0)]) } ?? ""),
            "hasTogether": .flag(together != nil && by != .guardian),
            "togetherPath": .attribute("/strips-together/\(PercentText.encoded(schoolClass))\(query([]))"),
            "togetherLabel": .text(together.map { words("strips.toTogether", ["count": $0]) } ?? ""),
            "stopLabel": .text(words("strips.stop", ["name": name])),
            "readers": .list(pages.enumerated().map { reader($0, $1, words) }),
            "articles": .list((page?.articles ?? []).enumerated().map { article($0, $1, page?.ticks ?? [], words) }),
        ]
    }

    /// The values of an address, with the edition where one was asked for.
    private func query(_ values: [String]) -> String {
        let all = (edition.map { ["edition=\(PercentText.encoded("\($0)"))"] } ?? []) + values
        return all.isEmpty ? "" : "?" + all.joined(separator: "&")
    }

    private func path(_ page: ShowStrips.Page, by: Fact.Origin) -> String {
        let values = ["learner=\(PercentText.encoded(page.learner.id.rawValue))"]
        return "/strips/\(PercentText.encoded(schoolClass))"
            + query(by == .guardian ? values + ["by=guardian"] : values)
    }

    private func reader(_ number: Int, _ page: ShowStrips.Page, _ words: WordBook.Language) -> TemplateFields {
        let state = page.edition == nil ? "strips.noPage" : page.isEntered ? "strips.done" : "strips.open"
        return [
            "reader": .shown(Verbatim(page.learner.name)), "readerPath": .attribute(path(page, by: .learner)),
            "state": .text(words(state)), "isCurrent": .flag(number == current), "isDone": .flag(page.isEntered),
        ]
    }

    private func article(
        _ number: Int, _ article: ArticleName, _ ticks: Set<TickCode>, _ words: WordBook.Language
    ) -> TemplateFields {
        let title = CleanText.line(article.title.text, limit: 120)
        let keys = Self.keys.indices.contains(number) ? Self.keys[number] : []
        let boxes = TickCode.boxes.enumerated().compactMap { place, kind -> TemplateFields? in
            guard let tick = TickCode(place: number + 1, tick: kind), let code = tick.code else { return nil }
            let name = words("tick.\(kind.rawValue)")
            let key = keys.indices.contains(place) ? String(keys[place]) : ""
            let isTicked = ticks.contains(tick)
            return [
                "code": .attribute(code), "boxName": .text(name),
                "boxLabel": .attribute(words("strips.box", ["tick": name, "title": title])),
                "key": .attribute(key), "hasKey": .flag(!key.isEmpty), "isTicked": .flag(isTicked),
                // What a guardian said a teacher does not take back.
                "isFixed": .flag(isTicked && by == .guardian),
            ]
        }
        return
            ([
                "letter": .text(TickCode.letter(of: number + 1).map { String($0) } ?? "\(number + 1)"),
                "articleTitle": .text(title), "boxes": .list(boxes),
            ] as TemplateFields).inLanguage(article.language)
    }
}
