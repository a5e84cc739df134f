/// A title, tags and text as they are looked through for topics, so that they are read once for many families.
public struct TopicArticle: Sendable {
    /// The title is the first, then come the tags; the body is the last.
    let texts: [TopicText]
    let language: String?

    /// An article. `language`: a primary tag; nil: not known.
    public init(title: String, tags: [String], text: String, language: String?) {
        let own = language ?? "en"
        texts = ([title] + tags + [text]).map { TopicText($0, language: own) }
        self.language = language
    }

    var title: TopicText { texts[0] }
    var body: TopicText { texts[texts.count - 1] }
}
