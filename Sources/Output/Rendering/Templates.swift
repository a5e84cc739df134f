/// The templates of a school, read from `Config/templates` and checked: every name in them is one that has a value.
public struct Templates: Sendable {
    let mailHTML: Template
    let mailText: Template
    let page: Template
    let bundleHTML: Template
    let bundleText: Template

    /// The files that a templates folder must hold.
    public static let files = [
        "mail.html.mustache", "mail.txt.mustache", "page.html.mustache", "bundle.html.mustache",
        "bundle.txt.mustache",
    ]

    /// Reads the templates of a folder. An unknown name, an open section or a missing file is an error with its place.
    public init(folder: String) throws(RenderingSetupError) {
        mailHTML = try Templates.load("\(folder)/\(Templates.files[0])", MailFields.scope, .html)
        mailText = try Templates.load("\(folder)/\(Templates.files[1])", MailFields.scope, .plain)
        bundleHTML = try Templates.load("\(folder)/\(Templates.files[3])", BundleFields.scope, .html)
        bundleText = try Templates.load("\(folder)/\(Templates.files[4])", BundleFields.scope, .plain)
        page = try Templates.load("\(folder)/\(Templates.files[2])", PageFields.scope, .html)
    }

    private static func load(
        _ file: String, _ scope: TemplateScope, _ escaping: TemplateEscaping
    ) throws(RenderingSetupError) -> Template {
        let text = Array(try RenderingFiles.text(of: file).utf8)
        return try TemplateParser.parse(text, file: file, scope: scope, escaping: escaping)
    }
}
