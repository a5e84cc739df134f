import Content
import Ingestion
import Pipeline
import Store

extension FeedDesk {
    /// A feed that nobody has reviewed, with what is in it.
    public struct Unreviewed: Codable, Hashable, Sendable {
        /// The feed, as people may see it.
        public var feed: Feed
        /// The titles of its newest articles; none where it was never read.
        public var titles: [String]
    }

    /// Titles that are shown of a feed.
    private static let mostTitles = 10

    /// The feeds of the list that have no audience.
    public func unreviewed(store: Store) throws -> ([Unreviewed], [Finding]) {
        let plan = plan()
        let unreviewed = try plan.entries.filter { $0.feed.audience == nil }.map { entry in
            Unreviewed(
                feed: (try store.items.feed(at: entry.feed.address) ?? entry.feed).shown,
                titles: try store.feedNumbers.titles(of: entry.feed.address, most: Self.mostTitles))
        }
        return (unreviewed, plan.findings)
    }
}

extension FeedDesk.Unreviewed {
    /// The feed and its titles, a line each.
    public var lines: [String] {
        let shown = titles.isEmpty ? ["  (not read yet: 'gleaner ingest')"] : titles.map { "  " + $0 }
        return ["“\(feed.title)”  \(feed.address)"] + shown
    }
}
