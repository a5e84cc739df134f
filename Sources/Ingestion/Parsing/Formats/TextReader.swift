/// Makes the text that is kept out of the bytes of a text construct.
struct TextReader {
    /// One line for titles; nil when nothing is left. A picture alone stands as its alternative text or as `<img>`.
    static func line(_ bytes: ArraySlice<UInt8>, kind: TextKind, hasMarkup: Bool = false) -> String? {
        let (bytes, kind) = resolved(bytes, kind, hasMarkup)
        if kind == .plain || !HTMLText.needsReading(bytes) { return nonEmpty(HTMLText.collapsed(bytes)) }
        let html = HTMLText(html: bytes, style: .line)
        if let text = nonEmpty(html.text) { return text }
        return html.hasPicture ? "<img>" : nil
    }

    /// Paragraphs for summaries and bodies, with the first picture in them.
    static func paragraphs(_ bytes: ArraySlice<UInt8>, kind: TextKind, hasMarkup: Bool = false) -> HTMLText? {
        let (bytes, kind) = resolved(bytes, kind, hasMarkup)
        if kind == .plain {
            return nonEmpty(HTMLText.plainParagraphs(bytes)).map { HTMLText(text: $0) }
        }
        let html = HTMLText(html: bytes, style: .paragraphs)
        return html.text.isEmpty && html.image == nil ? nil : html
    }

    /// Decodes base64 and settles what was to be guessed.
    private static func resolved(
        _ bytes: ArraySlice<UInt8>, _ kind: TextKind, _ hasMarkup: Bool
    ) -> (ArraySlice<UInt8>, TextKind) {
        switch kind {
        case .base64:
            if hasMarkup { return (bytes, .html) }
            guard let decoded = Base64.decoded(bytes), UTF8Rescue.isValid(decoded[...]) else {
                // Not base64 after all: real feeds state media types for plain text.
                return (bytes, HTMLTags.looksLikeHTML(bytes) ? .html : .plain)
            }
            return (decoded[...], HTMLTags.looksLikeHTML(decoded[...]) ? .html : .plain)
        case .guessed: return (bytes, hasMarkup || HTMLTags.looksLikeHTML(bytes) ? .html : .plain)
        case .plain: return (bytes, hasMarkup ? .html : .plain)
        case .html, .markup: return (bytes, .html)
        }
    }

    private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
