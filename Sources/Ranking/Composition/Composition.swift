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
