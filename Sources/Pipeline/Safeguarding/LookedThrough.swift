import Content
import ContentDigest
import Safeguarding
import Store
import Synchronization

/// Which articles words of the school's lists hold from somebody: each version is looked through once, as long as a school is open. How many
/// wait for a class is remembered from the last look, for pages that only tell how many.
package final class LookedThrough: Sendable {
    private struct State {
        var last: Int64 = 0
        var held: Set<Int64> = []
    }

    /// How many wait for a class, and for which state of things.
    private struct Count {
        var state: String
        var count: Int
    }

    private let state = Mutex(State())
    private let counts = Mutex<[String: Count]>([:])

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

    /// Remembers how many wait for a class whose learners these are.
    package func remember(_ count: Int, of name: String, _ learners: [Learner], in store: Store) throws(StoreError) {
        let state = try Self.state(of: learners, in: store)
        counts.withLock { $0[name] = Count(state: state, count: count) }
    }

    /// How many wait for a class whose learners these are; nil: nobody has looked since anything changed that it depends on.
    package func count(of name: String, _ learners: [Learner], in store: Store) throws(StoreError) -> Int? {
        guard let known = counts.withLock({ $0[name] }) else { return nil }
        return try known.state == Self.state(of: learners, in: store) ? known.count : nil
    }

    /// What it depends on: articles, feeds, rules, classes, what topics mean, and of learners their grade, school and classes.
    private static func state(of learners: [Learner], in store: Store) throws(StoreError) -> String {
        let marks = try store.marks()
        let numbers = [marks.items, marks.feeds, marks.rules, marks.classes, try store.topics.newest()]
        let known = learners.sorted { $0.id < $1.id }.flatMap {
            [
                $0.id.rawValue, "\($0.grade)", $0.school ?? "", $0.homeClass ?? "",
                "\($0.enrolled) \($0.consent != false)",
            ]
        }
        return ContentDigest(of: numbers.map { "\($0)" } + known).hex
    }
}
