import Content
import Store

/// Why a run by hand could do nothing at all: that nothing was to be done is well, that nothing could be is not.
public enum Shortfall: Hashable, Sendable {
    /// There is nobody to make lists for.
    case noLearners
    /// There is nothing to make lists of.
    case noArticles
    /// There are both, and nobody got a list.
    case noLists
    /// There is nothing to read.
    case noFeeds
    /// Not one of the feeds could be read.
    case noFeedRead
    /// Not one of an edition's files could be written to the outbox; how many there are.
    case nothingWritten(files: Int, Edition)
    /// Lists are ready, and no mail and no page could be made of them.
    case nothingRendered(Edition)
    /// An edition has no lists.
    case notRanked(Edition)
    /// All lists of an edition are withheld.
    case allWithheld(Edition)
}

extension Shortfall {
    /// What kept a run from doing anything; nil: it did something, or there was nothing to do.
    init?(
        of stages: Set<Stage>, _ edition: Edition, _ summary: RunSummary, store: Store
    ) throws(StoreError) {
        if let rank = summary.rank, rank.made + rank.kept == 0 {
            self = rank.learners == 0 ? .noLearners : rank.items == 0 ? .noArticles : .noLists
            return
        }
        if let deliver = summary.deliver {
            guard let found = try Self.undelivered(edition, deliver, store) else { return nil }
            self = found
            return
        }
        guard let ingest = summary.ingest, summary.rank == nil, ingest.failed == ingest.feeds else { return nil }
        self = ingest.feeds == 0 ? .noFeeds : .noFeedRead
    }

    private static func undelivered(
        _ edition: Edition, _ deliver: RunSummary.Deliver, _ store: Store
    ) throws(StoreError) -> Shortfall? {
        let files = try store.outbox.counts(of: edition)
        if let left = files[.rendered]?.values.reduce(0, +), deliver.written == 0 {
            return .nothingWritten(files: left, edition)
        }
        guard files[.written] == nil else { return nil }
        let ready = try store.lists.count(of: edition, in: .ready)
        let waiting = try store.lists.count(of: edition, in: .awaitingApproval)
        if ready > 0 { return .nothingRendered(edition) }
        guard waiting == 0 else { return nil }
        return try store.lists.learners(of: edition).isEmpty ? .notRanked(edition) : .allWithheld(edition)
    }
}

/// What a stage of a schedule's run left out, or why it came to nothing: the ledger keeps it in words.
public enum StageShortfall: Hashable, Sendable {
    /// Some feeds could not be read.
    case feedsUnread(Int, of: Int)
    /// There is nothing to make lists of.
    case noArticles
    /// Nobody is in the schedule's classes.
    case noLearners
    /// No article passed for anybody; how many wanted a list.
    case noLists(learners: Int)
    /// Some got no list.
    case withoutList(Int, of: Int)
    /// Files are still to be written to the outbox.
    case filesUnwritten
    /// Some messages could not be made.
    case messagesUnmade(Int)
}
