import Content
import JSON
import Pipeline
import UseCases

extension TellFeedSupply.Outcome: Told, ToldAsJSON {
    /// A line a feed.
    public var lines: [String] {
        guard !feeds.isEmpty else { return ["Nothing has been given yet."] }
        let all = feeds.reduce(0) { $0 + $1.given }
        return feeds.map { feed in
            let share = Int((Double(feed.given) / Double(all) * 100).rounded())
            return
                "\(TextTable.oneLine(feed.title.text)): \(Counted.of(feed.given, "article")), \(share) % of all, to \(Counted.of(feed.readers.count, "learner"))"
        }
    }

    private struct Line: Encodable {
        struct Reader: Encodable {
            let given: Int
            let learner: LearnerID
        }
        let feed: Verbatim
        let given: Int
        let learners: [Reader]
        let title: Verbatim
    }

    /// A line a feed.
    public func jsonLines() throws -> [String] {
        try feeds.map { feed in
            try JSONText.of(
                Line(
                    feed: feed.address, given: feed.given,
                    learners: feed.readers.map { .init(given: $0.given, learner: $0.learner) }, title: feed.title))
        }
    }
}
