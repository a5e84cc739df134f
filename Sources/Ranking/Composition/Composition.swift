import Content

/// The items chosen for a list and whose place each has, in the list's order, and the best of those that were left.
struct Composition: Equatable {
    struct Pick: Equatable {
        var item: Int
        var side: ListEntry.Side
        /// The wish that the place is kept for.
        var wish: String?
    }

    var picks: [Pick] = []
    /// The best that found no place, best first.
    var runnersUp: [Int] = []
    /// By how many grades what is within reach had to be widened, for too few articles were there.
    var widened = 0.0

    func contains(_ item: Int) -> Bool { picks.contains { $0.item == item } }
}
