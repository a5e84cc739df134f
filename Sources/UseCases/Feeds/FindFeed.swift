import Content
import FeedParsing
import Ingestion
import Pipeline

/// Finds what is at an address that somebody gives for a feed: the feed itself, or the one that a page names. One request for a feed, one
/// more where a page stands before it. Nothing is stored.
public struct FindFeed: UseCase {
    private let feeds: SchoolFeeds

    /// For a school, as which the address is asked.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// Where.
    public struct Request: Sendable {
        /// The address of a feed or of a page that names it, or a file's path.
        public var address: String

        /// At an address.
        package init(address: String) { self.address = address }
    }

    /// What is there.
    public struct Outcome: Hashable, Sendable {
        /// The feed.
        public var feed: FeedProbe
    }

    /// Finds it. A page that names several feeds is refused with these; anything else that is none, with what it is.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let address = request.address
        let page: ArticlePage
        switch try found(at: address) {
        case .feed(let probe): return Outcome(feed: probe)
        case .page(let named): page = named
        }
        guard let feed = page.feeds.first else { throw FeedRefusal.pageWithoutFeed(address: Verbatim(address)) }
        if page.feeds.count > 1, page.feeds.filter({ $0.isDeclared }).count != 1 {
            throw FeedRefusal.pageOfFeeds(address: Verbatim(address), page.feeds)
        }
        if case .feed(let probe) = try found(at: feed.address) { return Outcome(feed: probe) }
        throw FeedRefusal.pageOfNoFeed(address: Verbatim(address), feed)
    }

    private enum Found {
        case feed(FeedProbe)
        case page(ArticlePage)
    }

    private func found(at address: String) throws -> Found {
        let document = try document(at: address)
        let parsed: (feed: ParsedFeed, findings: [Finding])
        do throws(FeedParseError) {
            parsed = try document.parsed(as: address)
        } catch .webPage {
            return .page(ArticlePage(document.bytes, address: document.base, charset: document.charset))
        } catch {
            throw FeedRefusal.notParsed(address: Verbatim(address), error)
        }
        guard parsed.feed.format != .none else { throw SetupError(findings: parsed.findings) }
        // What has moved for good is listed where it is now.
        return .feed(FeedProbe(parsed.feed, address: document.terms.movedTo ?? address))
    }

    private func document(at address: String) throws(FeedRefusal) -> FetchedDocument {
        switch feeds.fetcher.fetch([FetchRequest(address: address)]).first {
        case .document(let document): return document
        case .failed(let error): throw .notFetched(address: Verbatim(address), error)
        case .notModified, nil: throw .noAnswer(address: Verbatim(address))
        }
    }
}
