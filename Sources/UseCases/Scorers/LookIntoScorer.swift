import Configuration
import Content
import Foundation
import Pipeline
import Ranking
import ScorerKit

/// Looks into a folder or an archive that holds a scorer, and puts it beside its place, where nothing starts it, until somebody has
/// agreed (``InstallScorer``). Where nobody does, nothing of it is left.
public struct LookIntoScorer: UseCase {
    private let folder: WorkingFolder
    private let types: [any Scorer.Type]

    /// For a working folder; `types`: the scorers that ship.
    package init(folder: WorkingFolder, types: [any Scorer.Type]) {
        self.folder = folder
        self.types = types
    }

    /// What is to be installed.
    public struct Request: Sendable {
        /// The path of a folder or an archive.
        public var path: String

        /// A folder or an archive.
        package init(path: String) { self.path = path }
    }

    /// What it is and what it asks for.
    public struct Outcome: Sendable {
        /// Its manifest.
        public var manifest: ScorerManifest
        /// What it would see of the machine's disk beside its own folder.
        public var seesOfDisk: [Verbatim]
        /// Its files.
        public var files: [File]
        /// What was written, which goes with this value unless it is installed.
        let staged: StagedScorer
    }

    /// One of its files.
    public struct File: Hashable, Sendable {
        /// Its path below the scorer's folder.
        public var path: Verbatim
        /// Its bytes.
        public var bytes: Int
        /// Whether it can be started.
        public var isProgram: Bool
    }

    /// Reads it, and writes it beside its place.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let path = request.path
        let package = try ScorerPackage(path: path)
        let manifests = package.files.map { $0.path }.filter { path in
            path.split(separator: "/").last.map { ScorerManifest.looksLikeManifest(String($0)) } ?? false
        }
        guard manifests.contains(where: { ScorerManifest.fileNames.contains($0) }) else {
            throw ScorerRefusal.noManifest(Verbatim(path))
        }
        guard manifests.count == 1 else {
            throw ScorerRefusal.severalManifests(Verbatim(path), manifests.map { Verbatim($0) })
        }
        let staged = try StagedScorer(package, in: folder.externalScorers)
        // From here on only what was written counts, read as a run reads it.
        let files = try staged.files()
        let manifest = try ScorerManifest(folder: staged.path, shown: (path as NSString).lastPathComponent)
        let external = ExternalScorers(of: folder)
        let name = manifest.name
        let taken = types.map { $0.card.name } + external.found.map { $0.name }
        if let same = taken.first(where: { $0.lowercased() == name.lowercased() }) {
            throw ScorerRefusal.takenForInstalling(Verbatim(same))
        }
        let found = ExternalScorers.Found(name: name, folder: staged.path, manifest: .success(manifest))
        let scorer = ExternalScorer(try external.plan(of: found, manifest, ScorerSettings()))
        let fault =
            scorer.refusal.map { ScorerRefusal.StartFault.refused(Verbatim($0)) }
            ?? Self.missingProgram(manifest, files)
        if let fault { throw ScorerRefusal.wouldNotStart(Verbatim(name), fault) }
        return Outcome(
            manifest: manifest, seesOfDisk: scorer.seesOfDisk.map { Verbatim($0) },
            files: files.map { File(path: Verbatim($0.path), bytes: $0.bytes, isProgram: $0.isProgram) }, staged: staged
        )
    }

    /// That a program of the scorer's own folder is not among its files: whoever put it there later would decide what runs.
    private static func missingProgram(_ manifest: ScorerManifest, _ files: [StagedScorer.File]) -> ScorerRefusal
        .StartFault?
    {
        guard let program = manifest.command.first, program.contains("/"), !program.hasPrefix("/") else { return nil }
        let path = program.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        if files.contains(where: { $0.path == path && $0.isProgram }) { return nil }
        return .noProgram(Verbatim(program))
    }
}
