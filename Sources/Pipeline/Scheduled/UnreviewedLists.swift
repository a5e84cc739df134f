import Configuration
import Content
import Store

/// Lists that wait for a review which nobody has made by the time to send.
struct UnreviewedLists {
    package let store: Store

    /// Where the school says so, they go out; never those that a class or dial holds anyway.
    func release(_ terms: RunTerms, _ unreviewed: ScheduleSettings.Unreviewed) throws {
        guard terms.reviewsAll, unreviewed == .send else { return }
        try store.write { scope throws(StoreError) in try release(terms.edition, named: terms.classes, in: scope) }
    }

    private func release(_ edition: Edition, named: Set<String>?, in scope: borrowing WriteScope) throws(StoreError) {
        let classes = Dictionary(
            try store.learners.classes().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let ids = try store.lists.learners(of: edition, in: .awaitingApproval)
        let waiting = try store.lists.lists(of: edition, learners: ids).lists.values.map { $0.list }
            .filter { !$0.dial.needsApproval }.sorted { $0.learner < $1.learner }
        let facts = try store.learners.facts(about: waiting.map { $0.learner })
        let free = waiting.map { $0.learner }.filter { id in
            // Of whom a row is not understood nobody can tell whether a class of theirs holds the list.
            facts.known[id].map {
                ClassTerms(of: Learner(id: id, facts: $0), classes: classes, named: named).asking.isEmpty
            } ?? false
        }
        try store.lists.setState(from: .awaitingApproval, to: .ready, edition: edition, learners: free, in: scope)
    }
}
