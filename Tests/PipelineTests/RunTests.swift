import Configuration
import Content
import Foundation
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// The whole run on a generated school with a fixed seed.
@Suite struct RunTests {
    static let monday = Timestamp(year: 2026, month: 9, day: 7, hour: 6)

    @Test func everyLearnerGetsAListAndEveryUnreadableFeedIsNamed() throws {
        let generated = try GeneratedSchool()
        defer { generated.remove() }
        let (school, store) = try generated.open()
        let report = try Self.run(school, store)
        #expect(report.summary.ingest?.feeds == 10)
        #expect(report.summary.ingest?.read == 8)
        #expect(report.summary.ingest?.failed == 2)
        #expect(report.summary.ingest?.new == 96)
        #expect(report.summary.rank?.made == 30)
        #expect(report.summary.rank?.without == 0)
        let errors = report.findings.filter { $0.severity == .error }
        #expect(errors.contains { $0.place == "Feeds/page.xml" && $0.problem.contains("web page") })
        #expect(errors.contains { $0.place == "Feeds/gone.xml" })
        #expect(report.isDegraded)
    }

    @Test func aSecondRunOnOneDateChangesNothingButTheLedger() throws {
        let generated = try GeneratedSchool(seed: 2)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try Self.run(school, store)
        let outbox = generated.files(below: "Outbox")
        let before = try StoreDump.rows(of: school.folder.store, leavingOut: ["run", "finding"])
        let report = try Self.run(school, store, importing: false)
        #expect(report.summary.deliver?.mails == 0)
        #expect(report.summary.deliver?.written == 0)
        #expect(report.summary.rank?.kept == 30)
        #expect(try StoreDump.rows(of: school.folder.store, leavingOut: ["run", "finding"]) == before)
        #expect(generated.files(below: "Outbox") == outbox)
        #expect(try store.runs.all().count == 2)
    }

    @Test func withoutItsStateARunGivesTheSameBytes() throws {
        let generated = try GeneratedSchool(seed: 3)
        defer { generated.remove() }
        var (school, store) = try generated.open()
        try Self.run(school, store)
        let outbox = generated.files(below: "Outbox")
        #expect(outbox.count > 20)
        try FileManager.default.removeItem(atPath: school.folder.data)
        try FileManager.default.removeItem(atPath: school.folder.outbox)
        (school, store) = try generated.open()
        try Self.run(school, store)
        #expect(generated.files(below: "Outbox") == outbox)
    }

    @Test func theNextEditionRepeatsNothing() throws {
        let generated = try GeneratedSchool(seed: 4)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        let first = try Self.run(school, store).edition
        let second = try Self.run(school, store, now: Self.monday.adding(seconds: 7 * 86_400), importing: false).edition
        #expect(first != second)
        let later = Dictionary(
            uniqueKeysWithValues: try store.lists.lists(of: second).map { ($0.list.learner, $0.list) })
        for stored in try store.lists.lists(of: first) {
            let given = Set(stored.list.entries.map { $0.item })
            let next = Set(later[stored.list.learner]?.entries.map { $0.item } ?? [])
            #expect(given.isDisjoint(with: next), "\(stored.list.learner) was given something twice")
        }
    }

    @Test func theStoreIsForItsOwnerOnly() throws {
        let generated = try GeneratedSchool(learners: 3, seed: 5)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try Self.run(school, store)
        let mode = try FileManager.default.attributesOfItem(atPath: school.folder.data)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        let outbox = try FileManager.default.attributesOfItem(atPath: school.folder.outbox)[.posixPermissions] as? Int
        #expect(outbox == 0o700)
    }

    @Test func aHeldLockEndsTheSecondRunAtOnce() throws {
        let generated = try GeneratedSchool(learners: 3, seed: 6)
        defer { generated.remove() }
        let (school, store) = try generated.open()
        try FileManager.default.createDirectory(atPath: school.folder.data, withIntermediateDirectories: true)
        let file = open(school.folder.data + "/run.lock", O_RDWR | O_CREAT, 0o600)
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        let report = try Self.run(school, store)
        #expect(report.isBusy)
        #expect(try store.runs.all().isEmpty)
        close(file)
        #expect(try Self.run(school, store, importing: false).isBusy == false)
    }

    /// Imports the roster and runs all stages for the edition of a moment.
    @discardableResult
    static func run(
        _ school: School, _ store: Store, now: Timestamp = monday, importing: Bool = true
    ) throws -> Pipeline.Report {
        if importing {
            _ = try ImportRoster(store: store).run(.init(of: school), by: Actor(), now: now)
        }
        return try Pipeline(school: school, store: store).run(
            [.ingest, .rank, .deliver], edition: Edition(date: school.localDate(at: now)), now: now)
    }
}
