import Content

/// One thing that people ask Gleaner for, by a command or at the desk: a request of an actor in, values out.
///
/// One a file, named for what it does. An outcome holds no sentences (``Verbatim``); `Phrases` has the words for it. What cannot
/// be done is thrown as a value of its area's refusals.
public protocol UseCase<Request, Outcome>: Sendable {
    /// What is asked for.
    associatedtype Request: Sendable
    /// What came of it.
    associatedtype Outcome: Sendable

    /// Does it.
    func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome
}

/// Who asks.
public struct Actor: Hashable, Sendable {
    /// As what somebody asks.
    public enum Role: String, Hashable, Sendable {
        /// Who runs the program in a shell: what they may do is what their account may.
        case technician
        /// A teacher, for the classes that are theirs.
        case teacher
        /// Who looks after feeds and held articles.
        case librarian
    }

    /// As what they ask.
    public var role: Role
    /// The name that is printed beside what they decide; nil: that of the class's teacher.
    public var name: Verbatim?

    /// Somebody who asks.
    package init(_ role: Role = .technician, name: Verbatim? = nil) {
        self.role = role
        self.name = name
    }
}
