import Content

/// What a person is asked of feeds that are new.
public enum FeedQuestion {
    /// For whom a feed is.
    case audience
    /// For whom the feeds of another list's folder are; nil: those in none.
    case audienceOfFolder(Verbatim?)
    /// What a feed is about.
    case topics

    /// The question.
    public var words: String {
        switch self {
        case .audience: audience(of: "it")
        case .audienceOfFolder(let folder): audience(of: folder.map { "what is in “\($0)”" } ?? "what is in no folder")
        case .topics: "What is it about? Topics, separated by commas (empty: nothing said)"
        }
    }

    private func audience(of what: String) -> String {
        "For which grades is \(what) meant: 5, or 1-3? (empty: nobody has reviewed it)"
    }
}
