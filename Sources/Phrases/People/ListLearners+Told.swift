import Content
import JSON
import Pipeline
import UseCases

extension ListLearners.Outcome: Told, ToldAsJSON {
    /// The roster as a table.
    public var lines: [String] {
        var table = TextTable([
            .init("id", widest: 20), .init("name", widest: 24), .init("class", widest: 16),
            .init("grade", isNumber: true),
            .init("languages"), .init("consent", widest: 44),
        ])
        for learner in learners {
            table.add([
                learner.id.rawValue, learner.name, learner.classes.joined(separator: ", "), "\(learner.grade)",
                learner.languages.joined(separator: ", "), ConsentText.of(learner),
            ])
        }
        return table.lines
    }

    /// A line a learner.
    public func jsonLines() throws -> [String] { try learners.map { try JSONText.of($0) } }
}

/// What is recorded of consent, in words.
enum ConsentText {
    /// A learner's and their guardian's.
    static func of(_ learner: Learner) -> String {
        func word(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "not recorded" }
        return
            "\(word(learner.consent)), guardian \(word(learner.guardianConsent))\(learner.under13 ? ", under 13" : "")"
    }
}
