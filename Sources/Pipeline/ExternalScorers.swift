import Configuration
import Content
import Foundation
import Ranking
import ScorerKit

/// The scorers of `Plugins/External/`: each a folder with a manifest.
package struct ExternalScorers: Sendable {
    /// One of them: its folder's name, and its manifest or what is wrong with it.
    package struct Found: Sendable {
        package var name: String
        var folder: String
        package var manifest: Result<ScorerManifest, ConfigurationError>

        package init(name: String, folder: String, manifest: Result<ScorerManifest, ConfigurationError>) {
            (self.name, self.folder, self.manifest) = (name, folder, manifest)
        }
    }

    let folder: WorkingFolder
    package let found: [Found]

    /// Looks for them, in the order of their names.
    package init(of folder: WorkingFolder) {
        self.folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.externalScorers)) ?? []
        found = names.sorted().filter { name in
            !name.hasPrefix(".") && WorkingFolder.kindOnDisk(folder.externalScorers + "/" + name) == .folder
        }.map { ExternalScorers.read(folder.externalScorers + "/" + $0, in: folder) }
    }

    /// Reads the manifest of a folder, whose name must be the scorer's.
    package static func read(_ path: String, in folder: WorkingFolder) -> Found {
        let name = (path as NSString).lastPathComponent
        let shown = folder.name(of: path)
        let manifest = Result<ScorerManifest, ConfigurationError> { () throws(ConfigurationError) in
            let manifest = try ScorerManifest(folder: path, shown: shown)
            guard manifest.name == name else {
                throw ConfigurationError(findings: [.folderOfOtherScorer(manifest.name, at: shown)])
            }
            return manifest
        }
        return Found(name: name, folder: path, manifest: manifest)
    }

    /// The plan of a scorer with a school's settings for it.
    package func plan(of found: Found, _ manifest: ScorerManifest, _ settings: ScorerSettings) throws(OptionsError)
        -> ExternalPlan
    {
        var plan = ExternalPlan(
            card: ScorerCard(
                name: manifest.name, version: manifest.version, summary: manifest.summary, say: manifest.say),
            folder: found.folder, command: manifest.command, face: manifest.face, items: manifest.items,
            learners: manifest.learners, scratch: folder.scorerWork)
        do throws(ScorerManifest.OptionProblem) {
            plan.options = try manifest.options(with: settings.options)
        } catch {
            throw OptionsError(option: error.option, problem: error.problem)
        }
        plan.measures = manifest.measures
        plan.reads = manifest.reads
        plan.mayRunUnsandboxed = settings.allowUnsandboxed
        // By its own name and by the one that a link to it leads to.
        plan.hidden = [folder.root, URL(fileURLWithPath: folder.root).resolvingSymlinksInPath().path]
        plan.log = folder.logs + "/scorer-\(manifest.name).log"
        plan.limits.start = Double(manifest.limits.start)
        plan.limits.items = Double(manifest.limits.items)
        plan.limits.batch = Double(manifest.limits.batch)
        plan.limits.evidence = Double(manifest.limits.batch)
        plan.limits.memory = manifest.limits.memory
        plan.limits.files = manifest.limits.files
        plan.limits.processor = manifest.limits.processor
        return plan
    }

    /// The manifest of one that may run beside the scorers that ship.
    package func manifest(of found: Found, shipped: [String]) throws(ConfigurationError) -> ScorerManifest {
        if let same = shipped.first(where: { $0.lowercased() == found.name.lowercased() }) {
            throw ConfigurationError(findings: [.nameOfShippedScorer(same, at: folder.name(of: found.folder))])
        }
        return try found.manifest.get()
    }

    /// What is wrong with scorers that nothing asks for: worth knowing, and no reason to stop.
    func findings(named: some Collection<String>, shipped: [String]) -> [Finding] {
        found.filter { !named.contains($0.name) || shipped.contains($0.name) }.flatMap { found -> [Finding] in
            do throws(ConfigurationError) {
                _ = try manifest(of: found, shipped: shipped)
                return []
            } catch {
                return error.findings.map { Finding(.warning, at: $0.place, $0.problem, remedy: $0.remedy) }
            }
        }
    }
}
