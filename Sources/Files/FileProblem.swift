import Glibc

/// A file, folder or lock could not be used: what is so, and what to do.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path.
    public var path: String
    /// What is so, as a clause without a full stop.
    public var problem: String
    /// What to do, as a sentence.
    public var remedy: String
    /// Whether somebody else is at work with it: what was asked for can be asked for again.
    public var isBusy = false

    /// A problem by its words.
    package init(_ path: String, _ problem: String, remedy: String = "Check that it belongs to you.") {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    /// What the system said of the last call.
    init(errno path: String) {
        if errno == ELOOP || errno == ENOTDIR {
            self.init(path, "it is a link, or no file of ours", remedy: "Look where it leads, and take it away.")
        } else {
            self.init(path, String(cString: strerror(errno)))
        }
    }

    /// Path, problem and remedy.
    public var description: String { "could not use \(path): \(problem). \(remedy)" }
}
