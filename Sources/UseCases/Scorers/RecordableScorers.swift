import Configuration
import Content
import Pipeline
import Ranking
import ScorerKit

/// The scorers whose conversations can be kept: those outside of the process.
struct RecordableScorers {
    let school: School
    let types: [any Scorer.Type]

    /// One by its name, with the school's settings. `allowsUnsandboxed`: it is run where this machine cannot close it off, whatever the
    /// configuration says.
    func scorer(_ name: String, allowsUnsandboxed: Bool) throws -> ExternalScorer {
        if types.contains(where: { $0.card.name == name }) { throw ScorerRefusal.partOfProgram(Verbatim(name)) }
        let (found, manifest, external) = try ExternalScorers.named(name, in: school.folder, types: types)
        var settings = school.configuration.scorers[name] ?? ScorerSettings()
        settings.allowUnsandboxed = settings.allowUnsandboxed || allowsUnsandboxed
        return ExternalScorer(try external.plan(of: found, manifest, settings))
    }
}
