import Content
import Output

/// A page that says one thing: that something cannot be done, and what to do.
struct MessagePage: DeskPage {
    static let file = "message.html.mustache"
    static let scope = DeskScope(
        texts: ["fromPath", "english"], flags: ["isSignedIn", "hasFrom", "hasEnglish"],
        lists: ["said": DeskScope(texts: ["line"])])

    let lines: [String]
    /// What the command line would say, which is English; nil: nothing besides.
    private let english: String?
    let isSignedIn: Bool
    let place = ""
    /// The page that a form was on; nil: none is known.
    private let from: String?
    private let heading: String

    init(_ refusal: RefusalWords, _ words: WordBook.Language, isSignedIn: Bool, from: String? = nil) {
        self.from = from
        english = refusal.sentence
        lines = refusal.lines { words($0, $1) }
        heading = refusal.status == 401 ? "message.signIn" : "message.title"
        self.isSignedIn = isSignedIn
    }

    func title(_ words: WordBook.Language) -> String { words(heading) }

    func fields(_ words: WordBook.Language) -> TemplateFields {
        [
            "isSignedIn": .flag(isSignedIn), "fromPath": .attribute(from ?? ""), "hasFrom": .flag(from != nil),
            "english": .text(CleanText.line(english ?? "", limit: 1_000)), "hasEnglish": .flag(english != nil),
            "said": .list(lines.map { ["line": .text(CleanText.line($0, limit: 1_000))] }),
        ]
    }
}
