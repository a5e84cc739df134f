import Content
import Store

/// Tells whether the store can be read: what a watcher of servers asks.
public struct TellDeskHealth: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Nothing besides.
    public struct Request: Sendable {
        /// Nothing besides.
        package init() {}
    }

    /// Whether it can.
    public typealias Outcome = Bool

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Bool {
        (try? open.store.marks()) != nil
    }
}
