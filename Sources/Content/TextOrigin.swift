/// Where the text that an article is measured by comes from.
public enum TextOrigin: String, CaseIterable, Codable, Sendable {
    /// From the feed alone.
    case feed
    /// From the article's page, where the feed has a teaser of it.
    case page
}
