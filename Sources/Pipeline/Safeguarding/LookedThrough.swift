import Content
import Safeguarding
import Store
import Synchronization

/// Which articles words of the school's lists hold from somebody: each version is looked through once, as long as a school is open.
package final class LookedThrough: Sendable {
    private struct State {
        var last: Int64 = 0
        var held: Set<Int64> = []
    }

    private let state = Mutex(State())

    /// Nothing was looked through yet.
    package init() {}

    /// The newest versions of articles that words hold, as things are now.
    package func versions(heldBy lists: HeldLists, in store: Store) throws(StoreError) -> [Int64] {
        try state.withLock { state throws(StoreError) in
            var reading = lists.finder.reading()
            var found = state
            try store.items.forEachNewest(after: state.last) { item in
                found.last = item.version
                let parts = [item.title, item.wholeText] + item.tags
                if reading.verdict(parts, language: item.language) != nil { found.held.insert(item.version) }
            }
            state = found
        }
        return try state.withLock { $0 }.held.intersection(store.items.currentVersions()).sorted()
    }
}
