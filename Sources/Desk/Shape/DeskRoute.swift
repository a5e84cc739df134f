import UseCases

/// One thing that can be asked of the desk: which address, whom it is for, what it answers.
package struct DeskRoute: Sendable {
    /// Whom a route is for.
    package enum Access: Sendable {
        /// Anybody, without a session.
        case everybody
        /// Anybody with a session.
        case staff
        /// A teacher; what the path names (`:class`, `:learner`) must be theirs.
        case teacher
        /// A librarian; what the path names (`:class`) must be there. Learners are not theirs to see.
        case librarian
        /// A technician.
        case technician
    }

    /// How much work it is.
    package enum Weight: Sendable {
        /// Some reads and writes.
        case light
        /// It ranks, or reads all articles: one at a time.
        case heavy
        /// It is work that anybody may ask for: one at a time too, and nobody who is signed in waits for it.
        case strangers
    }

    /// What is to be done.
    package let method: DeskRequest.Method
    /// The parts of the path. One that begins with a colon stands for any: `:class` and `:learner` are looked up, others are texts.
    package let pattern: [String]
    /// Whom it is for.
    package let access: Access
    /// How much work it is.
    package let weight: Weight
    /// What it answers.
    package let answer: @Sendable (DeskVisit) throws -> DeskAnswer

    /// A route by its parts. `path`: as `/review/:class`.
    package init(
        _ method: DeskRequest.Method, _ path: String, for access: Access, weight: Weight = .light,
        answer: @escaping @Sendable (DeskVisit) throws -> DeskAnswer
    ) {
        self.method = method
        pattern = path.split(separator: "/").map { String($0) }
        (self.access, self.weight, self.answer) = (access, weight, answer)
    }

    /// The path as it was written, for the log and for tests.
    package var path: String { "/" + pattern.joined(separator: "/") }

    /// Whether it is meant by a path.
    func isMeant(by path: [String]) -> Bool {
        path.count == pattern.count && zip(pattern, path).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
    }

    /// What a path has at the places that begin with a colon.
    func values(in path: [String]) -> [String: String] {
        Dictionary(
            zip(pattern, path).filter { $0.0.hasPrefix(":") }.map { (String($0.dropFirst()), $1) },
            uniquingKeysWith: { first, _ in first })
    }
}
