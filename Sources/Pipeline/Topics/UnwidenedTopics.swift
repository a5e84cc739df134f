import Content
import Store

/// Topics that nothing widens and that nobody has acknowledged: they hold by their own word alone. What must never come by so little
/// somebody should look at; of what is liked it is worth knowing.
struct UnwidenedTopics {
    /// What an acknowledgement of one is called; that somebody has seen it as a topic that is liked says nothing of a "never".
    static func name(_ phrase: String, isBarred: Bool) -> String {
        (isBarred ? "never " : "topic ") + phrase.lowercased()
    }

    private let barred: [String]
    private let others: [String]
    private let unnamed: Int

    /// How many are named.
    private static let most = 8

    /// Reads them; `isNamed`: whether a topic may be named where this is read.
    init(store: Store, isNamed: (String) -> Bool) throws(StoreError) {
        let seen = try store.acknowledgements.all()
        let open = try store.topics.unwidened()
        let never = open.isEmpty ? [] : try store.topics.barred()
        let all = open.filter { !seen.contains(Self.name($0, isBarred: never.contains($0.lowercased()))) }
        barred = all.filter { never.contains($0.lowercased()) && isNamed($0) }
        others = all.filter { !never.contains($0.lowercased()) && isNamed($0) }
        unnamed = all.count { never.contains($0.lowercased()) && !isNamed($0) }
    }

    /// What somebody should look at, without a full stop.
    var problems: [String] {
        let count = barred.count + unnamed
        guard count > 0 else { return [] }
        let names = Self.named(barred, andMore: unnamed)
        return [
            "\(count == 1 ? "what must never come holds" : "\(count) topics that must never come hold") by the own word alone: \(names); "
                + "'gleaner topics add' tells other words, 'gleaner status --acknowledge topics' that it was seen"
        ]
    }

    /// What is worth knowing, without a full stop.
    var notes: [String] {
        guard !others.isEmpty else { return [] }
        return [
            "no lexicon knows \(Self.named(others, andMore: 0)); 'gleaner topics add' tells other words for it, "
                + "'gleaner status --acknowledge topics' that it was seen"
        ]
    }

    private static func named(_ phrases: [String], andMore unnamed: Int) -> String {
        var names = phrases.prefix(most).map { "'\($0)'" }
        let rest = phrases.count - names.count
        if rest > 0 { names.append("\(rest) more") }
        if unnamed > 0 { names.append("\(unnamed) that \(unnamed == 1 ? "is" : "are") not named here") }
        return names.joined(separator: ", ")
    }
}

/// Notes what somebody has seen, so that `status` does not tell it again.
public struct Acknowledging: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    package init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Acknowledges: `topics` for all that nothing widens now, or `topic PHRASE`.
    public func acknowledge(_ what: [String], now: Timestamp) throws -> [String] {
        let open = try store.topics.unwidened()
        let barred = try store.topics.barred()
        func name(_ phrase: String) -> String {
            UnwidenedTopics.name(phrase, isBarred: barred.contains(phrase.lowercased()))
        }
        var seen: [String] = []
        for name in what {
            if name.lowercased() == "topics" {
                seen += open
            } else if let phrase = open.first(where: { "topic " + $0.lowercased() == name.lowercased() }) {
                seen.append(phrase)
            } else {
                throw RequestError(
                    "there is nothing to acknowledge that is called so. 'gleaner status' names what there is: 'topics', or 'topic PHRASE'."
                )
            }
        }
        let names = seen.map { name($0) }
        try store.write { scope in try store.acknowledgements.add(names, at: now, in: scope) }
        return [
            "\(seen.count) \(seen.count == 1 ? "topic" : "topics") acknowledged; 'gleaner status' does not tell them again."
        ]
    }
}
