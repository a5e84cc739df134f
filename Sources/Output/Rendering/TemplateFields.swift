/// What a template can show under one name.
package enum TemplateValue: Hashable, Sendable {
    /// A text, escaped for the kind of template it is shown in. As a section: shown once unless it is empty.
    case text(String)
    /// An address that ``SafeLink`` gave; escaped in HTML, kept as it is in plain text.
    case link(String)
    /// A text that was escaped before: the same article stands in many lists.
    case prepared(PreparedText)
    /// Whether a section is shown.
    case flag(Bool)
    /// A section that is shown once for each element, with the element's names.
    case list([TemplateFields])
    /// Nothing: an empty text, a section that is not shown.
    case nothing
}

/// A text in both kinds of escaping.
package struct PreparedText: Hashable, Sendable {
    /// For HTML.
    let html: [UInt8]
    /// For plain text.
    let plain: [UInt8]

    /// A text, escaped; an address that ``SafeLink`` gave needs no escaping in plain text.
    init(_ text: String, isLink: Bool = false) {
        var html: [UInt8] = []
        var plain: [UInt8] = []
        if isLink {
            Escape.html(text, into: &html)
            plain += text.utf8
        } else {
            Escape.htmlText(text, into: &html)
            Escape.plain(text, into: &plain)
        }
        self.html = html
        self.plain = plain
    }

    /// A text between tags of a page that the school alone looks at: braces, quotes and long runs stay as they are.
    init(onDesk text: String) {
        html = Array(text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").utf8)
        plain = Array(text.utf8)
    }
}

extension TemplateValue {
    /// Whether it is shown as a section.
    var isShown: Bool {
        switch self {
        case .text(let text), .link(let text): !text.isEmpty
        case .prepared(let text): !text.html.isEmpty
        case .flag(let flag): flag
        case .list(let elements): !elements.isEmpty
        case .nothing: false
        }
    }

    /// Writes it, escaped.
    func append(to output: inout [UInt8], _ escaping: TemplateEscaping) {
        switch (self, escaping) {
        case (.text(let text), .html): Escape.htmlText(text, into: &output)
        case (.link(let text), .html): Escape.html(text, into: &output)
        case (.text(let text), .plain): Escape.plain(text, into: &output)
        case (.link(let text), .plain): output += text.utf8
        case (.prepared(let text), .html): output += text.html
        case (.prepared(let text), .plain): output += text.plain
        case (.flag, _), (.list, _), (.nothing, _): break
        }
    }
}

/// The values that one scope of a template can name: its own, and those that it shares with other scopes of its kind.
///
/// The items of mails are many and always have the same names, so their values stand in a row, each at its place in the scope
/// (``TemplateScope/slots``); no name is looked up for them.
package struct TemplateFields: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var own: [String: TemplateValue]
    private let shared: [String: TemplateValue]
    /// The values of all names of a scope, in the order of its slots; nil where they have names here.
    let row: [TemplateValue]?

    /// Values that are nobody else's.
    package init(dictionaryLiteral elements: (String, TemplateValue)...) {
        own = Dictionary(elements) { $1 }
        shared = [:]
        row = nil
    }

    /// No values of its own yet, beside those that are shared.
    init(sharing shared: [String: TemplateValue]) {
        own = [:]
        self.shared = shared
        row = nil
    }

    /// The values of all names of a scope, in the order of its slots.
    init(row: [TemplateValue]) {
        own = [:]
        shared = [:]
        self.row = row
    }

    /// The value of a name; nil where there is none, and for values that stand in a row.
    package subscript(name: String) -> TemplateValue? {
        get { own[name] ?? shared[name] }
        set { own[name] = newValue }
    }

    /// The value of a name that has this slot in its scope.
    func value(_ name: String, slot: Int) -> TemplateValue {
        guard let row else { return own[name] ?? shared[name] ?? .nothing }
        return slot < row.count ? row[slot] : .nothing
    }

    /// All names that have a value.
    var names: Set<String> { Set(own.keys).union(shared.keys) }
}

/// Which names a scope of a template may use, and for lists, which names an element has. A template is checked against
/// this when it is loaded, so a mistyped name is found before the first mail and not in it.
package struct TemplateScope: Sendable {
    /// A name's kind.
    package enum Kind: Sendable {
        case text
        case flag
        case list(TemplateScope)
    }

    /// The names of this scope.
    package let names: [String: Kind]
    /// The place of each name: the texts in the order in which they are given, the flags after them, the lists last by name.
    package let slots: [String: Int]

    /// A scope with the given texts, flags and lists.
    package init(texts: [String], flags: [String] = [], lists: [String: TemplateScope] = [:]) {
        var names: [String: Kind] = [:]
        for name in texts { names[name] = .text }
        for name in flags { names[name] = .flag }
        for (name, scope) in lists { names[name] = .list(scope) }
        self.names = names
        let order = texts + flags + lists.keys.sorted()
        slots = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
    }
}

/// How values are escaped when a template shows them.
package enum TemplateEscaping: Sendable {
    /// For HTML text and quoted attributes.
    case html
    /// For plain text.
    case plain
}
