/// The members of an object that is being written, each with a comma behind it, and how they come into the order of their keys.
struct JSONMembers {
    private struct Member {
        var key: String
        /// Where it begins: at the quote before its key.
        var start: Int
    }

    private var members: [Member] = []
    private var isSorted = true

    /// The key of the one that is being written, or was written last.
    var lastKey: String? { members.last?.key }

    /// Begins one.
    mutating func begin(_ key: String, at start: Int) {
        if isSorted, let last = members.last, !Self.precedes(last.key, key) { isSorted = false }
        members.append(Member(key: key, start: start))
    }

    /// Takes back the last one.
    mutating func takeBack() { members.removeLast() }

    /// Forgets them all, for the next object.
    mutating func reset() {
        members.removeAll(keepingCapacity: true)
        isSorted = true
    }

    /// Moves those that begin after places where so many bytes were put in; the places ascend.
    mutating func move(_ added: [(place: Int, count: Int)]) {
        for index in members.indices {
            members[index].start += added.reduce(0) { $0 + ($1.place < members[index].start ? $1.count : 0) }
        }
    }

    /// Puts them in the order of their keys, in the bytes that end with the last one; of one that was encoded twice the last counts.
    func sort(_ bytes: inout [UInt8]) {
        guard !isSorted, let first = members.first else { return }
        var order: [Int] = []
        order.reserveCapacity(members.count)
        // There are few, and often most are in order already.
        for index in members.indices {
            var place = order.count
            while place > 0, Self.precedes(members[index].key, members[order[place - 1]].key) { place -= 1 }
            if place > 0, members[order[place - 1]].key == members[index].key {
                order[place - 1] = index
            } else {
                order.insert(index, at: place)
            }
        }
        var sorted: [UInt8] = []
        sorted.reserveCapacity(bytes.count - first.start)
        for index in order {
            sorted += bytes[members[index].start..<(index + 1 < members.count ? members[index + 1].start : bytes.count)]
        }
        bytes.replaceSubrange(first.start..., with: sorted)
    }

    /// The order of bytes, which needs no tables that change with the system.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        let (left, right) = (left.utf8Span.span, right.utf8Span.span)
        for index in 0..<min(left.count, right.count) where left[index] != right[index] {
            return left[index] < right[index]
        }
        return left.count < right.count
    }
}
