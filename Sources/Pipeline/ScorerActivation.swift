import Configuration
import Content
import JSON
import Ranking
import ScorerKit

/// Turns the configuration's `scorers` section into scorers with weights and options.
struct ScorerActivation {
    /// The scorers of a run, in the order of their names.
    var active: [ActiveScorer]
    /// Those outside of the process that the configuration names and that cannot be started as they are: everybody is ranked
    /// without them, as without one that fails.
    var unusable: [ScorerFailure]

    /// Throws what is wrong in the configuration. A folder of `Plugins/External/` never keeps a school from its lists. One that ships and that the configuration does not name runs in shadow: weight 0, scored and
    /// recorded without effect. One outside of the process that it does not name is not started.
    init(
        _ settings: [String: ScorerSettings], types: [any Scorer.Type], external: ExternalScorers, place: String
    ) throws(SetupError) {
        let shipped = types.map { $0.card.name }
        var findings = Self.strangers(settings, known: shipped + external.found.map { $0.name }, place: place)
        var active: [ActiveScorer] = []
        var unusable: [ScorerFailure] = []
        for type in types {
            let chosen = settings[type.card.name] ?? ScorerSettings(weight: 0)
            if chosen.allowUnsandboxed {
                findings.append(.sandboxOfShippedScorer(type.card.name, at: place))
            }
            do throws(OptionsError) {
                active.append(try Self.make(type, chosen))
            } catch {
                findings.append(.wrongOptions(error, of: type.card.name, at: place))
            }
        }
        for found in external.found {
            guard !shipped.contains(found.name), let chosen = settings[found.name] else { continue }
            do {
                let manifest = try external.manifest(of: found, shipped: shipped)
                active.append(Self.active(try external.plan(of: found, manifest, chosen), weight: chosen.weight))
            } catch let error as ConfigurationError {
                unusable += error.findings.prefix(1).map {
                    ScorerFailure(
                        scorer: found.name, problem: "it cannot be used: \($0.place): \($0.problem)", remedy: $0.remedy)
                }
            } catch {
                unusable.append(
                    ScorerFailure(
                        scorer: found.name, problem: "it cannot be used: \(place): scorers.\(found.name): \(error)",
                        remedy: "See 'gleaner scorers list' for its options."))
            }
        }
        guard findings.isEmpty else { throw SetupError(findings: findings) }
        self.active = active.sorted { $0.card.name < $1.card.name }
        self.unusable = unusable
    }

    /// A scorer outside of the process with its weight.
    static func active(_ plan: ExternalPlan, weight: Double) -> ActiveScorer {
        ActiveScorer(card: plan.card, weight: weight, options: plan.options, scorer: ExternalScorer(plan))
    }

    /// Names in the configuration that no scorer has.
    private static func strangers(
        _ settings: [String: ScorerSettings], known: [String], place: String
    ) -> [Finding] {
        settings.keys.sorted().filter { !known.contains($0) }.map { .unknownScorer($0, known: known, at: place) }
    }

    /// A scorer in this process with its weight and options.
    static func make<Kind: Scorer>(
        _ type: Kind.Type, _ settings: ScorerSettings
    ) throws(OptionsError) -> ActiveScorer {
        let json: [UInt8]
        do {
            json = try JSONText.bytes(of: OptionValue.map(settings.options))
        } catch {
            throw OptionsError(option: "", problem: "the options could not be read: \(error)")
        }
        let options = try Kind.Options.decode(json: json)
        return ActiveScorer(
            card: type.card, weight: settings.weight, options: options.canonicalJSON, scorer: try Kind(options: options)
        )
    }
}
