import Configuration
import Content
import Foundation
import Ranking
import ScorerKit

/// Turns the configuration's `scorers` section into scorers with weights and options.
enum ScorerActivation {
    /// The scorers of a run. One that the configuration does not name runs in shadow: weight 0, scored and recorded
    /// without effect.
    static func activate(
        _ settings: [String: ScorerSettings], types: [any Scorer.Type], place: String
    ) throws(SetupError) -> [ActiveScorer] {
        var findings: [Finding] = []
        let known = types.map { $0.card.name }
        for name in settings.keys.sorted() where !known.contains(name) {
            let hint = NearestName.hint(for: name, among: known)
            findings.append(
                Finding(
                    .error, at: place, "scorers.\(name): there is no such scorer.\(hint)",
                    remedy: "Known: \(known.sorted().joined(separator: ", "))."))
        }
        var active: [ActiveScorer] = []
        for type in types {
            let chosen = settings[type.card.name] ?? ScorerSettings(weight: 0)
            do throws(OptionsError) {
                active.append(try make(type, chosen))
            } catch {
                findings.append(
                    Finding(
                        .error, at: place, "scorers.\(type.card.name): \(error)",
                        remedy: "See 'gleaner scorers list' for its options."))
            }
        }
        guard findings.isEmpty else { throw SetupError(findings: findings) }
        return active.sorted { $0.card.name < $1.card.name }
    }

    private static func make<Kind: Scorer>(
        _ type: Kind.Type, _ settings: ScorerSettings
    ) throws(OptionsError) -> ActiveScorer {
        let json: Data
        do {
            json = try JSONEncoder().encode(OptionValue.map(settings.options))
        } catch {
            throw OptionsError(option: "", problem: "the options could not be read: \(error)")
        }
        let options = try Kind.Options.decode(json)
        return ActiveScorer(
            card: type.card, weight: settings.weight, options: options.canonicalJSON, scorer: try Kind(options: options)
        )
    }
}
