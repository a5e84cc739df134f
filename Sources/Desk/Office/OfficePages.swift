import Content
import Output
import UseCases

/// Status or history, in the words of the command line: a technician's words are English.
struct OfficePage: DeskPage {
    enum Kind: Sendable {
        case status, history
    }

    static let file = "office.html.mustache"
    static let scope = DeskScope(
        texts: ["summary"], flags: ["isStatus", "isWell"], lists: ["lines": DeskScope(texts: ["line"])])

    let kind: Kind
    let isWell: Bool
    let lines: [String]
    let place = "/status"

    func title(_ words: WordBook.Language) -> String { words(kind == .status ? "office.status" : "office.history") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "isStatus": .flag(kind == .status), "isWell": .flag(isWell),
            "summary": .text(words(isWell ? "office.well" : "office.look")),
            "lines": .list(lines.map { ["line": .text(CleanText.line($0, limit: 1_000))] }),
        ]
    }
}

/// Who was at the desk.
struct SessionsPage: DeskPage {
    static let file = "sessions.html.mustache"
    static let scope = DeskScope(
        flags: ["isEmpty"],
        lists: [
            "sessions": DeskScope(texts: ["person", "begun", "state", "personValue", "endLabel"], flags: ["holds"])
        ])

    let outcome: ListDeskSessions.Outcome
    let place = "/status"

    func title(_ words: WordBook.Language) -> String { words("office.sessions") }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "isEmpty": .flag(outcome.sessions.isEmpty),
            "sessions": .list(
                outcome.sessions.map { session in
                    let holds = session.holds(at: outcome.now)
                    return [
                        "person": .shown(Verbatim(session.person)), "begun": .text(session.begun.iso),
                        "state": .text(words(holds ? "office.holds" : "office.over")),
                        "personValue": .attribute(session.person), "holds": .flag(holds),
                        "endLabel": .attribute(words("office.endLabel", ["person": session.person])),
                    ]
                }),
        ]
    }
}
