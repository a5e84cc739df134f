import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Store
import Testing
@testable import UseCases

/// What is old is removed: files first, so that nothing that is left is unknown; never by a clock that may be wrong.
@Suite struct EditionPruningTests {
    private static let old = "weekly@2026-09-07"
    private static let later = "2026-10-12T06:00:00Z"

    @Test func filesThatCannotBeRemovedAreSaidAndTriedAgain() throws {
        let school = try Self.school(seed: 601)
        defer { school.remove() }
        let given = try school.given()
        let mails = school.mails
        // A folder stands where one of the mails was: as little to be removed as a file of a disk that is read-only.
        let mail = school.generated.root.appendingPathComponent("Outbox/" + mails[0])
        try FileManager.default.removeItem(at: mail)
        try FileManager.default.createDirectory(at: mail, withIntermediateDirectories: false)
        let result = try school.program.run("schedule", "prune", "--now", Self.later)
        #expect(result.status == 2)
        #expect(!result.output.contains("Removed"))
        #expect(result.talk.contains("error: \(Self.old): it is old and stays: 1 of its"))
        #expect(result.talk.contains("could not remove \(mail.path): Is a directory"))
        #expect(try school.hasLists(of: Self.old))
        // Whoever runs it by itself says the same.
        guard case .done(_, _, let retention) = try school.tick("2026-10-12T06:30:00Z") else {
            Issue.record("the tick did nothing")
            return
        }
        #expect(retention?.findings.contains { $0.severity == .error && $0.place == Self.old } == true)
        try FileManager.default.removeItem(at: mail)
        let second = try school.program.run("schedule", "prune", "--now", Self.later)
        #expect(second.status == 0)
        #expect(second.output.contains("Removed 1 edition before"))
        #expect(try school.hasLists(of: Self.old) == false)
        #expect(!school.exists("Outbox/\(Self.old)"))
        let after = try school.given()
        for (learner, items) in given { for (item, edition) in items { #expect(after[learner]?[item] == edition) } }
    }

    @Test func anOutboxThatIsNotThereIsNotTakenForAnEmptyOne() throws {
        let school = try Self.school(seed: 602)
        defer { school.remove() }
        let outbox = school.generated.root.appendingPathComponent("Outbox")
        let away = school.generated.root.appendingPathComponent("Unmounted")
        try FileManager.default.moveItem(at: outbox, to: away)
        let result = try school.program.run("schedule", "prune", "--now", Self.later)
        #expect(result.status == 2 && result.talk.contains("No such file or directory"))
        try FileManager.default.moveItem(at: away, to: outbox)
        #expect(try school.program.run("schedule", "prune", "--now", Self.later).status == 0)
        #expect(!school.exists("Outbox/\(Self.old)"))
    }

    @Test func aRemovalThatWasKilledIsFinishedByTheNextOne() throws {
        let school = try Self.school(seed: 603)
        defer { school.remove() }
        let given = try school.given()
        for (number, name) in school.mails.enumerated() where number % 2 == 0 {
            try FileManager.default.removeItem(at: school.generated.root.appendingPathComponent("Outbox/" + name))
        }
        for milliseconds: UInt32 in [5, 15, 25, 35, 45] {
            let process = try school.program.start(["schedule", "prune", "--now", Self.later])
            usleep(milliseconds * 1_000)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            // While a file is left the store knows of it.
            if school.exists("Outbox/\(Self.old)") { #expect(try school.hasLists(of: Self.old)) }
        }
        #expect(try school.program.run("schedule", "prune", "--now", Self.later).status == 0)
        #expect(try school.hasLists(of: Self.old) == false)
        #expect(!school.exists("Outbox/\(Self.old)"))
        let after = try school.given()
        for (learner, items) in given { for (item, edition) in items { #expect(after[learner]?[item] == edition) } }
    }

    @Test func aPlantedLinkIsNotFollowed() throws {
        let school = try Self.school(seed: 604)
        defer { school.remove() }
        let mails = school.generated.root.appendingPathComponent("Outbox/\(Self.old)/mail")
        let precious = school.generated.root.appendingPathComponent("Precious")
        try FileManager.default.moveItem(at: mails, to: precious)
        try FileManager.default.createSymbolicLink(at: mails, withDestinationURL: precious)
        let count = school.generated.files(below: "Precious").count
        #expect(count > 0)
        let result = try school.program.run("schedule", "prune", "--now", Self.later)
        #expect(result.status == 2)
        #expect(school.generated.files(below: "Precious").count == count)
        #expect(try school.hasLists(of: Self.old))
    }

    @Test func aClockFarAheadRemovesNothingUntilAPersonSaysThatItIsRight() throws {
        let school = try Self.school(seed: 605)
        defer { school.remove() }
        let mails = school.mails
        let result = try school.program.run("schedule", "prune", "--now", "2106-02-07T06:28:15Z")
        #expect(result.status == 2)
        #expect(result.output.contains("Would remove 1 edition"))
        #expect(result.talk.contains("the clock says 2106-02-07") && result.talk.contains("--clock-is-right"))
        // A clock that is wrong stays wrong for more than one run.
        for now in ["2106-02-08T06:30:00Z", "2106-02-15T06:30:00Z"] { try school.tick(now) }
        #expect(Set(mails).isSubset(of: school.mails))
        #expect(try school.hasLists(of: Self.old))
        // And when it is right again, nothing is left of it.
        #expect(try school.program.run("schedule", "prune", "--dry-run", "--now", Self.later).status == 0)
        #expect(
            try school.program.run("schedule", "prune", "--clock-is-right", "--now", "2106-02-16T06:30:00Z").status == 0
        )
        #expect(try school.hasLists(of: Self.old) == false)
    }

    @Test func listsThatWaitForATeacherStayHoweverOldTheyAre() throws {
        let school = try Self.school(
            "weekly: {days: [monday], time: 06:30, review: 14:00 3 days before}", seed: 606)
        defer { school.remove() }
        #expect(try school.hasLists(of: Self.old))
        let result = try school.program.run("schedule", "prune", "--now", "2026-12-12T06:00:00Z")
        #expect(result.status == 0 && result.output.contains("Nothing was removed."))
        #expect(result.talk.contains("1 old edition kept (weekly@2026-09-07)"))
        #expect(try school.hasLists(of: Self.old))
    }

    @Test func aClockFarAheadEndsNoReview() throws {
        let generated = try GeneratedSchool(learners: 6, seed: 607)
        defer { generated.remove() }
        try generated.write(
            "class,teacher,dial,review\n5A,Ms Rivera,1,yes\n9B,Mr Adeyemi,1,yes\n", to: "Config/classes.csv")
        let (school, store) = try generated.open()
        let edition = try RunTests.run(school, store).edition
        let wrong = try #require(Timestamp(iso: "2106-02-07T06:28:15Z"))
        let report = try RunTests.run(school, store, now: wrong, importing: false)
        #expect(try store.lists.count(of: edition, in: .awaitingApproval) == 6)
        #expect(report.findings.contains { $0.place == "clock" && $0.problem.contains("the clock says 2106-02-07") })
        try RunTests.run(school, store, now: RunTests.monday.adding(seconds: 7 * 86_400), importing: false)
        #expect(try store.lists.count(of: edition, in: .withheld) == 6)
    }

    @Test(arguments: [
        // Long holidays; a clock far ahead; the run after it; after somebody said that it is right; a clock far behind.
        ([0, 7, 14], nil, 14 + 100, false), ([0, 7, 14], nil, 14 + 200, true), ([0, 7, 14, 214], nil, 221, true),
        ([0, 7, 14, 214], 214, 221, false), ([0, 7, 14, 29_000], nil, 21, false), ([0, 7], nil, -9_000, false),
        ([], nil, 0, false),
    ])
    func aPauseOfHalfAYearIsDoubted(_ days: [Int], _ word: Int?, _ now: Int, _ isDoubted: Bool) {
        func moment(_ day: Int) -> Timestamp { RunTests.monday.adding(seconds: Int64(day) * 86_400) }
        let doubt = ClockDoubt(now: moment(now), runs: days.map { moment($0) }, word: word.map { moment($0) })
        #expect((doubt != nil) == isDoubted)
    }

    /// A school with one edition that is out, of which nothing is kept for more than thirty days.
    private static func school(_ schedule: String = DueRunTests.weekly, seed: UInt64) throws -> ScheduledSchool {
        let school = try ScheduledSchool(schedule, more: "operation: {keep-days: 30}", seed: seed)
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        for now in ["2026-09-01T06:00:00Z", "2026-09-07T06:30:00Z"] { try school.tick(now) }
        return school
    }
}

extension ScheduledSchool {
    fileprivate func hasLists(of edition: String) throws -> Bool {
        try !store().lists.learners(of: #require(Edition(edition))).isEmpty
    }

    fileprivate func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: generated.root.appendingPathComponent(name).path)
    }
}
