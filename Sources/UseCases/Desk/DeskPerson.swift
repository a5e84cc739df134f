import Content

/// Somebody at the desk, and what is theirs to see.
public struct DeskPerson: Hashable, Sendable {
    /// Their mail address in small letters: by it they are known.
    public let address: String
    /// What they are called: as a class has them, else the address.
    public let name: Verbatim
    /// The classes that they teach, by name.
    public let classes: [String]
    /// Whether feeds and held articles are theirs to look after.
    public let isLibrarian: Bool
    /// Whether the program is theirs to look after.
    public let isTechnician: Bool

    /// Somebody by what is theirs.
    package init(
        address: String, name: Verbatim, classes: [String], isLibrarian: Bool = false, isTechnician: Bool = false
    ) {
        (self.address, self.name, self.classes) = (address, name, classes)
        (self.isLibrarian, self.isTechnician) = (isLibrarian, isTechnician)
    }

    /// Whether they teach a class.
    public var isTeacher: Bool { !classes.isEmpty }

    /// Whether there is anything for them.
    public var isStaff: Bool { isTeacher || isLibrarian || isTechnician }

    /// Who they are for use cases: what is printed is the name that the class has for its teachers.
    public var actor: Actor { Actor(isTeacher ? .teacher : isLibrarian ? .librarian : .technician, name: name) }
}
