import Configuration
import Content
import Pipeline
import Store

/// Makes a link by which somebody of the school comes to the desk, once.
public struct InviteToDesk: UseCase {
    private let open: SchoolAndStore
    private let chance: [UInt8]

    /// In a school. `chance`: 32 bytes that nobody can guess.
    package init(_ open: SchoolAndStore, chance: [UInt8]) { (self.open, self.chance) = (open, chance) }

    /// For whom.
    public struct Request: Sendable {
        /// A mail address that a class, or the section `desk`, has; or the name of a teacher as a class has it.
        public var person: String

        /// For somebody.
        package init(_ person: String) { self.person = person }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// Whom it is for.
        public var person: DeskPerson
        /// The whole address that they open.
        public var link: Verbatim
        /// From when on it is worth nothing.
        public var ends: Timestamp
    }

    /// Makes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (school, store) = (open.school, open.store)
        let address = try address(of: request.person.trimmed)
        let person = try DeskAccess(open).person(address)
        let token = DeskToken(chance: chance)
        let invitation = DeskInvitation(
            digest: token.digest, person: person.address, by: actor.name?.text ?? actor.role.rawValue, made: now,
            ends: now.adding(seconds: DeskInvitation.lasts))
        try store.write { scope throws(StoreError) in try store.desk.add(invitation, in: scope) }
        let link = school.configuration.desk.origin + "/invite/" + token.text
        return Outcome(person: person, link: Verbatim(link), ends: invitation.ends)
    }

    /// The address of somebody for whom there is anything at the desk.
    private func address(of name: String) throws -> String {
        let key = name.lowercased()
        if try DeskAccess(open).person(key).isStaff { return key }
        let teachers = try open.store.learners.classes().flatMap { $0.teachers }
        let named = Set(teachers.filter { $0.name?.lowercased() == key }.compactMap { $0.address?.lowercased() })
        if let only = named.first, named.count == 1 { return only }
        if named.count > 1 { throw DeskInvitationRefusal.severalPeople(Verbatim(name), named.sorted()) }
        if teachers.contains(where: { $0.name?.lowercased() == key }) {
            throw DeskInvitationRefusal.hasNoAddress(Verbatim(name))
        }
        let desk = open.school.configuration.desk
        let known = Set(
            teachers.flatMap { [$0.name, $0.address] }.compactMap { $0 }
                + (desk.librarians + desk.technicians).map { $0.address })
        throw DeskInvitationRefusal.nobody(
            Verbatim(name), nearest: NearestName.of(name, among: known.sorted()).map { Verbatim($0) })
    }
}

/// Why nobody can be invited.
public enum DeskInvitationRefusal: Error, Hashable, Sendable {
    /// There is nothing at the desk for who is named; the nearest one for whom there is.
    case nobody(Verbatim, nearest: Verbatim?)
    /// Several teachers have the name; their addresses.
    case severalPeople(Verbatim, [String])
    /// No class has an address of the teacher.
    case hasNoAddress(Verbatim)
    /// The link was used, has ended, or never was one.
    case worthNothing
    /// There is nothing at the desk any more for who was invited.
    case nothingLeft
}
