import Content
import Store

/// Ends one session, or all of somebody's with the invitations that they have not used.
public struct EndDeskSessions: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Which.
    public enum Request: Sendable {
        /// That of a browser.
        case one(DeskToken)
        /// All of somebody's, by mail address.
        case person(String)
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// How many sessions and invitations were ended.
        public var count: Int
        /// Whose; nil: of one browser.
        public var person: Verbatim?
    }

    /// Ends them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let store = open.store
        switch request {
        case .one(let token):
            try store.write { scope throws(StoreError) in try store.desk.end(token.digest, at: now, in: scope) }
            return Outcome(count: 1)
        case .person(let address):
            let count = try store.write { scope throws(StoreError) in
                try store.desk.end(ofPerson: address.trimmed.lowercased(), at: now, in: scope)
            }
            return Outcome(count: count, person: Verbatim(address))
        }
    }
}
