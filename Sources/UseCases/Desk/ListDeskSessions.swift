import Content
import Store

/// Lists who was at the desk in the last week, the latest first.
public struct ListDeskSessions: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// All of them.
    public struct Request: Sendable {
        /// All of them.
        package init() {}
    }

    /// The sessions.
    public struct Outcome: Sendable {
        /// A session each, the latest first.
        public var sessions: [DeskSession]
        /// The moment that was asked of.
        public var now: Timestamp
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        Outcome(sessions: try open.store.desk.sessions(), now: now)
    }
}
