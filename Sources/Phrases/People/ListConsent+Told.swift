import Content
import JSON
import UseCases

extension ListConsent.Outcome: Told, ToldAsJSON {
    /// A row a learner, and one each guardian.
    public var lines: [String] { ConsentTable.lines(learners) }

    /// A line a learner, and one each guardian.
    public func jsonLines() throws -> [String] { try learners.flatMap { try ConsentTable.jsonLines($0) } }
}

/// What is recorded of consent, as a table and for programs.
enum ConsentTable {
    static func lines(_ learners: [ListConsent.Line]) -> [String] {
        var table = TextTable(
            [.init("id", widest: 20), .init("name", widest: 24), .init("who", widest: 44)]
                + Consent.Purpose.allCases.map { .init($0.rawValue, widest: 60) })
        for learner in learners {
            for (place, person) in learner.people.enumerated() {
                table.add(
                    [place == 0 ? learner.learner.rawValue : "", place == 0 ? learner.name.text : "", who(person)]
                        + cells(person.statements))
            }
        }
        return table.lines
    }

    static func jsonLines(_ learner: ListConsent.Line) throws -> [String] {
        try learner.people.map { try JSONText.of(PersonInJSON(learner, $0)) }
    }

    /// Whose word it is.
    static func who(_ person: ConsentInWords) -> String {
        guard let guardian = person.guardian else { return "learner" }
        let name = guardian.text.isEmpty ? "a guardian without an address" : guardian.text
        return name + (person.isFormer ? ", no longer named" : person.isStopped ? ", stopped" : "")
    }

    /// What holds of each purpose; where one was said with the first its word alone.
    static func cells(_ statements: [ConsentInWords.Statement]) -> [String] {
        statements.map { statement in
            let full = cell(statement)
            guard let first = statements.first, statement.purpose != first.purpose, cell(first) == full else {
                return full
            }
            return ConsentText.word(statement.agreed)
        }
    }

    /// What holds of one purpose: `yes since 2026-09-01, from the roster, entered by jo`.
    static func cell(_ statement: ConsentInWords.Statement) -> String {
        let word = ConsentText.word(statement.agreed)
        guard let since = statement.since, let origin = statement.origin else { return word }
        return "\(word) since \(since.utcDate), \(origin.rawValue)"
            + (statement.actor.map { ", entered by \($0)" } ?? "")
    }
}

/// One person's consent as programs get it.
private struct PersonInJSON: Encodable {
    struct Statement: Encodable {
        /// Missing: nobody has asked.
        var agreed: Bool?
        var since: Timestamp?
        var origin: Fact.Origin?
        var enteredBy: String?

        init(_ statement: ConsentInWords.Statement) {
            agreed = statement.agreed
            since = statement.since
            origin = statement.origin
            enteredBy = statement.actor?.text
        }
    }

    var learner: LearnerID
    var name: String
    /// Missing: it is the learner's own; empty: of a guardian without an address.
    var guardian: String?
    var stopped: Bool
    /// No longer named in the roster, and what they said no to still counts.
    var former: Bool
    var profiled: Statement?
    var mailed: Statement?
    var copied: Statement?

    init(_ line: ListConsent.Line, _ person: ConsentInWords) {
        func statement(_ purpose: Consent.Purpose) -> Statement? {
            person.statements.first { $0.purpose == purpose }.map { Statement($0) }
        }
        learner = line.learner
        name = line.name.text
        guardian = person.guardian?.text
        stopped = person.isStopped
        former = person.isFormer
        profiled = statement(.profiled)
        mailed = statement(.mailed)
        copied = statement(.copied)
    }
}
