/// Why bytes could not be read as a feed.
public enum FeedParseError: Error, Sendable, Equatable {
    /// It is a web page, not a feed.
    case webPage
    /// It is neither XML nor JSON.
    case notAFeed
    /// It is RSS written as JSON, which nothing but its own program reads.
    case rssInJSON
    /// The XML library gave no parser (out of memory).
    case noParser
}

extension FeedParseError: CustomStringConvertible {
    /// What is wrong and what to do about it, in two sentences.
    public var description: String {
        switch self {
        case .webPage: "This is a web page, not a feed. Use the address of the site's RSS or Atom feed instead."
        case .notAFeed: "This is neither XML nor JSON, so it cannot be a feed. Check the feed's address."
        case .rssInJSON: "This is RSS written as JSON, which is not read. Use the site's RSS or JSON Feed instead."
        case .noParser: "The XML library could not start. Free some memory and run again."
        }
    }
}
