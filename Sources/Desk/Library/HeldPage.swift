import Content
import Output
import UseCases

/// Articles that wait for somebody to read them, each with the words that hold it and the sentence around them.
struct HeldPage: DeskPage {
    static let file = "held.html.mustache"
    static let scope = DeskScope(
        texts: ["path", "count", "backPath"], flags: ["isEmpty"],
        lists: [
            "articles": DeskScope(
                texts: ["row", "code", "articleTitle", "link", "feed", "held", "seen", "approveLabel", "refuseLabel"]
                    + ArticleLanguage.texts,
                flags: ["hasLink"] + ArticleLanguage.flags, lists: ["words": DeskScope(texts: ["word", "sentence"])])
        ])

    let schoolClass: String
    let path: String
    let articles: [ListHeldArticles.Held]
    let isLibrarians: Bool
    var place: String { isLibrarians ? "/feeds" : "" }

    /// The most that are shown: the newest.
    private static let most = 60

    func title(_ words: WordBook.Language) -> String { words("held.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let key = articles.count == 1 ? "held.one" : "held.many"
        return [
            "path": .attribute(path), "isEmpty": .flag(articles.isEmpty),
            "backPath": .attribute(isLibrarians ? "/feeds" : "/review/\(PercentText.encoded(schoolClass))"),
            "count": .text(
                words(key, ["count": "\(articles.count)", "shown": "\(min(Self.most, articles.count))"])),
            "articles": .list(articles.prefix(Self.most).enumerated().map { article($0, $1, words) }),
        ]
    }

    private func article(
        _ number: Int, _ held: ListHeldArticles.Held, _ words: WordBook.Language
    ) -> TemplateFields {
        let title = CleanText.line(held.article.title.text, limit: 200)
        let link = SafeLink.web(held.url?.text)
        var line = held.heldBelow > 12 ? words("held.forAll") : words("held.below", ["grade": "\(held.heldBelow)"])
        if let topic = held.topic { line += " " + words("held.topic", ["topic": topic.text]) }
        return
            ([
                "row": .attribute("held-\(number + 1)"), "code": .attribute(held.article.code.rawValue),
                "articleTitle": .text(title), "link": .attribute(link ?? ""), "hasLink": .flag(link != nil),
                "feed": .shown(held.feed), "held": .text(line), "seen": .attribute(held.digest),
                "approveLabel": .attribute(words("held.approveLabel", ["title": title])),
                "refuseLabel": .attribute(words("held.refuseLabel", ["title": title])),
                "words": .list(
                    held.words.map { ["word": .shown($0.words), "sentence": .shown($0.sentence, limit: 400)] }),
            ] as TemplateFields).inLanguage(held.article.language)
    }
}
