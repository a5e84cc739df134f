import Content
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
