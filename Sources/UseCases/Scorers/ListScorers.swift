import Configuration
import Content
import Pipeline
import Ranking
import ScorerKit

/// Lists the scorers of a run, then those of `Plugins/External/` that nothing asks for.
public struct ListScorers: UseCase {
    private let school: School

    /// Of a school.
    package init(_ school: School) { self.school = school }

    /// Nothing more is asked.
    public struct Request: Sendable {
        /// All of them.
        package init() {}
    }

    /// The scorers.
    public struct Outcome: Sendable {
        /// One a row.
        public var scorers: [Listed]
        /// What is wrong with some.
        public var findings: [Finding]
    }

    /// Where a scorer runs.
    public enum Place: String, Hashable, Codable, Sendable {
        /// In this process.
        case inside
        /// In a process of its own.
        case outside
        /// Nowhere: it is installed, and the configuration does not name it.
        case notNamed
    }

    /// One scorer.
    public struct Listed: Hashable, Codable, Sendable {
        /// Its name.
        public var name: Verbatim
        /// Its version.
        public var version: Verbatim
        /// Its weight; 0: in shadow.
        public var weight: Double
        /// Whose say it is.
        public var say: Say
        /// Its options as JSON.
        public var options: Verbatim
        /// What it is for, as it says itself.
        public var summary: Verbatim
        /// Where it runs.
        public var runs: Place
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let active = school.scorers.map {
            Listed(
                name: Verbatim($0.card.name), version: Verbatim($0.card.version), weight: $0.weight, say: $0.card.say,
                options: Verbatim($0.options), summary: Verbatim($0.card.summary),
                runs: $0.scorer is ExternalScorer ? .outside : .inside)
        }
        let idle = school.external.found.filter { found in !school.scorers.contains { $0.card.name == found.name } }
        let others = idle.compactMap { found -> Listed? in
            guard case .success(let manifest) = found.manifest else { return nil }
            return Listed(
                name: Verbatim(manifest.name), version: Verbatim(manifest.version), weight: 0, say: manifest.say,
                options: Verbatim((try? manifest.options(with: [:])) ?? noOptions),
                summary: Verbatim(manifest.summary), runs: .notNamed)
        }
        return Outcome(scorers: active + others, findings: school.allFindings)
    }

    /// Options of none, as JSON.
    private let noOptions = "{}"
}
