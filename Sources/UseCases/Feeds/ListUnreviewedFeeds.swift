import Content
import Ingestion
import Pipeline
import Store

/// Lists the feeds that nobody has reviewed, each with what is in it.
public struct ListUnreviewedFeeds: UseCase {
    private let feeds: SchoolFeeds
    private let store: Store

    /// Of a school.
    package init(_ open: SchoolAndStore) { (feeds, store) = (SchoolFeeds(open.school), open.store) }

    /// All of them.
    public struct Request: Sendable {
        /// All.
        package init() {}
    }

    /// Feeds without an audience.
    public struct Outcome: Sendable {
        /// In the order of the lists.
        public var feeds: [Unreviewed]
        /// What could not be followed in the lists.
        public var findings: [Finding]
    }

    /// A feed that nobody has reviewed.
    public struct Unreviewed: Hashable, Sendable {
        /// The feed, as people may see it.
        public var feed: Feed
        /// The titles of its newest articles; none where it was never read.
        public var titles: [Verbatim]
    }

    /// Titles that are told of a feed.
    private static let mostTitles = 10

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let plan = feeds.plan()
        let unreviewed = try plan.entries.filter { $0.feed.audience == nil }.map { entry in
            Unreviewed(
                feed: (try store.items.feed(at: entry.feed.address) ?? entry.feed).shown,
                titles: try store.feedNumbers.titles(of: entry.feed.address, most: Self.mostTitles).map {
                    Verbatim($0)
                })
        }
        return Outcome(feeds: unreviewed, findings: plan.findings)
    }
}
