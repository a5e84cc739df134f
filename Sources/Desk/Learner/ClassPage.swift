import Content
import Output

/// The learners of a class.
struct ClassPage: DeskPage {
    static let file = "class.html.mustache"
    static let scope = DeskScope(
        texts: ["reviewPath", "stripsPath", "printPath"],
        lists: ["learners": DeskScope(texts: ["learner", "learnerPath", "facts"])])

    let schoolClass: String
    let learners: [Learner]
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("class.title", ["class": schoolClass]) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        let name = PercentText.encoded(schoolClass)
        return [
            "reviewPath": .attribute("/review/\(name)"), "stripsPath": .attribute("/strips/\(name)"),
            "printPath": .attribute("/print/\(name)"),
            "learners": .list(
                learners.map { learner in
                    var facts: [String] = []
                    if let dial = learner.dial { facts.append(words("learner.dial\(dial.rawValue)")) }
                    if let minutes = learner.minutes { facts.append(words("article.minutes", ["count": "\(minutes)"])) }
                    return [
                        "learner": .shown(Verbatim(learner.name)),
                        "learnerPath": .attribute("/learner/\(PercentText.encoded(learner.id.rawValue))"),
                        "facts": .text(facts.joined(separator: " · ")),
                    ]
                }),
        ]
    }
}
