import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// A row of the store that is not understood costs its learner the list and the mail, and nobody else.
@Suite struct NotUnderstoodRunTests {
    private static let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))
    private static let roster = """
        learner_id,name,class,grade,email,interests,consent,under13
        ana,Ana Prueba,9B,9,ana@x.example,chess,yes,no
        ben,Ben Muster,9B,9,ben@x.example,chess,yes,no
        cid,Cid Sample,9C,9,cid@x.example,chess,yes,no
        """

    @Test func aLearnerWithARowThatIsNotUnderstoodGetsNoListAndTheOthersDo() throws {
        let (generated, school, store) = try Self.school(seed: 531)
        defer { generated.remove() }
        try StoreDump.change(
            school.folder.store,
            "UPDATE learnerFact SET kind = 'Consent' WHERE learner = (SELECT number FROM learner WHERE id = 'ana') AND kind = 'consent'"
        )
        let report = try RunTests.run(school, store, importing: false)
        #expect(report.summary.rank?.made == 2 && report.summary.rank?.without == 1)
        #expect(Self.mails(generated) == ["ben-learner.eml", "cid-learner.eml"])
        let finding = report.findings.first { $0.place == "learner ana" }
        #expect(finding?.severity == .error && finding?.problem.contains("of 'learnerFact'") == true)
        #expect(throws: StoreError.self) {
            try ShowLearner(store: store).run(.init("ana"), by: Actor(), now: RunTests.monday)
        }
        #expect(try ListLearners(store: store).run(.init(), by: Actor(), now: RunTests.monday).learners.count == 2)
        // What restricts is taken down all the same.
        _ = try SayWish(store: store).run(
            .init(.never, learner: "ana", about: "chess", isTopic: true, by: .guardian), by: Actor(),
            now: RunTests.monday)
    }

    @Test func aListThatWaitsIsNotSentWhileARowOfItsLearnerIsNotUnderstood() throws {
        let (generated, school, store) = try Self.school(seed: 532)
        defer { generated.remove() }
        let pipeline = Pipeline(school: school, store: store)
        _ = try pipeline.run([.ingest, .rank], edition: Self.edition, now: RunTests.monday)
        let break1 =
            "UPDATE learnerFact SET kind = 'Consent' WHERE learner = (SELECT number FROM learner WHERE id = 'ana') AND kind = 'consent'"
        try StoreDump.change(school.folder.store, break1)
        let report = try pipeline.run([.deliver], edition: Self.edition, now: RunTests.monday)
        #expect(Self.mails(generated) == ["ben-learner.eml", "cid-learner.eml"])
        #expect(report.findings.contains { $0.place == "learner ana" && $0.severity == .error })
        // It waits: when the row is mended it goes out.
        try StoreDump.change(school.folder.store, "UPDATE learnerFact SET kind = 'consent' WHERE kind = 'Consent'")
        _ = try pipeline.run([.deliver], edition: Self.edition, now: RunTests.monday)
        #expect(Self.mails(generated) == ["ana-learner.eml", "ben-learner.eml", "cid-learner.eml"])
    }

    @Test func aClassWhoseVetoIsNotUnderstoodGetsNoList() throws {
        let (generated, school, store) = try Self.school(seed: 533)
        defer { generated.remove() }
        _ = try VetoTopic(SchoolAndStore(school, store)).run(
            .init("chess", for: .schoolClass("9B")), by: Actor(), now: RunTests.monday)
        try StoreDump.change(school.folder.store, "UPDATE teacherRule SET kind = 'forbid'")
        let report = try RunTests.run(school, store, importing: false)
        #expect(Self.mails(generated) == ["cid-learner.eml"])
        #expect(report.summary.rank?.without == 2)
        #expect(report.findings.count { $0.place == "class 9B" } == 1)
    }

    @Test func aGradeThatIsNotUnderstoodIsSaidAndNotSilentlyZero() throws {
        let (generated, school, store) = try Self.school(seed: 534)
        defer { generated.remove() }
        try StoreDump.change(
            school.folder.store,
            "UPDATE learnerFact SET value = 'nine' WHERE learner = (SELECT number FROM learner WHERE id = 'ana') AND kind = 'grade'"
        )
        let report = try RunTests.run(school, store, importing: false)
        #expect(report.findings.contains { $0.place == "learner ana" && $0.problem.contains("grade") })
        #expect(Self.mails(generated) == ["ben-learner.eml", "cid-learner.eml"])
    }

    private static func mails(_ generated: GeneratedSchool) -> [String] {
        generated.files(below: "Outbox/\(edition)/mail").keys.sorted()
    }

    private static func school(seed: UInt64) throws -> (GeneratedSchool, School, Store) {
        let generated = try GeneratedSchool(feeds: 3, learners: 1, seed: seed)
        try generated.write(roster + "\n", to: "Config/learners.csv")
        let (school, store) = try generated.open()
        try StopTests.importRoster(school, store)
        return (generated, school, store)
    }
}
