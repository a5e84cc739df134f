import Content
import Output
import UseCases

/// Articles that were looked for, each with a form that pins it.
struct FindPage: DeskPage {
    static let file = "find.html.mustache"
    static let scope = DeskScope(
        texts: ["words", "level", "language", "minutes", "feed", "count", "here"], flags: ["hasAsked", "isEmpty"],
        lists: [
            "found": DeskScope(
                texts: ["row", "code", "articleTitle", "link", "facts", "date", "teaser", "whomLabel", "pinLabel"]
                    + ArticleLanguage.texts,
                flags: ["hasLink", "hasTeaser"] + ArticleLanguage.flags),
            "audiences": DeskScope(
                texts: ["className", "classValue"], lists: ["members": DeskScope(texts: ["member", "memberName"])]),
        ])

    let query: DeskForm
    let outcome: SearchArticles.Outcome?
    let classes: [(name: String, learners: [Learner])]
    let here: String
    let place = "/find"

    func title(_ words: WordBook.Language) -> String { words("find.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let total = outcome?.total ?? 0
        let key = total == 0 ? "find.none" : total == 1 ? "find.one" : "find.many"
        let shown = outcome?.articles.count ?? 0
        return [
            "words": .attribute(query["words"] ?? ""), "level": .attribute(query["level"] ?? ""),
            "language": .attribute(query["language"] ?? ""), "minutes": .attribute(query["minutes"] ?? ""),
            "feed": .attribute(query["feed"] ?? ""), "here": .attribute(here),
            "count": .text(words(key, ["count": "\(total)", "shown": "\(shown)"])), "hasAsked": .flag(outcome != nil),
            "isEmpty": .flag(total == 0),
            "found": .list((outcome?.articles ?? []).enumerated().map { found($0, $1, words) }),
            "audiences": .list(
                classes.map { one in
                    [
                        "className": .text(words("find.allOf", ["class": one.name])),
                        "classValue": .attribute("class:\(one.name)"),
                        "members": .list(
                            one.learners.map {
                                ["member": .attribute("learner:\($0.id)"), "memberName": .shown(Verbatim($0.name))]
                            }),
                    ]
                }),
        ]
    }

    private func found(_ number: Int, _ item: ContentItem, _ words: WordBook.Language) -> TemplateFields {
        let title = CleanText.line(item.title, limit: 200)
        let link = SafeLink.web(item.url)
        let teaser = CleanText.line(item.summary.isEmpty ? item.text : item.summary, limit: 500)
        return
            ([
                "row": .attribute("found-\(number + 1)"), "code": .attribute(item.code.rawValue),
                "articleTitle": .text(title),
                "link": .attribute(link ?? ""), "hasLink": .flag(link != nil),
                "facts": .text(ArticleFacts(item, words).line),
                "date": .text("\(item.published.utcDate)"), "teaser": .text(teaser),
                "hasTeaser": .flag(!teaser.isEmpty),
                "whomLabel": .attribute(words("review.whomLabel", ["title": title])),
                "pinLabel": .attribute(words("find.pinLabel", ["title": title])),
            ] as TemplateFields).inLanguage(item.language)
    }
}

/// The pins and vetoes that stand for somebody's classes and learners.
struct RulesPage: DeskPage {
    static let file = "rules.html.mustache"
    static let scope = DeskScope(
        flags: ["isEmpty"],
        lists: [
            "rules": DeskScope(
                texts: ["rule", "said", "kind", "item", "topic", "audience", "backLabel"], flags: ["mayTakeBack"]),
            "classes": DeskScope(texts: ["className", "classValue"]),
        ])

    let rules: [StandingRule]
    let classes: [String]
    let place = "/find"

    func title(_ words: WordBook.Language) -> String { words("rule.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let told = RuleWords(words: words)
        return [
            "isEmpty": .flag(rules.isEmpty),
            "rules": .list(
                rules.map { standing in
                    let rule = standing.rule
                    let isPin = rule.kind == .pin
                    let key = isPin ? (rule.assigned ? "rule.assigned" : "rule.pin") : "rule.veto"
                    var line = words(key, ["what": told.subject(standing.subject), "whom": told.whom(standing.whom)])
                    if let until = rule.until { line = words("rule.until", ["rule": line, "date": "\(until)"]) }
                    var topic = ""
                    if case .topic(let text) = rule.target { topic = text }
                    let audience =
                        switch rule.scope {
                        case .schoolClass(let name): "class:\(name)"
                        case .learner(let id): "learner:\(id)"
                        }
                    return [
                        "rule": .text(line),
                        "said": .text(words("rule.said", ["by": rule.by, "date": "\(rule.at.utcDate)"])),
                        "kind": .attribute(isPin ? "pin" : "veto"),
                        "item": .attribute(standing.item?.code.rawValue ?? ""),
                        "topic": .attribute(topic), "audience": .attribute(audience),
                        "backLabel": .attribute(words("rule.backLabel", ["rule": line])),
                        "mayTakeBack": .flag(standing.item != nil || !topic.isEmpty),
                    ]
                }),
            "classes": .list(
                classes.map {
                    ["className": .text(words("frame.class", ["class": $0])), "classValue": .attribute("class:\($0)")]
                }),
        ]
    }
}
