/// Renders a list as a complete mail: headers, a text for reading, and HTML, ready to be sent or stored as `.eml`.
public struct MailRenderer: Sendable {
    /// The most bytes of HTML that a mail may have. Gmail cuts a message off at 102,400; some room is left for what
    /// relays add.
    public static let largestHTML = 92_000

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
        let fields = MailFields(
            shared: DocumentFields(document, words: words, reasons: reasons), envelope: envelope)
        let parts = parts(fields, of: document.lines.count)
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
        return parts(fields, of: document.lines.count)
    }

    /// The bodies with as many of the `count` items as fit.
    private func parts(_ fields: MailFields, of count: Int) -> (text: String, html: String) {
        var count = count
        var values = fields.fields(summaries: true, count: count)
        var html = templates.mailHTML.render(values)
        if html.count > MailRenderer.largestHTML {
            values = fields.fields(summaries: false, count: count)
            html = templates.mailHTML.render(values)
        }
        // Each round drops what the excess must at least cost, so a list of any length ends after a few rounds.
        while html.count > MailRenderer.largestHTML, count > 1 {
            let perItem = max(1, html.count / count)
            let excess = (html.count - MailRenderer.largestHTML) / perItem
            count = max(1, count - max(1, excess))
            values = fields.fields(summaries: false, count: count)
            html = templates.mailHTML.render(values)
        }
        let text = TextWrap.wrapped(String(decoding: templates.mailText.render(values), as: UTF8.self))
        return (text, String(decoding: html, as: UTF8.self))
    }
}
