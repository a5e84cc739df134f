import Configuration
import Content
import Pipeline
import Store

/// Makes a new secret where the last one is lost or damaged, because somebody says so: addresses in mails that are out stop nobody any
/// more.
public struct StartSecretAnew: UseCase {
    private let folder: WorkingFolder

    /// In a working folder.
    package init(_ folder: WorkingFolder) { self.folder = folder }

    /// A new one.
    public struct Request: Sendable {
        /// By chance.
        package init() {}
    }

    /// It is made.
    public struct Outcome: Sendable {
        /// The file in `Data` that the one before is kept in; nil: there was none.
        public var before: Verbatim?
    }

    /// Makes it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let before = try SchoolSecret.replace(in: folder.data, store: folder.openStore())
        return Outcome(before: before.map { Verbatim($0) })
    }
}
