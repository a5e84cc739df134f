import Content
import Store

/// Lets somebody in: by a link that was not used yet, or by the word of the school's own sign-on.
public struct BeginDeskSession: UseCase {
    private let open: SchoolAndStore
    private let chance: [UInt8]

    /// In a school. `chance`: 32 bytes that nobody can guess.
    package init(_ open: SchoolAndStore, chance: [UInt8]) { (self.open, self.chance) = (open, chance) }

    /// By what somebody comes in.
    public enum Request: Sendable {
        /// What the link of an invitation holds.
        case invitation(String)
        /// Who a proxy of the school's says that it is, by mail address.
        case signedOn(String)
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// Who it is.
        public var person: DeskPerson
        /// What their browser is to hold.
        package var token: DeskToken
    }

    /// Lets them in.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let store = open.store
        let token = DeskToken(chance: chance)
        func session(_ person: String) -> DeskSession {
            DeskSession(
                digest: token.digest, person: person, begun: now,
                ends: now.adding(seconds: DeskSession.lasts))
        }
        switch request {
        case .invitation(let text):
            let digest = DeskToken(text).digest
            let person = try LookAtInvitation(open).run(.init(text), by: actor, now: now)
            let isIn = try store.write { scope throws(StoreError) in
                try store.desk.use(digest, for: session(person.address), in: scope)
            }
            // Somebody was quicker.
            guard isIn else { throw DeskInvitationRefusal.worthNothing }
            return Outcome(person: person, token: token)
        case .signedOn(let address):
            let person = try DeskAccess(open).person(address)
            guard person.isStaff else { throw DeskInvitationRefusal.nothingLeft }
            try store.write { scope throws(StoreError) in
                try store.desk.begin(session(person.address), in: scope)
            }
            return Outcome(person: person, token: token)
        }
    }
}
