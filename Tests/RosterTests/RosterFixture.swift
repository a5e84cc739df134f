import Content
import Foundation
import Roster

/// Reads the fixtures, and makes rows of made-up learners.
enum RosterFixture {
    static let header = "learner_id,name,class,grade"

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/roster/\(name)")))
    }

    static func learners(_ name: String) throws -> RosterFile<LearnerRow> {
        try LearnerRow.read(try bytes(name))
    }

    /// A file from its text.
    static func file(_ text: String) throws -> RosterFile<LearnerRow> { try LearnerRow.read(Array(text.utf8)) }

    /// What a file changes.
    static func plan(
        _ file: RosterFile<LearnerRow>, current: [LearnerID: [Fact]], now: Timestamp, full: Bool = false,
        confirmed: Bool = false
    ) -> RosterPlan {
        RosterPlan(PeopleSnapshot(file, isWhole: full), current: current, now: now, confirmed: confirmed)
    }

    /// The facts of each learner after a plan was carried out, as a store would keep them.
    static func apply(_ plan: RosterPlan, to facts: [LearnerID: [Fact]] = [:]) -> [LearnerID: [Fact]] {
        var facts = facts
        for fact in plan.facts { facts[fact.learner, default: []].append(fact) }
        return facts
    }

    static let now = Timestamp(year: 2026, month: 9, day: 1, hour: 6)
    static let later = Timestamp(year: 2026, month: 9, day: 8, hour: 6)
}
