import ContentDigest

/// The school's renderers, with its templates and wordings.
public struct Renderers: Sendable {
    /// The fixed words.
    public let words: FixedWords
    /// The wordings of reasons.
    public let reasons: ReasonWording
    /// Mails.
    public let mail: MailRenderer
    /// Printed pages.
    public let print: PrintRenderer
    /// JSON Lines.
    public let jsonLines: JSONLinesRenderer
    /// A digest of the files that they were read from.
    public let digest: String
    /// Wordings that the school's files lack and that are taken from the files that ship.
    public let borrowed: [BorrowedWords]

    /// Reads the templates of a folder, the words in its `words`, and the wordings of reasons in another folder. `shipped`: the
    /// `Config` that ships with the program, for wordings that are missing; nil: there is none.
    public init(
        templates folder: String, reasons reasonsFolder: String, shipped: String? = nil
    ) throws(RenderingSetupError) {
        let templates = try Templates(folder: folder)
        words = try FixedWords(folder: folder + "/words", shipped: shipped.map { $0 + "/templates/words" })
        reasons = try ReasonWording(folder: reasonsFolder, shipped: shipped.map { $0 + "/reasons" })
        borrowed = words.borrowed + reasons.borrowed
        mail = MailRenderer(templates: templates, words: words, reasons: reasons)
        print = PrintRenderer(templates: templates, words: words, reasons: reasons)
        jsonLines = JSONLinesRenderer(words: words, reasons: reasons)
        var parts: [String] = []
        for folder in [folder, folder + "/words", reasonsFolder] {
            for name in try RenderingFiles.names(in: folder) where name.contains(".") {
                parts += [name, try RenderingFiles.text(of: "\(folder)/\(name)")]
            }
        }
        parts += borrowed.flatMap { $0.keys + [$0.shipped] }
        digest = ContentDigest(of: parts).hex
    }

    /// The text of a list as forms without a template show it.
    func text(of document: ListDocument) -> ListInWords {
        DocumentFields(document, words: words, reasons: reasons).listInWords
    }
}
