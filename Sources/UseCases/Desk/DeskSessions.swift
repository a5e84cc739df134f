import Content
import Pipeline
import Store

/// Tells who is signed in at the desk by what a browser holds.
public struct FindDeskSession: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Whose.
    public struct Request: Sendable {
        /// What the browser holds.
        package var token: DeskToken

        /// By what a browser holds.
        package init(_ token: DeskToken) { self.token = token }
    }

    /// Who it is, as things are now; nil: nobody, or one for whom there is nothing any more.
    public typealias Outcome = DeskPerson?

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> DeskPerson? {
        guard let session = try open.store.desk.session(request.token.digest), session.holds(at: now) else {
            return nil
        }
        let person = try DeskAccess(open).person(session.person)
        return person.isStaff ? person : nil
    }
}

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
