import Content
import FeedParsing
import Files
import Ingestion

/// What cannot be done with feeds and the lists that name them.
public enum FeedRefusal: Error, Hashable, Sendable {
    /// No feed of the lists has the name; the nearest title or address that there is.
    case noFeed(Verbatim, nearest: Verbatim?)
    /// The name may mean several feeds.
    case severalFeeds(Verbatim, [Feed])
    /// The feed stands on no list of the school's own; the file of the configuration, which names where it stands.
    case onNoOwnList(Feed, configuration: Verbatim)
    /// The feed stands on a list already.
    case onListAlready(address: Verbatim, list: Verbatim)
    /// The server of the feed has told no new address.
    case toldNoNewAddress(Feed)

    /// What is at an address could not be fetched.
    case notFetched(address: Verbatim, FetchError)
    /// What is at an address is no feed, and no page that could name one.
    case notParsed(address: Verbatim, FeedParseError)
    /// Nothing came from an address.
    case noAnswer(address: Verbatim)
    /// What is at an address is a page, which names no feed.
    case pageWithoutFeed(address: Verbatim)
    /// It is a page that names several.
    case pageOfFeeds(address: Verbatim, [ArticlePage.Feed])
    /// It is a page, and what it names as its feed is none.
    case pageOfNoFeed(address: Verbatim, ArticlePage.Feed)

    /// A file is no list of feeds.
    case notAList(path: Verbatim)
    /// The configuration names no list on the school's own disk.
    case noOwnList(configuration: Verbatim)
    /// A list cannot take one more feed, as it is written.
    case cannotGrow(list: Verbatim)
    /// A list cannot be changed, as it is written.
    case cannotChange(list: Verbatim)
    /// A list is not in UTF-8.
    case notUTF8(list: Verbatim)
    /// A list could not be written.
    case notWritten(list: Verbatim, FileProblem)
}
