import Content
import Output

/// One page of the desk: the values that its template shows.
///
/// The template is `Config/desk/FILE`. All words without holes can be shown in it by their names, as `{{review.title}}`; the page's own values
/// have names without dots.
package protocol DeskPage: Sendable {
    /// The template's file, as `today.html.mustache`.
    static var file: String { get }
    /// The page's own names. `token` is there everywhere, for the forms.
    static var scope: DeskScope { get }
    /// The page's title.
    func title(_ words: WordBook.Language) -> String
    /// The values of the names.
    func fields(_ words: WordBook.Language) -> TemplateFields
    /// Whether one part of the desk is marked in the row of links: its path, as `/find`.
    var place: String { get }
}

/// The names of a page, and of the elements of its lists.
package struct DeskScope: Sendable {
    /// Texts; those in attributes are given as `.attribute`.
    package var texts: [String]
    /// Flags, for sections.
    package var flags: [String]
    /// Lists, with the names of their elements.
    package var lists: [String: DeskScope]

    /// A scope by its names.
    package init(texts: [String] = [], flags: [String] = [], lists: [String: DeskScope] = [:]) {
        (self.texts, self.flags, self.lists) = (texts, flags, lists)
    }

    var template: TemplateScope { TemplateScope(texts: texts, flags: flags, lists: lists.mapValues { $0.template }) }
}

extension TemplateValue {
    /// A text within quotes of an attribute, as it is.
    package static func attribute(_ text: String) -> TemplateValue { .link(text) }

    /// A text that is shown: on one line, of bounded length, without what reorders its surroundings.
    package static func shown(_ text: Verbatim, limit: Int = 200) -> TemplateValue {
        .text(CleanText.line(text.text, limit: limit))
    }
}
