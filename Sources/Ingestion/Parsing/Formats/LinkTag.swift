/// What the attributes of a `link` say of where it leads (RFC 4287, 4.2.7).
struct LinkTag {
    /// In lower case; `alternate` where none is said.
    var relation = "alternate"
    /// The media type, as written.
    var type: String?
    /// The size, as written.
    var length: String?

    /// Whether it leads to the article.
    var isArticle: Bool { relation.isEmpty || relation == "alternate" }

    /// Whether it leads to a page, as far as is said.
    var isPage: Bool {
        let type = type?.compactLowercased ?? ""
        return type.isEmpty || type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }
}
