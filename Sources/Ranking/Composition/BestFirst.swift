/// Items in their total order (value, then the newer, then the smaller id), sorted only as far as somebody looks: a list
/// takes a handful of thousands.
struct BestFirst {
    /// How many are sorted when the first is asked for.
    static let opening = 400

    private var items: [Int32]
    private var sorted = 0
    private let order: Order

    /// What decides which of two comes first.
    private struct Order {
        let values: [Double]
        let turns: [Int32]

        func isBefore(_ left: Int32, _ right: Int32) -> Bool {
            let (a, b) = (values[Int(left)], values[Int(right)])
            return a != b ? a > b : turns[Int(left)] < turns[Int(right)]
        }
    }

    /// Some items with the values and turns of all.
    init(_ items: [Int32], values: [Double], turns: [Int32]) {
        self.items = items
        order = Order(values: values, turns: turns)
    }

    /// How many there are.
    var count: Int { items.count }

    /// The item at a place of the order, from 0; nil beyond the end.
    mutating func item(at place: Int) -> Int? {
        guard place < items.count else { return nil }
        if place >= sorted { sort(beyond: place) }
        return Int(items[place])
    }

    /// All of them, sorted.
    var all: [Int] { items.sorted(by: { order.isBefore($0, $1) }).map { Int($0) } }

    /// Sorts the first few; when more are asked for, all that are left.
    private mutating func sort(beyond place: Int) {
        let end = sorted == 0 && place < Self.opening ? min(Self.opening, items.count) : items.count
        if end < items.count { bringForward(end) }
        let order = order
        items[sorted..<end].sort(by: { order.isBefore($0, $1) })
        sorted = end
    }

    /// Brings the first `count` of the order to the front, in any order among themselves (Hoare's selection).
    private mutating func bringForward(_ count: Int) {
        var low = 0
        var high = items.count - 1
        while low < high {
            let pivot = items[low + (high - low) / 2]
            var left = low
            var right = high
            while left <= right {
                while order.isBefore(items[left], pivot) { left += 1 }
                while order.isBefore(pivot, items[right]) { right -= 1 }
                if left <= right {
                    items.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            // Now low…right come before the pivot or are it, left…high after it or are it.
            if count - 1 <= right {
                high = right
            } else if count - 1 >= left {
                low = left
            } else {
                return
            }
        }
    }
}
