import Configuration
import Content
import JSON
import Pipeline
import Ranking
import ScorerConformance
import ScorerKit

/// Asks a scorer everything that every scorer owes to the core, wherever it runs.
public struct CheckScorer: UseCase {
    private let folder: WorkingFolder
    private let types: [any Scorer.Type]
    private let progress: @Sendable (Checked) -> Void

    /// For a working folder, whose configuration may name the scorer or not. `types`: the scorers that ship; `progress` is told each
    /// property as it is found.
    package init(
        folder: WorkingFolder, types: [any Scorer.Type], progress: @escaping @Sendable (Checked) -> Void = { _ in }
    ) {
        self.folder = folder
        self.types = types
        self.progress = progress
    }

    /// What is checked.
    public struct Request: Sendable {
        /// The scorer's name.
        public var scorer: String
        /// Whether it is run where this machine cannot close it off.
        public var allowsUnsandboxed: Bool

        /// A scorer, with its default options.
        package init(scorer: String, allowsUnsandboxed: Bool) {
            self.scorer = scorer
            self.allowsUnsandboxed = allowsUnsandboxed
        }
    }

    /// A property, and what is wrong with it; nil: it holds.
    public struct Checked: Sendable {
        /// The property.
        public var property: ConformanceKit.Property
        /// What was seen that it does not hold.
        public var fault: ConformanceKit.Fault?
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// The properties, in the order in which they were looked at.
        public var properties: [Checked] = []
        /// Whether all hold.
        public var isSound: Bool { properties.allSatisfy { $0.fault == nil } }
    }

    /// Asks it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let kit =
            if let type = types.first(where: { $0.card.name == request.scorer }) {
                try ConformanceKit(type)
            } else {
                try self.kit(of: request.scorer, allowUnsandboxed: request.allowsUnsandboxed)
            }
        var outcome = Outcome()
        _ = kit.faults { property, fault in
            let checked = Checked(property: property, fault: fault)
            outcome.properties.append(checked)
            progress(checked)
        }
        return outcome
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
            throw ScorerRefusal.noScorer(
                Verbatim(name), nearest: NearestName.of(name, among: known).map { Verbatim($0) },
                known: known.sorted().map { Verbatim($0) })
        }
        return (found, try found.manifest.get(), external)
    }
}
