import Content
import Ingestion
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
    public func unreviewed(store: Store, now: Timestamp) throws -> ([Unreviewed], [Finding]) {
        let (rows, findings) = try list(store: store, now: now)
        let feeds = plan().entries.filter { $0.feed.audience == nil }.map { $0.feed.address }
        let unreviewed = try feeds.compactMap { address -> Unreviewed? in
            guard let row = rows.first(where: { $0.feed.address == ShownAddress.text(address) }) else { return nil }
            return Unreviewed(feed: row.feed, titles: try store.feedNumbers.titles(of: address, most: Self.mostTitles))
        }
        return (unreviewed, findings)
    }
}

extension FeedDesk.Unreviewed {
    /// The feed and its titles, a line each.
    public var lines: [String] {
        let shown = titles.isEmpty ? ["  (not read yet: 'gleaner ingest')"] : titles.map { "  " + $0 }
        return ["“\(feed.title)”  \(feed.address)"] + shown
    }
}
