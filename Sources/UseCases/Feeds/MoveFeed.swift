import Content
import FeedParsing
import Ingestion
import Pipeline
import Store

/// Puts a feed's new address in the place of the old one, after reading it once. Articles that it has at the same addresses stay the
/// same articles.
public struct MoveFeed: UseCase {
    private let school: School
    private let store: Store

    /// On a school's lists; its store knows what the feed's server has told.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Which, and where to.
    public struct Request: Sendable {
        /// The feed: its address, its title, or a part of it that no other has.
        public var feed: String
        /// Its new address, or that of a page that names it; nil: the one that its server told.
        public var address: String?

        /// A feed with its new address.
        package init(feed: String, address: String? = nil) {
            self.feed = feed
            self.address = address
        }
    }

    /// What was changed.
    public struct Outcome: Sendable {
        /// The feed, and the lists that name its new address now.
        public var feed: FeedOnLists
        /// The new address, as people may see it.
        public var address: Verbatim
    }

    /// Moves it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (entry, lists) = try SchoolFeeds(school).named(request.feed)
        let told = try store.feedStates.state(of: entry.feed.address)?.movedTo
        guard let new = request.address ?? told else { throw FeedRefusal.toldNoNewAddress(entry.feed) }
        let address = try FindFeed(school).run(.init(address: new), by: actor, now: now).feed.address.text
        let changed = try lists.change(entry) {
            var outline = $0
            outline.address = address
            return outline
        }
        return Outcome(feed: changed, address: Verbatim(ShownAddress.text(address)))
    }
}
