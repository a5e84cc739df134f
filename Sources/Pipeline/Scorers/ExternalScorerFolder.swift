import Configuration
import Content
import Ranking
import ScorerKit

/// A folder with a scorer outside of the process, wherever it lies: what a developer has before it is installed.
public struct ExternalScorerFolder: Sendable {
    private let found: ExternalScorers.Found
    private let external: ExternalScorers

    /// The folder of a scorer, to be run for a working folder.
    public init(_ path: String, for folder: WorkingFolder) {
        external = ExternalScorers(of: folder)
        found = ExternalScorers.read(path, in: folder)
    }

    /// The scorer with its default options. `user`: as whom it is started, where root does it.
    public func scorer(as user: SystemUser? = nil) throws -> ExternalScorer {
        var plan = try external.plan(of: found, try found.manifest.get(), ScorerSettings())
        plan.runsAs = user
        return ExternalScorer(plan)
    }
}
