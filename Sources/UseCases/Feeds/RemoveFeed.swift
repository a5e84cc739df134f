import Content
import Pipeline

/// Takes a feed off the school's lists. What it has brought is not sent any more, and not forgotten.
public struct RemoveFeed: UseCase {
    private let feeds: SchoolFeeds

    /// From a school's lists.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// Which.
    public struct Request: Sendable {
        /// The feed: its address, its title, or a part of it that no other has.
        public var feed: String

        /// A feed.
        package init(feed: String) { self.feed = feed }
    }

    /// What was taken off.
    public struct Outcome: Sendable {
        /// The feed, and the lists that name it no more.
        public var feed: FeedOnLists
    }

    /// Takes it off.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (entry, lists) = try feeds.named(request.feed)
        return Outcome(feed: try lists.change(entry) { _ in nil })
    }
}
