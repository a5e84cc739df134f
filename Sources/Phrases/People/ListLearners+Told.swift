import Content
import JSON
import Pipeline
import UseCases

extension ListLearners.Outcome: Told, ToldAsJSON {
    /// The roster as a table.
    public var lines: [String] {
        let hasSchools = learners.contains { $0.school != nil }
        var columns: [TextTable.Column] = [
            .init("id", widest: 20), .init("name", widest: 24), .init("class", widest: 16),
            .init("grade", isNumber: true), .init("languages"), .init("consent", widest: 44),
        ]
        if hasSchools { columns.append(.init("school", widest: 24)) }
        var table = TextTable(columns)
        for learner in learners {
            var cells = [
                learner.id.rawValue, learner.name, learner.classes.joined(separator: ", "),
                learner.isGradeKnown ? "\(learner.grade)" : "", learner.languages.joined(separator: ", "),
                learner.enrolled ? ConsentText.of(learner) : "left the roster",
            ]
            if hasSchools { cells.append(learner.school ?? "") }
            table.add(cells)
        }
        return table.lines
    }

    /// A line a learner.
    public func jsonLines() throws -> [String] { try learners.map { try JSONText.of(LearnerInJSON($0)) } }
}

/// A learner as programs get them.
private struct LearnerInJSON: Encodable {
    struct Guardian: Encodable {
        var address: String
        var language: String?
        var consent: Bool?
        var agreed: Consent
    }

    var id: LearnerID
    var name: String
    /// 0 (kindergarten) … 13; missing where none is known.
    var grade: Int?
    var classes: [String]
    var school: String?
    var guardians: [Guardian]
    /// The language that they read first; missing: the school's.
    var language: String?
    var languages: [String]
    var email: String?
    var dial: Dial?
    var minutes: Int?
    var consent: Bool?
    var agreed: Consent
    var guardianConsent: Bool?
    var under13: Bool
    var active: Bool

    init(_ learner: Learner) {
        id = learner.id
        name = learner.name
        grade = learner.isGradeKnown ? learner.grade : nil
        classes = learner.classes
        school = learner.school
        guardians = learner.guardians.map {
            Guardian(address: $0.address, language: $0.language, consent: $0.consent, agreed: $0.agreed)
        }
        language = learner.languages.first
        languages = learner.languages
        email = learner.email
        dial = learner.dial
        minutes = learner.minutes
        consent = learner.consent
        agreed = learner.agreed
        guardianConsent = learner.guardianConsent
        under13 = learner.under13
        active = learner.enrolled
    }
}

/// What is recorded of consent, in words.
enum ConsentText {
    /// One word of it.
    static func word(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "not recorded" }

    /// A learner's and their guardians': of several with their addresses, for each agrees for themselves.
    static func of(_ learner: Learner) -> String {
        let words = Set(learner.guardians.map(\.consent))
        let guardians =
            words.count > 1
            ? Listing.of(learner.guardians.map { "\($0.address) \(word($0.consent))" })
            : "guardian \(word(learner.guardianConsent))"
        return "\(word(learner.consent)), \(guardians)\(learner.under13 ? ", under 13" : "")"
    }
}
