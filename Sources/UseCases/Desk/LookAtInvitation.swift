import Content
import Store

/// Looks at an invitation without using it: programs that look into mail open links before people do.
public struct LookAtInvitation: UseCase {
    private let open: SchoolAndStore

    /// In a school.
    package init(_ open: SchoolAndStore) { self.open = open }

    /// Which one.
    public struct Request: Sendable {
        /// What its link holds.
        public var token: String

        /// By what a link holds.
        package init(_ token: String) { self.token = token }
    }

    /// Whom it is for.
    public typealias Outcome = DeskPerson

    /// Looks at it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> DeskPerson {
        guard let found = try open.store.desk.invitation(DeskToken(request.token).digest), found.used == nil,
            now < found.ends
        else { throw DeskInvitationRefusal.worthNothing }
        let person = try DeskAccess(open).person(found.person)
        guard person.isStaff else { throw DeskInvitationRefusal.nothingLeft }
        return person
    }
}
