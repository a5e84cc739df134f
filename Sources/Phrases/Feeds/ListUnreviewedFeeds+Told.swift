import Content
import JSON
import Pipeline
import UseCases

extension ListUnreviewedFeeds.Outcome: Told, ToldAsJSON {
    /// Each feed and its titles, a line each.
    public var lines: [String] {
        feeds.isEmpty ? ["Every feed of the list has an audience."] : feeds.flatMap { lines(of: $0) }
    }

    private func lines(of feed: ListUnreviewedFeeds.Unreviewed) -> [String] {
        ["“\(feed.feed.title)”  \(feed.feed.address)"]
            + (feed.titles.isEmpty
                ? ["  (not read yet: 'gleaner ingest')"] : feed.titles.map { "  \($0)" })
    }

    private struct Line: Encodable {
        let feed: Feed
        let titles: [Verbatim]
    }

    /// A line a feed.
    public func jsonLines() throws -> [String] {
        try feeds.map { try JSONText.of(Line(feed: $0.feed, titles: $0.titles)) }
    }
}
