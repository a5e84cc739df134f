/// What one family has to do with articles: what may be claimed, and what must be kept back. For many families see ``TopicScan``.
public struct TopicFinder: Sendable {
    /// The family.
    public let family: TopicFamily
    private let scan: TopicScan

    /// A finder of a family.
    public init(_ family: TopicFamily) {
        self.family = family
        scan = TopicScan([family])
    }

    /// Looks for the family in an article. `language`: of the article, a primary tag; nil: not known.
    public func findings(title: String, tags: [String], text: String, language: String?) -> TopicFindings {
        findings(in: TopicArticle(title: title, tags: tags, text: text, language: language))
    }

    /// Looks for the family in an article that was read before.
    public func findings(in article: TopicArticle) -> TopicFindings {
        scan.findings(in: article).first?.findings ?? TopicFindings(article: article, title: [], tags: [], body: [])
    }
}
