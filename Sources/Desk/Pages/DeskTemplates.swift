import Content
import Output

/// The templates of all pages in all languages, read once.
package struct DeskTemplates: Sendable {
    /// The words.
    package let words: WordBook
    /// By language and file.
    private let templates: [String: [String: Template]]
    private let top: [String: Template]
    private let bottom: [String: Template]

    /// Reads the templates and words of a folder that ships (`Config/desk`), over which the school's own files stand.
    package init(shipped: String, own: String?, pages: [any DeskPage.Type]) throws(RenderingSetupError) {
        words = try WordBook(shipped: "\(shipped)/words", own: own.map { "\($0)/words" })
        func text(_ file: String) throws(RenderingSetupError) -> ([UInt8], String) {
            if let own, (try? RenderingFiles.names(in: own))?.contains(file) == true {
                return (Array(try RenderingFiles.text(of: "\(own)/\(file)").utf8), "\(own)/\(file)")
            }
            return (Array(try RenderingFiles.text(of: "\(shipped)/\(file)").utf8), "\(shipped)/\(file)")
        }
        var templates: [String: [String: Template]] = [:]
        var (top, bottom): ([String: Template], [String: Template]) = ([:], [:])
        for tag in words.tags {
            let language = words.language(tag)
            let constants = language.constants
            func parse(_ file: String, _ scope: DeskScope) throws(RenderingSetupError) -> Template {
                var scope = scope
                scope.texts += constants.keys
                let (bytes, path) = try text(file)
                return try TemplateParser.parse(bytes, file: path, scope: scope.template, escaping: .html)
                    .filled(with: constants)
            }
            top[tag] = try parse("top.html.mustache", DeskFrame.scope)
            bottom[tag] = try parse("bottom.html.mustache", DeskFrame.scope)
            for page in pages {
                var scope = page.scope
                scope.texts.append("token")
                templates[tag, default: [:]][page.file] = try parse(page.file, scope)
            }
        }
        (self.templates, self.top, self.bottom) = (templates, top, bottom)
    }

    /// A page within its frame.
    func html(_ page: any DeskPage, in frame: DeskFrame) -> [UInt8] {
        let tag = frame.words.tag.lowercased()
        var fields = page.fields(frame.words)
        fields["token"] = .attribute(frame.token)
        let around = frame.fields(title: page.title(frame.words), place: page.place)
        return (top[tag]?.render(around) ?? []) + (templates[tag]?[type(of: page).file]?.render(fields) ?? [])
            + (bottom[tag]?.render(around) ?? [])
    }
}
