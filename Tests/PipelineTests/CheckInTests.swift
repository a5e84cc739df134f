import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Store
import Testing
@testable import UseCases

/// A teacher is asked whether levels, strengths and needs are still right.
@Suite struct CheckInTests {
    private static let spring = RunTests.monday.adding(seconds: 230 * 86_400)

    private static func filled(_ open: OpenSchool, _ rows: [String]) throws -> TakeCheckInTable.Outcome {
        try open.generated.write(
            (["learner_id,name,reads_now,level,strengths,needs,still_right"] + rows).joined(separator: "\n") + "\n",
            to: "checkin.csv")
        let path = open.generated.root.appendingPathComponent("checkin.csv").path
        return try TakeCheckInTable(SchoolAndStore(open.school, open.store)).run(
            .init(file: path), by: Actor(), now: spring)
    }

    private static func level(_ id: String, _ open: OpenSchool) throws -> Double {
        InterestProfile(facts: try open.store.learners.facts(about: LearnerID(rawValue: id))).statedLevel
    }

    private static func name(_ id: String, _ open: OpenSchool) throws -> String {
        let id = LearnerID(rawValue: id)
        return Learner(id: id, facts: try open.store.learners.facts(about: id)).name
    }

    private static func parts(_ id: String, _ open: OpenSchool) throws -> [String] {
        let facts = try open.store.learners.facts(about: LearnerID(rawValue: id))
        return StaleLearner.parts(of: facts, now: spring).map { $0.kind.rawValue }
    }

    @Test func whatATeacherSaysHoldsUntilTheRosterSaysSomethingNew() throws {
        let open = try OpenSchool(seed: 81)
        defer { open.remove() }
        _ = try Self.filled(open, ["l1,,,3.5,volcanoes; chess,,"])
        #expect(try Self.level("l1", open) == 3.5)
        let report = try ImportRoster(store: open.store).run(
            .init(learners: open.school.folder.resolve("Config/learners.csv"), classes: .none), by: Actor(),
            now: Self.spring.adding(seconds: 60))
        #expect(report.appended == 0)
        #expect(try Self.level("l1", open) == 3.5)
    }

    @Test func aTickDatesWhatStandsAndADashTakesBack() throws {
        let open = try OpenSchool(seed: 82)
        defer { open.remove() }
        let before = try Self.level("l2", open)
        #expect(try !Self.parts("l2", open).isEmpty)
        _ = try Self.filled(open, ["l2,,,,,,x", "l4,,,,,-,"])
        #expect(try Self.parts("l2", open).isEmpty)
        #expect(try Self.level("l2", open) == before)
        #expect(try Self.parts("l4", open).contains("needs") == false)
    }

    @Test func whatASpreadsheetMustNotTakeForAFormulaComesBackAsItWas() throws {
        let open = try OpenSchool(seed: 86)
        defer { open.remove() }
        _ = try Self.filled(open, ["l1,,,,'+1 maths; chess,,"])
        let facts = try open.store.learners.facts(about: LearnerID(rawValue: "l1"))
        #expect(facts.last { $0.kind == .strengths }?.values == ["+1 maths", "chess"])
    }

    @Test func anEmptyCellChangesNothingAndABadOneIsTold() throws {
        let open = try OpenSchool(seed: 83)
        defer { open.remove() }
        let before = try open.store.learners.facts(about: LearnerID(rawValue: "l5"))
        let report = try Self.filled(open, ["l5,,,high,,,", "nobody,,,4,,,"])
        #expect(report.appended == 0)
        #expect(report.findings.map { $0.place } == ["checkin.csv:2:4", "checkin.csv:3"])
        #expect(try open.store.learners.facts(about: LearnerID(rawValue: "l5")) == before)
    }

    @Test func theFormAsksOfThoseOfWhomSomethingIsOld() throws {
        let open = try OpenSchool(seed: 84)
        defer { open.remove() }
        let school = SchoolAndStore(open.school, open.store)
        func lines(all: Bool) throws -> [String] {
            try AskCheckIn(school).run(.init(schoolClass: "5A", all: all), by: Actor(), now: Self.spring).lines
        }
        _ = try Self.filled(open, ["l1,,,3,chess,fractions,"])
        let name = try Self.name("l1", open)
        #expect(try lines(all: false).contains { $0.hasPrefix(name) } == false)
        let asked = try #require(
            try lines(all: true).first { $0.hasPrefix(name + ":") })
        #expect(asked.contains("level 3 (\(Self.spring.utcDate)); strengths chess"))
        let path = open.generated.root.appendingPathComponent("out.csv").path
        _ = try WriteCheckInTable(school).run(
            .init(.init(schoolClass: "5A", all: true), to: path), by: Actor(), now: Self.spring)
        #expect(try open.text(of: "out.csv").contains("l1,"))
    }

    @Test func whoseLevelIsOldIsListed() throws {
        let open = try OpenSchool(seed: 85)
        defer { open.remove() }
        let stale = FindStaleLearners(SchoolAndStore(open.school, open.store))
        _ = try Self.filled(open, ["l1,,,3,chess,fractions,"])
        let request = FindStaleLearners.Request(schoolClass: "5A")
        let lines = try stale.run(request, by: Actor(), now: Self.spring).learners
        #expect(!lines.contains { $0.learner.id.rawValue == "l1" })
        #expect(lines.contains { $0.learner.id.rawValue == "l2" })
        // Half a year later it is old too.
        let later = try stale.run(request, by: Actor(), now: Self.spring.adding(seconds: 181 * 86_400)).learners
        #expect(later.first { $0.learner.id.rawValue == "l1" }?.parts.map { $0.kind } == [.level, .strengths, .needs])
    }
}
