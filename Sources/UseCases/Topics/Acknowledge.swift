import Content
import Pipeline
import Store

/// Notes what somebody has seen of what the status tells, so that it does not tell it again.
public struct Acknowledge: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// What was seen.
    public struct Request: Sendable {
        /// `topics` for all that nothing widens now, or `topic PHRASE`.
        public var names: [String]

        /// What was seen, by its names.
        package init(_ names: [String]) { self.names = names }
    }

    /// What is acknowledged.
    public struct Outcome: Sendable {
        /// How many topics.
        public var topics: Int
    }

    /// Notes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let open = try store.topics.unwidened()
        let barred = try store.topics.barred()
        var seen: [String] = []
        for name in request.names {
            if name.lowercased() == "topics" {
                seen += open
            } else if let phrase = open.first(where: { "topic " + $0.lowercased() == name.lowercased() }) {
                seen.append(phrase)
            } else {
                throw TopicRefusal.nothingToAcknowledge
            }
        }
        let names = seen.map { UnwidenedTopics.name($0, isBarred: barred.contains($0.lowercased())) }
        try store.write { scope in try store.acknowledgements.add(names, at: now, in: scope) }
        return Outcome(topics: seen.count)
    }
}
