import Content
import Store

/// Whether a run by hand could do anything at all: that nothing was to be done is well, that nothing could be is not.
struct Shortfall {
    package let store: Store

    /// Why nothing at all could be done, as a sentence; nil: something was, or there was nothing to do.
    func problem(_ stages: Set<Stage>, _ edition: Edition, _ summary: RunSummary) throws(StoreError) -> String? {
        if let rank = summary.rank, rank.made + rank.kept == 0 {
            if rank.learners == 0 { return "there are no learners to make lists for." }
            return rank.items == 0
                ? "there are no articles, so nobody has a list." : "none of the learners got a list."
        }
        if let deliver = summary.deliver { return try undelivered(edition, deliver) }
        guard let ingest = summary.ingest, summary.rank == nil, ingest.failed == ingest.feeds else { return nil }
        return ingest.feeds == 0 ? "there are no feeds." : "none of the feeds could be read."
    }

    private func undelivered(_ edition: Edition, _ deliver: RunSummary.Deliver) throws(StoreError) -> String? {
        let files = try store.outbox.counts(of: edition)
        if let left = files[.rendered]?.values.reduce(0, +), deliver.written == 0 {
            return "none of \(left) files of \(edition) could be written to the outbox."
        }
        guard files[.written] == nil else { return nil }
        let ready = try store.lists.count(of: edition, in: .ready)
        let waiting = try store.lists.count(of: edition, in: .awaitingApproval)
        if ready > 0 { return "no mail and no page could be made of the lists of \(edition)." }
        guard waiting == 0 else { return nil }
        return try store.lists.learners(of: edition).isEmpty
            ? "there are no lists of \(edition); 'gleaner rank --edition \(edition)' makes them."
            : "all lists of \(edition) are withheld, so nothing goes out."
    }
}
