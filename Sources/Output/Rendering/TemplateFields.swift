/// What a template can show under one name.
enum TemplateValue: Hashable, Sendable {
    /// A text, escaped for the kind of template it is shown in. As a section: shown once unless it is empty.
    case text(String)
    /// An address that ``SafeLink`` gave; escaped in HTML, kept as it is in plain text.
    case link(String)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section that is shown once for each element, with the element's names.
    case list([TemplateFields])
    /// Nothing: an empty text, a section that is not shown.
    case nothing
}

/// The values that one scope of a template can name.
typealias TemplateFields = [String: TemplateValue]

/// Which names a scope of a template may use, and for lists, which names an element has. A template is checked against
/// this when it is loaded, so a mistyped name is found before the first mail and not in it.
struct TemplateScope: Sendable {
    /// A name's kind.
    enum Kind: Sendable {
        case text
        case flag
        case list(TemplateScope)
    }

    /// The names of this scope.
    var names: [String: Kind]

    /// A scope with the given texts, flags and lists.
    init(texts: [String], flags: [String] = [], lists: [String: TemplateScope] = [:]) {
        names = [:]
        for name in texts { names[name] = .text }
        for name in flags { names[name] = .flag }
        for (name, scope) in lists { names[name] = .list(scope) }
    }
}

/// How values are escaped when a template shows them.
enum TemplateEscaping: Sendable {
    /// For HTML text and quoted attributes.
    case html
    /// For plain text.
    case plain
}
