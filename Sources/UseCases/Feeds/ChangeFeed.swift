import Content
import Pipeline

/// Changes what the school's list says of a feed.
public struct ChangeFeed: UseCase {
    private let feeds: SchoolFeeds

    /// On a school's lists.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// What of which.
    public struct Request: Sendable {
        /// The feed: its address, its title, or a part of it that no other has.
        public var feed: String
        /// What is to be said of it.
        public var terms: FeedTerms

        /// Terms of a feed.
        package init(feed: String, _ terms: FeedTerms) {
            self.feed = feed
            self.terms = terms
        }
    }

    /// What was changed.
    public struct Outcome: Sendable {
        /// The feed, on the lists that say something else of it now.
        public var feed: FeedOnLists
    }

    /// Changes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (entry, lists) = try feeds.named(request.feed)
        return Outcome(feed: try lists.change(entry) { request.terms.applied(to: $0) })
    }
}
