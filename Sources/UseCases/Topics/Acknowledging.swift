import Content
import Pipeline
import Store

/// Notes what somebody has seen, so that `status` does not tell it again.
public struct Acknowledging: Sendable {
    let school: School
    let store: Store

    /// A desk over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// Acknowledges: `topics` for all that nothing widens now, or `topic PHRASE`.
    public func acknowledge(_ what: [String], now: Timestamp) throws -> [String] {
        let open = try store.topics.unwidened()
        let barred = try store.topics.barred()
        func name(_ phrase: String) -> String {
            UnwidenedTopics.name(phrase, isBarred: barred.contains(phrase.lowercased()))
        }
        var seen: [String] = []
        for name in what {
            if name.lowercased() == "topics" {
                seen += open
            } else if let phrase = open.first(where: { "topic " + $0.lowercased() == name.lowercased() }) {
                seen.append(phrase)
            } else {
                throw RequestError(
                    "there is nothing to acknowledge that is called so. 'gleaner status' names what there is: 'topics', or 'topic PHRASE'."
                )
            }
        }
        let names = seen.map { name($0) }
        try store.write { scope in try store.acknowledgements.add(names, at: now, in: scope) }
        return [
            "\(seen.count) \(seen.count == 1 ? "topic" : "topics") acknowledged; 'gleaner status' does not tell them again."
        ]
    }
}
