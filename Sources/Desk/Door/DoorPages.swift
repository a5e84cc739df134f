import Content
import Output

/// What a link of an invitation shows: a button, for programs that look into mail open links before people do.
struct InvitationPage: DeskPage {
    static let file = "invitation.html.mustache"
    static let scope = DeskScope(texts: ["welcome", "path"])

    let name: Verbatim
    let path: String
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("invitation.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "welcome": .text(words("invitation.welcome", ["name": CleanText.line(name.text, limit: 100)])),
            "path": .attribute(path),
        ]
    }
}

/// What the address of a one-click stop shows: a button, then that it is done.
struct StopPage: DeskPage {
    enum State: Sendable {
        case asks(path: String)
        case done
    }

    static let file = "stop.html.mustache"
    static let scope = DeskScope(texts: ["path"], flags: ["isDone"])

    let state: State
    let place = ""

    func title(_ words: WordBook.Language) -> String { words("stop.title") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        switch state {
        case .asks(let path): ["path": .attribute(path), "isDone": .flag(false)]
        case .done: ["isDone": .flag(true)]
        }
    }
}
