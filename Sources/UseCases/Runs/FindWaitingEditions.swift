import Content
import Pipeline
import Store

/// Finds what `deliver` puts out where nobody says which edition: all that may go out and is not out.
public struct FindWaitingEditions: UseCase {
    private let open: SchoolAndStore

    /// In an opened school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// All of them.
    public struct Request: Sendable {
        /// Of every schedule.
        package init() {}
    }

    /// The editions.
    public struct Outcome: Sendable {
        /// Those that wait; today's where it has lists that are out; none: there is nothing to put out.
        public var editions: [Edition]
    }

    /// Finds them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let waiting = try open.store.lists.editionsToDeliver()
        guard waiting.isEmpty else { return Outcome(editions: waiting) }
        let today = Edition(date: open.school.localDate(at: now))
        return Outcome(editions: try open.store.lists.learners(of: today).isEmpty ? [] : [today])
    }
}
