import FeedParsing
import Ingestion

/// Why a feed could not be read.
public enum UnreadFeed: Error, Hashable, Sendable {
    /// Nothing came.
    case noAnswer
    /// The document could not be had.
    case notFetched(FetchError)
    /// The document is something else.
    case notParsed(FeedParseError)
    /// There is no feed in the document.
    case noFeed
}
