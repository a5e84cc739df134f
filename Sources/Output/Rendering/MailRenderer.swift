import Content

/// Renders a list as a complete mail: headers, a text for reading, and HTML, ready to be sent or stored as `.eml`.
public struct MailRenderer: Sendable {
    /// The most bytes of HTML that a mail may have. Gmail cuts a message off at 102,400; some room is left for what
    /// relays add.
    public static let largestHTML = 92_000
    /// The most bytes of HTML of a list of at most twelve items.
    public static let largestShortHTML = 25_000

    /// The two templates of each language and role, its words filled in.
    private let templates: [RecipientRole: [String: (html: Template, text: Template)]]
    private let bundleTemplates: (html: Template, text: Template)
    private let words: FixedWords
    private let reasons: ReasonWording

    /// A renderer with a school's templates and wordings.
    public init(templates: Templates, words: FixedWords, reasons: ReasonWording) {
        var filled: [RecipientRole: [String: (html: Template, text: Template)]] = [:]
        for role in RecipientRole.allCases {
            for tag in words.languages {
                let constants = words.spoken(in: tag, to: role).constants
                filled[role, default: [:]][tag] = (
                    templates.mailHTML.filled(with: constants), templates.mailText.filled(with: constants)
                )
            }
        }
        self.templates = filled
        bundleTemplates = (templates.bundleHTML, templates.bundleText)
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
        let shared = DocumentFields(document, words: words, reasons: reasons, texts: &texts)
        let fields = MailFields(shared: shared, envelope: envelope)
        let parts = parts(fields, of: document.lines.count, texts: &texts)
        let headers = MailHeaders(
            document: document, envelope: envelope, listCode: fields.shared.listCode, subject: fields.subject)
        let message = MimeMessage(
            headers: headers.text, boundary: headers.boundary, text: parts.text, html: parts.html)
        return message.bytes()
    }

    /// A mail to a teacher with the lists of a class attached; `document` names the class and has no items.
    func bundle(
        _ document: ListDocument, count: Int, envelope: Envelope, attachment: MimeMessage.Attachment
    ) -> [UInt8] {
        let fields = BundleFields(
            shared: DocumentFields(document, words: words, reasons: reasons), envelope: envelope, count: count,
            supply: document.supply)
        let headers = MailHeaders(
            document: document, envelope: envelope, listCode: fields.shared.listCode, subject: fields.subject)
        let values = fields.fields
        var message = MimeMessage(
            headers: headers.text, boundary: headers.boundary,
            text: TextWrap.wrapped(bundleTemplates.text.render(values)), html: bundleTemplates.html.render(values))
        message.attachment = attachment
        return message.bytes()
    }

    /// The subject of a list's mail.
    public func subject(of document: ListDocument) -> String {
        let shared = DocumentFields(document, words: words, reasons: reasons)
        return shared.words.text(.subject, ["name": shared.name, "date": shared.words.date(document.edition.date)])
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
        let spoken = fields.shared.words
        guard let templates = templates[spoken.role]?[spoken.language.tag] else { return ([], []) }
        var fit = MailFit(count: count)
        var values = fields.fields(fit, texts: &texts)
        var html = templates.html.render(values)
        while let shorter = fit.shorter(bytes: html.count) {
            fit = shorter
            values = fields.fields(fit, texts: &texts)
            html = templates.html.render(values)
        }
        return (TextWrap.wrapped(templates.text.render(values)), html)
    }
}
