import Content
import Output

/// What waits in each class of a teacher.
struct TodayPage: DeskPage {
    static let file = "today.html.mustache"
    static let scope = DeskScope(lists: ["classes": DeskScope(texts: ["class", "reviewPath"])])

    let classes: [String]
    let place = "/"

    func title(_ words: WordBook.Language) -> String { words("today.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "classes": .list(
                classes.map { name in
                    [
                        "class": .shown(Verbatim(name)),
                        "reviewPath": .attribute("/review/\(PercentText.encoded(name))"),
                    ]
                })
        ]
    }
}
