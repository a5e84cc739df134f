/// The page of a preview: the views of a list beside each other.
public struct PreviewPage: Sendable {
    private let template: Template

    /// The file of its template.
    public static let file = "preview.html.mustache"

    /// Reads the template of a folder. Throws with its place where it is not there or cannot be read.
    public init(folder: String) throws(RenderingSetupError) {
        let path = "\(folder)/\(Self.file)"
        template = try TemplateParser.parse(
            Array(try RenderingFiles.text(of: path).utf8), file: path, scope: TemplateScope(texts: ["subject"]),
            escaping: .html)
    }

    /// The page. `subject`: that of the mail.
    public func html(subject: String) -> [UInt8] {
        template.render(["subject": .prepared(PreparedText(onDesk: subject))])
    }
}
