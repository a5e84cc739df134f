import Content
import Store

/// Makes sure that nothing more of an edition goes out: what is out stays out, the rest is withheld and rolls over, since what
/// was not given may be given later.
package struct Abandoning {
    let store: Store

    /// Over a store.
    package init(store: Store) { self.store = store }

    package func abandon(_ edition: Edition) throws {
        // A teacher who approves meanwhile is heard before it, or finds nothing that waits.
        try store.write { scope throws(StoreError) in try withhold(edition, in: scope) }
    }

    private func withhold(_ edition: Edition, in scope: borrowing WriteScope) throws(StoreError) {
        let served = try store.outbox.learnersServed(in: edition)
        let waiting = try store.lists.learners(of: edition).subtracting(served).sorted()
        for state in [ReadingList.State.ready, .awaitingApproval, .held] {
            try store.lists.setState(from: state, to: .withheld, edition: edition, learners: waiting, in: scope)
        }
        try store.outbox.withdraw(edition, in: scope)
    }
}
