/// What a learner was given in earlier editions.
public struct GivenItems: Hashable, Sendable {
    /// The first edition that each item was given in.
    public var items: [ItemID: Edition]
    /// When the lists were made that are still kept.
    public var made: [Edition: Timestamp]

    /// What was given, by item; `made`: when lists were made.
    package init(_ items: [ItemID: Edition] = [:], made: [Edition: Timestamp] = [:]) {
        self.items = items
        self.made = made
    }

    /// Whether an edition's list was made after something was said. Of one that is no longer kept the date alone is known: one of the
    /// same day may have been made before.
    public func isAfter(_ said: Timestamp, _ edition: Edition) -> Bool {
        made[edition].map { $0 > said } ?? (edition.date > said.utcDate)
    }

    /// How many editions came after one.
    public func editions(after edition: Edition) -> Int { Set(items.values).union(made.keys).count { $0 > edition } }

    /// How many editions have given something since something was said.
    public func editions(since said: Timestamp) -> Int {
        Set(items.values).union(made.keys).count { isAfter(said, $0) }
    }
}
