/// Renders a list as a complete mail: headers, a text for reading, and HTML, ready to be sent or stored as `.eml`.
public struct MailRenderer: Sendable {
    /// The most bytes of HTML that a mail may have. Gmail cuts a message off at 102,400; some room is left for what
    /// relays add.
    public static let largestHTML = 92_000
    /// The most bytes of HTML of a list of at most twelve items.
    public static let largestShortHTML = 25_000

    private let templates: Templates
    private let words: Words
    private let reasons: ReasonWording

    /// A renderer with a school's templates and wordings.
    public init(templates: Templates, words: Words, reasons: ReasonWording) {
        self.templates = templates
        self.words = words
        self.reasons = reasons
    }

    /// The whole message, lines ending in CR LF; the same bytes for the same document and envelope.
    public func render(_ document: ListDocument, envelope: Envelope) -> [UInt8] {
        var texts = ItemTexts()
        return render(document, envelope: envelope, texts: &texts)
    }

    /// The same, with what is known of articles from other lists.
    public func render(_ document: ListDocument, envelope: Envelope, texts: inout ItemTexts) -> [UInt8] {
        let fields = MailFields(
            shared: DocumentFields(document, words: words, reasons: reasons), envelope: envelope)
        let parts = parts(fields, of: document.lines.count, texts: &texts)
        let headers = MailHeaders(
            document: document, envelope: envelope, listCode: fields.shared.listCode, subject: fields.subject)
        let message = MimeMessage(
            headers: headers.text, boundary: headers.boundary, text: parts.text, html: parts.html)
        return message.bytes()
    }

    /// The two bodies alone, lines ending in LF: what a preview shows.
    public func parts(of document: ListDocument, envelope: Envelope) -> (text: String, html: String) {
        let fields = MailFields(
            shared: DocumentFields(document, words: words, reasons: reasons), envelope: envelope)
        var texts = ItemTexts()
        let parts = parts(fields, of: document.lines.count, texts: &texts)
        return (String(decoding: parts.text, as: UTF8.self), String(decoding: parts.html, as: UTF8.self))
    }

    /// The bodies, shortened step by step until they fit: nothing is left out without being said.
    private func parts(
        _ fields: MailFields, of count: Int, texts: inout ItemTexts
    ) -> (text: [UInt8], html: [UInt8]) {
        var fit = MailFit(count: count)
        var values = fields.fields(fit, texts: &texts)
        var html = templates.mailHTML.render(values)
        while let shorter = fit.shorter(bytes: html.count) {
            fit = shorter
            values = fields.fields(fit, texts: &texts)
            html = templates.mailHTML.render(values)
        }
        return (TextWrap.wrapped(templates.mailText.render(values)), html)
    }
}
