import Configuration
import Content
import Pipeline
import Ranking
import ScorerKit

/// A folder with a scorer outside of the process, wherever it lies: what a developer has before it is installed.
public struct ExternalScorerFolder: Sendable {
    private let found: ExternalScorers.Found
    private let external: ExternalScorers

    /// The folder of a scorer, to be run for a working folder.
    package init(_ path: String, for folder: WorkingFolder) {
        external = ExternalScorers(of: folder)
        found = ExternalScorers.read(path, in: folder)
    }

    /// The scorer with its default options.
    public func scorer() throws -> ExternalScorer {
        ExternalScorer(try external.plan(of: found, try found.manifest.get(), ScorerSettings()))
    }
}
