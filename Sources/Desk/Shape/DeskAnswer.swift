import UseCases

/// What a route answers with.
package enum DeskAnswer: Sendable {
    /// A page of the desk.
    case page(any DeskPage)
    /// Another page of the desk, at a path of its own, after something was done.
    case see(String, DeskNotice?)
    /// A session begins, or ends (nil), at a path.
    case begin(DeskToken?, String)
    /// The browser is to remember something for a year that is no secret: a name, a value; then a path.
    case remember(String, String, String)
    /// A document that is not the desk's, as a mail or a page to print: shown apart, without a script.
    case document(html: [UInt8])
    /// A text for programs.
    case text(String, status: Int)
}

/// What is said on the next page of whoever did something: shown once.
package struct DeskNotice: Hashable, Sendable {
    /// How it is meant.
    package enum Kind: Sendable {
        /// It was done.
        case done
        /// It was not done, or somebody should look.
        case problem
    }

    /// Something that takes back what was done: a form with one button.
    package struct Undo: Hashable, Sendable {
        /// Where it is sent.
        package var path: String
        /// What it holds beside the token.
        package var values: [String: String]

        /// A form by its parts.
        package init(path: String, values: [String: String]) { (self.path, self.values) = (path, values) }
    }

    /// How it is meant.
    package var kind: Kind
    /// The lines, in the language of the visit.
    package var lines: [String]
    /// What takes it back; nil: nothing does.
    package var undo: Undo?

    /// A notice by its parts.
    package init(_ kind: Kind, _ lines: [String], undo: Undo? = nil) {
        (self.kind, self.lines, self.undo) = (kind, lines, undo)
    }
}

/// What goes back to the browser.
package struct DeskResponse: Sendable {
    /// The status code.
    package var status: Int
    /// The header fields.
    package var headers: [(name: String, value: String)]
    /// The body.
    package var body: [UInt8]
    /// What the log says of it: the route, and no name; nil: nothing.
    package var log: String?

    /// A response by its parts.
    package init(status: Int, headers: [(name: String, value: String)], body: [UInt8], log: String? = nil) {
        (self.status, self.headers, self.body, self.log) = (status, headers, body, log)
    }
}
