/// The text of one item, by field, as the text model takes it.
public struct TextDocument: Sendable {
    /// The title.
    public var title: String
    /// The publisher's tags.
    public var tags: [String]
    /// The body: summary and text.
    public var body: String
    /// The language (BCP 47 primary tag); nil where it is unknown.
    public var language: String?

    /// A document by its fields.
    public init(title: String, tags: [String], body: String, language: String?) {
        self.title = title
        self.tags = tags
        self.body = body
        self.language = language
    }
}
