import Foundation
import JSON
import Ranking
import ScorerKit

extension ConformanceKit {
    /// A kit for a scorer written in Swift, with its default options.
    public init(_ type: any Scorer.Type) throws { self = try Self.kit(type) }

    private static func kit<Kind: Scorer>(_ type: Kind.Type) throws -> ConformanceKit {
        let defaults = Kind.Options().canonicalJSON
        let names = try JSONTree(Array(defaults.utf8)).members.map { $0.key }
        return ConformanceKit(
            card: type.card, scorer: InProcessScorer(try Kind(options: .init())),
            options: Options(defaults: defaults, names: names.sorted()) { json in
                let options = try Kind.Options.decode(Data(json.utf8))
                _ = try Kind(options: options)
                return options.canonicalJSON
            }, examples: { problem(in: Kind.self) })
    }

    private static func problem<Kind: Scorer>(in type: Kind.Type) -> String? {
        guard !type.examples.isEmpty else { return "there is none: a few examples say more than a summary" }
        guard let scorer = try? Kind(options: .init()) else { return "its default options are refused" }
        for example in type.examples {
            let (better, worse) = scorer.scores(of: example)
            guard better > worse else {
                return
                    "“\(example.better.title)” got \(better) and “\(example.worse.title)” \(worse), though \(example.because)"
            }
        }
        return nil
    }
}
