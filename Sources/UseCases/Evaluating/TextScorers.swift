import Content
import Pipeline
import Ranking
import ScorerKit

/// The scorers that are measured on slates: those that speak for the learner, for slates hold what learners wanted. A
/// part of one alone is measured beside it, with weight 0.
enum TextScorers {
    /// A scorer with the name that it is measured by.
    struct Named {
        var name: String
        var scorer: ActiveScorer
    }

    /// Scorers with their default options and weight 1.
    static func withDefaults(_ types: [any Scorer.Type]) throws -> [Named] {
        try types.filter { $0.card.say == .learner }.flatMap { try named($0) }
    }

    /// A school's scorers, with its options and weights, and their parts.
    static func of(_ active: [ActiveScorer], types: [any Scorer.Type]) throws -> [Named] {
        try active.filter { $0.card.say == .learner && $0.weight > 0 }.flatMap { active in
            let parts = try types.filter { $0.card.name == active.card.name }.flatMap { try named($0).dropFirst() }
            return [Named(name: active.card.name, scorer: active)] + parts
        }
    }

    private static func named<Kind: Scorer>(_ type: Kind.Type) throws -> [Named] {
        func active(_ options: Kind.Options, weight: Double) throws -> ActiveScorer {
            ActiveScorer(
                card: type.card, weight: weight, options: options.canonicalJSON, scorer: try Kind(options: options))
        }
        let parts = try type.parts.sorted { $0.key < $1.key }.map { part, options in
            Named(name: "\(type.card.name).\(part)", scorer: try active(options, weight: 0))
        }
        return [Named(name: type.card.name, scorer: try active(Kind.Options(), weight: 1))] + parts
    }
}
