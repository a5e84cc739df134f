import Content
import Output
import UseCases

/// What waits in each class of a teacher, what is thin, late or has failed, and what comes next.
struct TodayPage: DeskPage {
    static let file = "today.html.mustache"
    static let scope = DeskScope(
        lists: [
            "classes": DeskScope(
                texts: [
                    "class", "row", "reviewPath", "stripsPath", "printPath", "classPath", "heldPath", "learners",
                    "coming",
                ],
                flags: ["hasOpen", "isCalm"],
                lists: ["matters": DeskScope(texts: ["matter"], flags: ["isUrgent"])])
        ])

    let classes: [ShowToday.Today]
    let place = "/"

    func title(_ words: WordBook.Language) -> String { words("today.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "classes": .list(
                classes.enumerated().map { number, today in
                    let name = PercentText.encoded(today.schoolClass.text)
                    let matters = matters(today, words)
                    return [
                        "class": .text(words("today.class", ["class": today.schoolClass.text])),
                        "row": .attribute("class-\(number + 1)"), "reviewPath": .attribute("/review/\(name)"),
                        "stripsPath": .attribute("/strips/\(name)"), "printPath": .attribute("/print/\(name)"),
                        "classPath": .attribute("/class/\(name)"), "heldPath": .attribute("/review/\(name)/held"),
                        "learners": .text(
                            words(
                                today.learners == 1 ? "today.learner" : "today.learners", ["count": "\(today.learners)"]
                            )),
                        "coming": .text(coming(today, words)), "hasOpen": .flag(today.open != nil),
                        "isCalm": .flag(matters.isEmpty),
                        "matters": .list(
                            matters.map { ["matter": .text($0.text), "isUrgent": .flag($0.isUrgent)] }),
                    ]
                })
        ]
    }

    private func coming(_ today: ShowToday.Today, _ words: WordBook.Language) -> String {
        guard let next = today.next else { return words("today.noNext") }
        return words("today.next", ["edition": words.edition(next.edition), "at": next.at.text])
    }

    /// What somebody should know, what cannot wait first.
    private func matters(_ today: ShowToday.Today, _ words: WordBook.Language) -> [(text: String, isUrgent: Bool)] {
        let listed = ReviewNotice(words: words)
        var matters: [(text: String, isUrgent: Bool)] = []
        if let trouble = today.trouble {
            let key = trouble.state == .missed ? "today.missed" : "today.failed"
            matters.append(
                (words(key, ["edition": words.edition(trouble.edition), "count": "\(trouble.failures)"]), true))
        }
        if let late = today.late { matters.append((words("today.late", ["edition": words.edition(late)]), true)) }
        if let edition = today.lessThanWhole {
            matters.append((words("today.lessThanWhole", ["edition": words.edition(edition)]), false))
        }
        if today.waiting > 0 {
            matters.append(
                (words(today.waiting == 1 ? "today.waitsOne" : "today.waitsMany", ["count": "\(today.waiting)"]), true))
        }
        if let articles = today.articles, articles > 0 {
            let key = articles == 1 ? "today.articlesOne" : "today.articlesMany"
            matters.append((words(key, ["count": "\(articles)"]), false))
        }
        if today.held > 0 {
            matters.append((words(today.held == 1 ? "today.heldOne" : "today.held", ["count": "\(today.held)"]), false))
        }
        if today.open != nil, !today.without.isEmpty {
            matters.append((words("today.without", ["names": listed.names(today.without)]), true))
        }
        if !today.short.isEmpty { matters.append((words("today.short", ["names": listed.names(today.short)]), false)) }
        if !today.runsOut.isEmpty {
            matters.append((words("today.runsOut", ["names": listed.names(today.runsOut.map(\.name))]), false))
        }
        for silent in today.silent.prefix(3) {
            let key = silent.learners == 1 ? "today.silentOne" : "today.silentMany"
            matters.append(
                (words(key, ["language": silent.language.text, "count": "\(silent.learners)"]), false))
        }
        for (key, names) in [("today.unknown", today.unknown), ("today.stale", today.stale)] where !names.isEmpty {
            matters.append((words(key, ["names": listed.names(names)]), false))
        }
        for wish in today.wishes.prefix(6) {
            let topic = wish.topic.map { CleanText.line($0.text, limit: 60) } ?? words("learner.hidden")
            let key = wish.learners == 1 ? "today.wishOne" : "today.wishMany"
            matters.append((words(key, ["topic": topic, "count": "\(wish.learners)"]), false))
        }
        return matters
    }
}
