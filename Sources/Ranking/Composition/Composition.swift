import Content

/// The items chosen for a list and whose place each has, in the list's order.
struct Composition: Equatable {
    struct Pick: Equatable {
        var item: Int
        var side: ListEntry.Side
    }

    var picks: [Pick] = []

    func contains(_ item: Int) -> Bool { picks.contains { $0.item == item } }
}

/// Why an item that passed the gates has no place.
public enum Stop: Hashable, Sendable {
    /// The list already has as many items of its feed as the school allows.
    case feedFull(feed: String, limit: Int)
    /// It takes more minutes than the list had left.
    case tooLong(minutes: Int, budget: Int)
    /// The list already has as many items on that topic as the school allows.
    case topicFull(topic: String, limit: Int)
    /// Others came first; its rank among the candidates (from 1), and how many there were.
    case notReached(rank: Int, of: Int)
    /// At this dial only pins are sent.
    case pinsOnly
}
