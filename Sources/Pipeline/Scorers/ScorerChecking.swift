import Configuration
import Content
import JSON
import Ranking
import ScorerConformance
import ScorerKit

/// Asks a scorer everything that every scorer owes to the core, wherever it runs.
public struct ScorerChecking: Sendable {
    private let folder: WorkingFolder
    private let types: [any Scorer.Type]

    /// A checker for a working folder; its configuration may name the scorer or not.
    public init(folder: WorkingFolder, types: [any Scorer.Type]) {
        self.folder = folder
        self.types = types
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// Whether all holds.
        public var isSound: Bool
        /// A line for each property.
        public var lines: [String]
    }

    /// Checks a scorer by its name, with its default options. `progress` is told each line as it is found.
    public func check(_ name: String, allowUnsandboxed: Bool, progress: (String) -> Void = { _ in }) throws -> Answer {
        let kit: ConformanceKit
        if let type = types.first(where: { $0.card.name == name }) {
            kit = try ConformanceKit(type)
        } else {
            kit = try self.kit(of: name, allowUnsandboxed: allowUnsandboxed)
        }
        var lines: [String] = []
        let faults = kit.faults { property, fault in
            let line = fault.map { "FAIL  \(property.rawValue): \($0.problem)" } ?? "ok    \(property.rawValue)"
            lines.append(line)
            progress(line)
        }
        return Answer(isSound: faults.isEmpty, lines: lines)
    }

    private func kit(of name: String, allowUnsandboxed: Bool) throws -> ConformanceKit {
        let (found, manifest, external) = try ExternalScorers.named(name, in: folder, types: types)
        var plan = try external.plan(of: found, manifest, ScorerSettings(allowUnsandboxed: allowUnsandboxed))
        // Its first words on standard error are worth more than none, and a check is no run of the school's.
        plan.isTried = true
        plan.log = folder.logs + "/check-\(name).log"
        return ConformanceKit(
            card: plan.card, scorer: ExternalScorer(plan),
            options: ConformanceKit.Options(defaults: plan.options, names: manifest.options.keys.sorted()) { json in
                let given = try JSONText.value([String: OptionValue].self, of: json)
                do throws(ScorerManifest.OptionProblem) {
                    return try manifest.options(with: given)
                } catch {
                    throw OptionsError(option: error.option, problem: error.problem)
                }
            })
    }
}

extension ExternalScorers {
    /// A scorer of `Plugins/External/` by its name, with its manifest.
    static func named(
        _ name: String, in folder: WorkingFolder, types: [any Scorer.Type]
    ) throws -> (Found, ScorerManifest, ExternalScorers) {
        let external = ExternalScorers(of: folder)
        guard let found = external.found.first(where: { $0.name == name }) else {
            let known = types.map { $0.card.name } + external.found.map { $0.name }
            throw RequestError(
                "there is no scorer '\(name)'.\(NearestName.hint(for: name, among: known)) Known: "
                    + known.sorted().joined(separator: ", ") + ".")
        }
        return (found, try found.manifest.get(), external)
    }
}
