import Content
import Output
import UseCases

/// What stands around each page: the school, the row of links, who is signed in, and what was just done.
struct DeskFrame: Sendable {
    /// The words of the visit's language.
    var words: WordBook.Language
    /// All languages that there are words in, by tag and name.
    var languages: [(tag: String, name: String)]
    /// The school's name.
    var school: String
    /// Who is signed in.
    var person: DeskPerson?
    /// The token of forms; empty without a session.
    var token: String
    /// What was just done.
    var notice: DeskNotice?
    /// The names of the files of styles and script, which change with what they hold.
    var style: String
    var script: String
    /// Where the visit is, to come back to after a change of language.
    var here: String
    /// Whether keys do something.
    var hasKeys: Bool

    static let scope = DeskScope(
        texts: ["language", "direction", "title", "school", "name", "token", "style", "script", "here"],
        flags: ["isSignedIn", "hasNotice", "isProblem", "hasUndo", "hasKeys"],
        lists: [
            "links": DeskScope(texts: ["path", "label"], flags: ["isHere"]),
            "lines": DeskScope(texts: ["line"]),
            "undoValues": DeskScope(texts: ["undoName", "undoValue"]),
            "undoForms": DeskScope(texts: ["undoPath"]),
            "tongues": DeskScope(texts: ["tag", "tongue"], flags: ["isSpoken"]),
        ])

    func fields(title: String, place: String) -> TemplateFields {
        var links: [(String, String)] = []
        if let person {
            if person.isTeacher { links += [("/", "nav.today"), ("/find", "nav.find")] }
            if person.isLibrarian { links.append(("/feeds", "nav.feeds")) }
            if person.isTechnician { links.append(("/status", "nav.status")) }
        }
        let undo = notice?.undo
        return [
            "language": .attribute(words.tag), "direction": .attribute(words.isRightToLeft ? "rtl" : "ltr"),
            "title": .text(title), "school": .text(school),
            "name": (person?.name).map { .shown($0) } ?? .nothing, "token": .attribute(token),
            "style": .attribute(style), "script": .attribute(script), "here": .attribute(here),
            "isSignedIn": .flag(person != nil), "hasNotice": .flag(notice != nil),
            "isProblem": .flag(notice?.kind == .problem), "hasUndo": .flag(undo != nil), "hasKeys": .flag(hasKeys),
            "links": .list(
                links.map { path, key in
                    ["path": .attribute(path), "label": .text(words(key)), "isHere": .flag(path == place)]
                }),
            "lines": .list((notice?.lines ?? []).map { ["line": .text(CleanText.line($0, limit: 500))] }),
            "undoForms": .list(undo.map { [["undoPath": .attribute($0.path)]] } ?? []),
            "undoValues": .list(
                (undo?.values ?? [:]).sorted { $0.key < $1.key }.map {
                    ["undoName": .attribute($0.key), "undoValue": .attribute($0.value)]
                }),
            "tongues": .list(
                languages.map { tag, name in
                    ["tag": .attribute(tag), "tongue": .text(name), "isSpoken": .flag(tag == words.tag)]
                }),
        ]
    }
}
