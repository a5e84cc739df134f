import Content
import Foundation
import Glibc
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// `run --due` with the real stages.
@Suite struct DueRunTests {
    static let weekly = "weekly: {days: [monday], time: 06:30, max-late: 6 hours}"

    @Test func anEditionGoesOutAtItsTimeAndOnce() throws {
        let school = try ScheduledSchool(Self.weekly, seed: 401)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        #expect(school.mails.isEmpty)
        try school.tick("2026-09-07T06:30:00Z")
        let mails = school.mails
        #expect(!mails.isEmpty)
        #expect(mails.allSatisfy { $0.hasPrefix("weekly@2026-09-07/") })
        let runs = try school.store().runs.all().count
        try school.tick("2026-09-07T06:40:00Z")
        try school.tick("2026-09-07T06:20:00Z")
        #expect(school.mails == mails)
        #expect(try school.store().runs.all().count == runs)
        let run = try #require(try school.store().runs.all().last)
        #expect(run.due == Timestamp(iso: "2026-09-07T06:30:00Z"))
        #expect(run.host?.isEmpty == false)
        #expect(run.ended != nil)
        #expect(run.status == 1, "a feed that cannot be read is left out")
        let record = try #require(try school.record("weekly@2026-09-07"))
        #expect(record.state == .done)
        #expect(record.reason.contains("feeds could not be read"))
    }

    @Test func onlyTheClassesOfAScheduleGetLists() throws {
        let school = try ScheduledSchool("small: {classes: [9B], days: [monday], time: 06:30}", seed: 402)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        try school.tick("2026-09-07T06:30:00Z")
        let edition = try #require(Edition("small@2026-09-07"))
        let learners = try school.store().lists.learners(of: edition).map { $0.rawValue }.sorted()
        #expect(learners == ["l0", "l3", "l6"])
    }

    @Test func listsWaitForReviewAndTheApprovedOnesGoOut() throws {
        let school = try ScheduledSchool(
            "weekly: {days: [monday], time: 06:30, review: 14:00 3 days before}", seed: 403)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        try school.tick("2026-09-04T14:00:00Z")
        let edition = try #require(Edition("weekly@2026-09-07"))
        #expect(try school.store().lists.count(of: edition, in: .awaitingApproval) == 9)
        try school.program.run("review", "--class", "9B", "--approve", "--now", "2026-09-05T10:00:00Z")
        // By hand nothing of it goes out before its time.
        try school.program.run("deliver", "--now", "2026-09-05T10:10:00Z")
        #expect(school.mails.isEmpty)
        try school.tick("2026-09-07T06:30:00Z")
        let first = school.mails
        #expect(!first.isEmpty)
        try school.program.run("review", "--class", "5A", "--approve", "--now", "2026-09-07T10:00:00Z")
        try school.tick("2026-09-07T10:10:00Z")
        #expect(school.mails.count > first.count)
        #expect(Set(first).isSubset(of: school.mails))
    }

    @Test func unreviewedListsGoOutWhereTheSchoolSaysSoButNotThoseOfAReviewedClass() throws {
        let school = try ScheduledSchool(
            "weekly: {days: [monday], time: 06:30, review: 14:00 3 days before, if-not-reviewed: send}", seed: 404)
        defer { school.remove() }
        try school.generated.write(
            "class,teacher,teacher_email,dial,review\n5A,Ms Rivera,,2,no\n9B,Mr Adeyemi,,3,yes\n",
            to: "Config/classes.csv")
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        for now in ["2026-09-01T06:00:00Z", "2026-09-04T14:00:00Z", "2026-09-07T06:30:00Z"] { try school.tick(now) }
        let edition = try #require(Edition("weekly@2026-09-07"))
        #expect(try school.store().lists.count(of: edition, in: .ready) == 6)
        #expect(try school.store().lists.count(of: edition, in: .awaitingApproval) == 3)
    }

    @Test func aStageThatFailsGoesOnAtTheNextTickAndTheOperatorIsWrittenTo() throws {
        let school = try ScheduledSchool(
            Self.weekly, more: "operation: {alerts-to: tech@school.example, alert-after: 2}", seed: 405)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        // A file stands where the folder of the edition should be.
        try FileManager.default.createDirectory(
            at: school.generated.root.appendingPathComponent("Outbox"), withIntermediateDirectories: true)
        let obstacle = school.generated.root.appendingPathComponent("Outbox/weekly@2026-09-07")
        try Data().write(to: obstacle)
        for now in ["2026-09-07T06:30:00Z", "2026-09-07T06:40:00Z", "2026-09-07T06:50:00Z"] {
            #expect(try school.tick(now).status(isStrict: false) == 2)
        }
        let record = try #require(try school.record("weekly@2026-09-07"))
        #expect(record.stages == [.ingest, .rank])
        #expect(record.failures == 3)
        try FileManager.default.removeItem(at: obstacle)
        #expect(try school.tick("2026-09-07T07:00:00Z").status(isStrict: false) == 0)
        #expect(try school.record("weekly@2026-09-07")?.state == .done)
        let mails = school.generated.files(below: "Outbox").filter { $0.key.contains("operator-") }
        // One of the four feeds is gone: that is said once, after the edition went out.
        let health = mails.filter { $0.key.contains("operator-health") }
        #expect(health.keys.sorted() == ["weekly@2026-09-07/mail/operator-health.eml"])
        #expect(health.values.allSatisfy { String(decoding: $0, as: UTF8.self).contains("2 of 5 feeds") })
        let alerts = mails.filter { !$0.key.contains("operator-health") }
        #expect(alerts.count == 2)
        let texts = alerts.values.map { String(decoding: $0, as: UTF8.self) }
        #expect(texts.contains { $0.contains("failed 2 times in a row") })
        #expect(texts.contains { $0.contains("is well again") })
        #expect(texts.allSatisfy { $0.contains("To: tech@school.example\r\n") && !$0.contains("l0@") })
        #expect(try school.store().runs.all().filter { $0.stages == ["rank"] }.count == 1)
    }

    @Test func whatWasMadeAndNotSentInTimeIsWithheldAndRollsOver() throws {
        let school = try ScheduledSchool(Self.weekly, seed: 406)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        let outbox = school.generated.root.appendingPathComponent("Outbox")
        try Data().write(to: outbox)
        try school.tick("2026-09-07T06:30:00Z")
        try school.tick("2026-09-07T12:30:00Z")
        try FileManager.default.removeItem(at: outbox)
        #expect(try school.record("weekly@2026-09-07")?.state == .missed)
        let missed = try #require(Edition("weekly@2026-09-07"))
        #expect(try school.store().lists.count(of: missed, in: .withheld) == 9)
        try school.program.run("deliver", "--now", "2026-09-07T13:00:00Z")
        #expect(school.mails.isEmpty)
        try school.tick("2026-09-14T06:30:00Z")
        let next = try #require(Edition("weekly@2026-09-14"))
        let items = { (edition: Edition) in
            Set(try school.store().lists.lists(of: edition).flatMap { $0.list.entries.map { $0.item } })
        }
        #expect(!(try items(missed).isDisjoint(with: items(next))))
    }

    @Test func oldEditionsGoAndNothingIsGivenTwice() throws {
        let school = try ScheduledSchool(Self.weekly, more: "operation: {keep-days: 30}", seed: 407)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        for now in ["2026-09-01T06:00:00Z", "2026-09-07T06:30:00Z"] { try school.tick(now) }
        let first = try #require(Edition("weekly@2026-09-07"))
        let given = try school.given()
        #expect(!given.isEmpty)
        #expect(
            try school.program.run("schedule", "prune", "--dry-run", "--now", "2026-10-12T06:00:00Z").output.contains(
                "weekly@2026-09-07"))
        #expect(!school.mails.isEmpty)
        try school.tick("2026-10-12T06:30:00Z")
        #expect(try school.store().lists.lists(of: first).isEmpty)
        #expect(school.generated.files(below: "Outbox/weekly@2026-09-07").isEmpty)
        let after = try school.given()
        for (learner, items) in given { for (item, edition) in items { #expect(after[learner]?[item] == edition) } }
        #expect(try school.record("weekly@2026-09-07")?.state == .done)
    }

    @Test func aSnowDayAndAPauseHaveNoEdition() throws {
        let school = try ScheduledSchool("daily: {days: [every day], time: 06:30}", seed: 408)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T05:00:00Z")
        try school.tick("2026-09-01T05:00:00Z")
        let program = school.program
        #expect(
            try program.run("schedule", "skip", "2026-09-01", "--reason", "snow", "--now", "2026-09-01T05:00:00Z")
                .status == 0)
        try school.tick("2026-09-01T06:30:00Z")
        #expect(try school.record("daily@2026-09-01")?.state == .skipped)
        try program.run("schedule", "pause", "--until", "2026-09-02", "--now", "2026-09-01T07:00:00Z")
        try school.tick("2026-09-02T06:30:00Z")
        #expect(try school.record("daily@2026-09-02")?.state == .paused)
        try school.tick("2026-09-03T06:30:00Z")
        #expect(try school.record("daily@2026-09-03")?.state == .done)
        #expect(try program.run("schedule", "skip", "2026-09-03", "--now", "2026-09-03T07:00:00Z").status == 2)
        #expect(try program.run("schedule", "skip", "2026-09-05", "--now", "2026-09-03T07:00:00Z").status == 0)
        #expect(
            try program.run("schedule", "skip", "2026-09-05", "--undo", "--now", "2026-09-03T07:00:00Z").status == 0)
        try school.tick("2026-09-05T06:30:00Z")
        #expect(try school.record("daily@2026-09-05")?.state == .done)
    }
}
