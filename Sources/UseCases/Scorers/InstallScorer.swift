import Configuration
import Content

/// Puts a scorer that somebody has looked into and agreed to into its place. A failure leaves nothing half made.
public struct InstallScorer: UseCase {
    private let folder: WorkingFolder

    /// For a working folder.
    package init(folder: WorkingFolder) { self.folder = folder }

    /// What was looked into.
    public struct Request: Sendable {
        let looked: LookIntoScorer.Outcome

        /// Of which somebody has seen what it asks for.
        package init(_ looked: LookIntoScorer.Outcome) { self.looked = looked }
    }

    /// What is there now.
    public struct Outcome: Sendable {
        /// The scorer's name.
        public var name: Verbatim
        /// Its folder, as people may see it.
        public var folder: Verbatim
    }

    /// Installs it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = request.looked.manifest.name
        try request.looked.staged.install(as: name)
        return Outcome(
            name: Verbatim(name), folder: Verbatim(folder.name(of: folder.externalScorers + "/" + name)))
    }
}
