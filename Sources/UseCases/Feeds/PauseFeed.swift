import Content
import FeedParsing
import Pipeline

/// Asks no more for a feed until it is resumed, or asks again. What it has brought goes on being sent.
public struct PauseFeed: UseCase {
    private let feeds: SchoolFeeds

    /// Of a school's lists.
    package init(_ school: School) { feeds = SchoolFeeds(school) }

    /// Which, and which of both.
    public struct Request: Sendable {
        /// The feed: its address, its title, or a part of it that no other has.
        public var feed: String
        /// Whether it is paused from now on, or asked for again.
        public var isPaused: Bool

        /// A feed that is paused, or resumed.
        package init(feed: String, isPaused: Bool) {
            self.feed = feed
            self.isPaused = isPaused
        }
    }

    /// What was changed.
    public struct Outcome: Sendable {
        /// The feed, and the lists that say something else of it now.
        public var feed: FeedOnLists
        /// Whether it is paused.
        public var isPaused: Bool
    }

    /// Pauses or resumes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (entry, lists) = try feeds.named(request.feed)
        let changed = try lists.change(entry) {
            var new = $0
            new.isPaused = request.isPaused
            return new
        }
        return Outcome(feed: changed, isPaused: request.isPaused)
    }
}
