import Output

/// In which language an article's own words are, for whoever has a page read aloud (WCAG 2.2, 3.1.2).
enum ArticleLanguage {
    /// The texts and flags that a template with such words has.
    static let texts = ["articleLanguage"]
    static let flags = ["hasArticleLanguage"]
}

extension TemplateFields {
    /// With the language of an article's own words.
    func inLanguage(_ language: String?) -> TemplateFields {
        var fields = self
        // Of what is not known nothing is said.
        fields["articleLanguage"] = .attribute(language ?? "")
        fields["hasArticleLanguage"] = .flag(language != nil)
        return fields
    }
}
