import Content
import Store

/// Topics that nothing widens and that nobody has acknowledged: they hold by their own word alone. What must never come by so little
/// somebody should look at; of what is liked it is worth knowing.
public struct UnwidenedTopics: Sendable {
    /// Those that must never come and may be named.
    public let barred: [Verbatim]
    /// Those that somebody likes and that may be named.
    public let liked: [Verbatim]
    /// How many must never come and may not be named.
    public let unnamed: Int

    /// What an acknowledgement of one is called; that somebody has seen it as a topic that is liked says nothing of a "never".
    package static func name(_ phrase: String, isBarred: Bool) -> String {
        (isBarred ? "never " : "topic ") + phrase.lowercased()
    }

    /// Reads them; `isNamed`: whether a topic may be named where this is read.
    package init(store: Store, isNamed: (String) -> Bool) throws(StoreError) {
        let seen = try store.acknowledgements.all()
        let open = try store.topics.unwidened()
        let never = open.isEmpty ? [] : try store.topics.barred()
        let all = open.filter { !seen.contains(Self.name($0, isBarred: never.contains($0.lowercased()))) }
        barred = all.filter { never.contains($0.lowercased()) && isNamed($0) }.map { Verbatim($0) }
        liked = all.filter { !never.contains($0.lowercased()) && isNamed($0) }.map { Verbatim($0) }
        unnamed = all.count { never.contains($0.lowercased()) && !isNamed($0) }
    }

    /// Whether there are any that must never come.
    package var hasBarred: Bool { !barred.isEmpty || unnamed > 0 }
}
