/// XML written straight to bytes; every text is escaped.
struct XMLText {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Begins a document.
    init() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Writes markup of ours as it is.
    mutating func raw(_ markup: String) { bytes += markup.utf8 }

    /// Writes a text, escaped for content and for attributes.
    mutating func text(_ text: String) { Escape.html(text, into: &bytes) }

    /// Writes an element with attributes and a text; nothing for an empty text where `unlessEmpty`.
    mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ content: String? = nil, unlessEmpty: Bool = false
    ) {
        if unlessEmpty, content?.isEmpty ?? true { return }
        raw("<\(name)")
        for (key, value) in attributes where !value.isEmpty {
            raw(" \(key)=\"")
            text(value)
            raw("\"")
        }
        guard let content else { return raw("/>\n") }
        raw(">")
        text(content)
        raw("</\(name)>\n")
    }
}
