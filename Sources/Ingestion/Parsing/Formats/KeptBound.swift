/// How much of a feed may still be kept.
///
/// What is kept can weigh more than what it was made of: a link of one letter under a long base, a tag of one letter that is a
/// value of its own. So it is what is kept that counts, and something for each value of a list.
struct KeptBound {
    private var left: Int

    /// A value of this size or less is kept behind the bound where an entry has only one of its kind: a title, a link or a date is
    /// small, and an entry is nothing without them.
    static let small = 512
    /// What a value of a list weighs besides its bytes.
    private static let valueWeight = 64

    init(bytes: Int) { left = bytes }

    /// Takes room for so many bytes; false where there is none.
    mutating func takes(_ bytes: Int) -> Bool {
        guard bytes <= left else { return false }
        left -= bytes
        return true
    }

    /// Whether there is room for what an entry has one of.
    func mayTakeField(_ bytes: Int) -> Bool { bytes <= left || bytes <= KeptBound.small }

    /// Takes room for what an entry has one of; small ones always have it.
    mutating func takesField(_ bytes: Int) -> Bool { takes(bytes) || bytes <= KeptBound.small }

    /// Takes room for a value of a list.
    mutating func takesValue(_ text: String) -> Bool { takes(text.utf8.count + KeptBound.valueWeight) }

    /// Whether there is room for a value of a list, however small.
    var hasRoomForValues: Bool { left >= KeptBound.valueWeight }
}

/// What became of a value that was to be added to a list.
enum Adding { case added, knownAlready, isFull }

extension [String] {
    /// Adds a text that the list does not have, within bounds.
    mutating func add(_ text: String, limit: Int, within bound: inout KeptBound) -> Adding {
        guard count < limit else { return .isFull }
        guard !contains(text) else { return .knownAlready }
        guard bound.takesValue(text) else { return .isFull }
        append(text)
        return .added
    }
}

extension [String: [String]] {
    /// Adds a text under a name, within bounds.
    mutating func add(_ text: String, under name: String, limit: Int, within bound: inout KeptBound) -> Adding {
        let known = self[name]?.count
        guard known ?? 0 < limit, known != nil || count < limit, bound.takesValue(text),
            known != nil || bound.takesValue(name)
        else { return .isFull }
        self[name, default: []].append(text)
        return .added
    }
}
