import Configuration
import Content
import Foundation
import Pipeline
import Ranking
import ScorerKit

/// Adds a scorer from a folder or an archive to `Plugins/External/`, after showing what it is and what it asks for. Where nobody
/// agrees, nothing of it is left.
public struct ScorerInstalling {
    private let folder: WorkingFolder
    private let staged: StagedScorer
    private let files: [StagedScorer.File]
    private let manifest: ScorerManifest
    private let scorer: ExternalScorer

    /// Reads what is to be installed, and puts it beside its place, where nothing starts it.
    public init(_ path: String, into folder: WorkingFolder, types: [any Scorer.Type]) throws {
        self.folder = folder
        let package = try ScorerPackage(path: path)
        let manifests = package.files.map { $0.path }.filter { path in
            path.split(separator: "/").last.map { ScorerManifest.looksLikeManifest(String($0)) } ?? false
        }
        guard manifests.contains(where: { ScorerManifest.fileNames.contains($0) }) else {
            throw RequestError(
                "\(path) holds no scorer.yaml, so it is no scorer. See Plugins/PROTOCOL.md for what one is made of.")
        }
        guard manifests.count == 1 else {
            throw RequestError(
                "\(path) holds several manifests: \(manifests.joined(separator: ", ")). Nothing was installed; a scorer has "
                    + "one, so that what is shown is what runs.")
        }
        staged = try StagedScorer(package, in: folder.externalScorers)
        // From here on only what was written counts, read as a run reads it.
        files = try staged.files()
        manifest = try ScorerManifest(folder: staged.path, shown: (path as NSString).lastPathComponent)
        let external = ExternalScorers(of: folder)
        let name = manifest.name
        let taken = types.map { $0.card.name } + external.found.map { $0.name }
        if let same = taken.first(where: { $0.lowercased() == name.lowercased() }) {
            throw RequestError(
                "there is a scorer called \(same) already. Take its folder out of Plugins/External first, or give this one "
                    + "another name. Nothing was installed.")
        }
        let found = ExternalScorers.Found(name: name, folder: staged.path, manifest: .success(manifest))
        scorer = ExternalScorer(try external.plan(of: found, manifest, ScorerSettings()))
        if let problem = scorer.refusal ?? Self.missingProgram(manifest, files) {
            throw RequestError("\(name) would not be started: \(problem). Nothing was installed.")
        }
    }

    /// What it is and what it asks for, a line each.
    public var lines: [String] {
        func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }
        let bytes = files.reduce(0) { $0 + $1.bytes }
        var lines = [
            "\(manifest.name) \(manifest.version): \(manifest.summary)",
            "  speaks for:            \(manifest.say.rawValue)",
            "  starts:                \(manifest.command.map { Self.quoted($0) }.joined(separator: " "))",
            "  sees of the articles:  \(list(manifest.items.map { $0.rawValue }))",
            "  sees of the learners:  \(list(manifest.learners.map { $0.rawValue })) (no names, no addresses)",
            "  reads beside its own:  \(list(manifest.reads))",
            "  sees of the disk:      its own folder, \(scorer.seesOfDisk.joined(separator: ", ")); none of it to write",
            "  may use:               \(manifest.limits.memory) MiB of memory, \(manifest.limits.batch) s for some learners",
            "  options:               \(list(manifest.options.keys.sorted()))",
            "  is made of:            \(files.count) files, \(bytes) bytes:",
        ]
        lines += files.prefix(20).map { "    \($0.path)\($0.isProgram ? "  (a program)" : "")" }
        if files.count > 20 { lines.append("    … and \(files.count - 20) more") }
        return lines
    }

    /// Puts it in its place; gives what comes next, a line each. A failure leaves nothing half made.
    public func install() throws(RequestError) -> [String] {
        try staged.install(as: manifest.name)
        return [
            "Installed in \(folder.name(of: folder.externalScorers + "/" + manifest.name)). It is not started yet. Then:",
            "  gleaner scorers check \(manifest.name)",
            "  and a line in Config/gleaner.yaml under 'scorers':  \(manifest.name): {weight: 0}   (0: in shadow, until it has shown its worth)",
        ]
    }

    /// That a program of the scorer's own folder is not among its files: whoever put it there later would decide what runs.
    private static func missingProgram(_ manifest: ScorerManifest, _ files: [StagedScorer.File]) -> String? {
        guard let program = manifest.command.first, program.contains("/"), !program.hasPrefix("/") else { return nil }
        let path = program.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        if files.contains(where: { $0.path == path && $0.isProgram }) { return nil }
        return "its program \(program) is not in it, or is no program; build it first"
    }

    /// A word of a command as one word, whatever is in it.
    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "/._-+=:,{}@%".contains($0) }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
