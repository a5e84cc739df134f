/// Makes the text that is kept out of the bytes of a text construct.
struct TextReader {
    private let html = HTMLReader()
    private let treatment: TextTreatment

    init(_ treatment: TextTreatment = .cleaned) { self.treatment = treatment }

    /// One line for titles; nil when nothing is left. A picture alone stands as its alternative text or as `<img>`.
    func line(_ bytes: Span<UInt8>, kind: TextKind, hasMarkup: Bool = false) -> String? {
        if treatment == .asWritten { return TextReader.written(bytes) }
        if kind == .base64, !hasMarkup, let decoded = TextReader.decoded(bytes) {
            return line(decoded.span, kind: .guessed)
        }
        guard isHTML(bytes, kind, hasMarkup, isLine: true), HTMLText.needsReading(bytes) else {
            return HTMLText.collapsed(bytes).nonEmpty
        }
        let text = html.read(bytes, style: .line)
        return text.text.nonEmpty ?? (text.hasPicture ? "<img>" : nil)
    }

    /// Paragraphs for summaries and bodies, with the first picture in them; nil when there is neither.
    func paragraphs(_ bytes: Span<UInt8>, kind: TextKind, hasMarkup: Bool = false) -> HTMLText? {
        if treatment == .asWritten { return TextReader.written(bytes).map { HTMLText(text: $0) } }
        if kind == .base64, !hasMarkup, let decoded = TextReader.decoded(bytes) {
            return paragraphs(decoded.span, kind: .guessed)
        }
        guard isHTML(bytes, kind, hasMarkup, isLine: false) else {
            return HTMLText.plainParagraphs(bytes).nonEmpty.map { HTMLText(text: $0) }
        }
        let text = html.read(bytes, style: .paragraphs)
        return text.text.isEmpty && text.image == nil ? nil : text
    }

    /// Settles what is stated or to be guessed. What is stated as base64 and is none is guessed: real feeds state media
    /// types for plain text.
    private func isHTML(_ bytes: Span<UInt8>, _ kind: TextKind, _ hasMarkup: Bool, isLine: Bool) -> Bool {
        switch kind {
        case .plain: hasMarkup
        case .html, .markup: true
        case .guessed, .base64: hasMarkup || HTMLText.isHTML(bytes, isLine: isLine)
        }
    }

    private static func decoded(_ bytes: Span<UInt8>) -> [UInt8]? {
        let bytes = bytes.withUnsafeBufferPointer { Array($0) }
        guard let decoded = Base64.decoded(bytes[...]), UTF8Rescue.isValid(decoded) else { return nil }
        return decoded
    }

    private static func written(_ bytes: Span<UInt8>) -> String? {
        bytes.count == 0 ? nil : bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
