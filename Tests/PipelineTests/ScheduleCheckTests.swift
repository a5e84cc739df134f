import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import ShippedScorers
import Store
import Testing
@testable import UseCases

/// `schedule check`, `status` and the metrics: what a person sees of the calendar.
@Suite struct ScheduleCheckTests {
    @Test func aQuotaThatIsTooSmallSaysWhatWouldFit() {
        let quota = MailQuota(perMinute: 30)
        let problem = quota.problem(mails: 40_000, windowMinutes: 720)
        #expect(problem?.contains("40000 mails at 30 a minute take 22 h 14 min") == true)
        #expect(problem?.contains("21600 would fit") == true)
        #expect(quota.problem(mails: 21_600, windowMinutes: 720) == nil)
        let daily = MailQuota(perDay: 500)
        #expect(daily.problem(mails: 501, windowMinutes: 60)?.contains("500 would fit") == true)
        #expect(daily.problem(mails: 1_000, windowMinutes: 2_880) == nil)
        #expect(MailQuota().problem(mails: 1_000_000, windowMinutes: 10) == nil)
    }

    @Test func checkNamesDatesClassesAndQuota() throws {
        let school = try ScheduledSchool(
            "weekly: {classes: [9B, 5Z], days: [monday], time: 06:30, max-late: 10 minutes}",
            more: "operation: {mails-per-day: 1}", learners: 9, seed: 441)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        let now = try #require(Timestamp(iso: "2026-09-01T06:00:00Z"))
        let check = try CheckSchedules(school.calendar(), scorerTypes: Shipped.scorers).run(
            .init(), by: Actor(), now: now)
        #expect(check.lines.count { $0.contains("weekly@2026-") } == 5)
        #expect(check.findings.contains { $0.problem.contains("no learner is in a class '5Z'") })
        #expect(check.findings.contains { $0.severity == .error && $0.problem.contains("more than the 1 a day") })
        #expect(!check.isUsable)
        #expect(try school.program.run("schedule", "check", "--now", now.iso).status == 2)
    }

    @Test func aScheduleWhoseTermsAreOverIsSaid() throws {
        let school = try ScheduledSchool(
            "old: {days: [monday], time: 06:30, terms: [2025-09-01..2026-06-20]}", seed: 442)
        defer { school.remove() }
        let now = try #require(Timestamp(iso: "2026-09-01T06:00:00Z"))
        let check = try CheckSchedules(school.calendar(), scorerTypes: Shipped.scorers).run(
            .init(), by: Actor(), now: now)
        #expect(check.findings.contains { $0.problem.contains("no edition to come") })
    }

    @Test func statusAndMetricsTellWhatFailed() throws {
        let school = try ScheduledSchool(DueRunTests.weekly, more: "operation: {metrics: metrics}", seed: 443)
        defer { school.remove() }
        try FileManager.default.createDirectory(
            at: school.generated.root.appendingPathComponent("metrics"), withIntermediateDirectories: true)
        let program = school.program
        #expect(try program.run("status", "--now", "2026-09-01T06:00:00Z").status == 0)
        try program.run("run", "--due", "--now", "2026-09-01T06:00:00Z")
        // Nobody is on the roster yet.
        #expect(try program.run("run", "--due", "--now", "2026-09-07T06:30:00Z").status == 2)
        let failing = try program.run("status", "--now", "2026-09-07T06:35:00Z")
        #expect(failing.status == 1)
        #expect(failing.output.contains("weekly has failed once"))
        #expect(failing.output.contains("there are no learners"))
        let metrics = school.generated.files(below: "metrics")
        #expect(metrics.count == 1)
        let text = String(decoding: metrics.values.first ?? Data(), as: UTF8.self)
        #expect(text.contains("gleaner_failures_in_a_row{school=\"Generated School\",schedule=\"weekly\"} 1\n"))
        #expect(text.contains("gleaner_well{school=\"Generated School\"} 0\n"))
        try school.importRoster(now: "2026-09-07T06:36:00Z")
        #expect(try program.run("run", "--due", "--now", "2026-09-07T06:40:00Z").status == 0)
        let well = try program.run("status", "--json", "--now", "2026-09-07T06:45:00Z")
        // The schedule is well; that one of four feeds is broken is somebody's to look at.
        #expect(well.status == 1 && well.output.contains("2 of 5 feeds could not be read"), "\(well.output)")
        #expect(well.output.contains("\"last\":\"weekly@2026-09-07\""))
        let history = try program.run("schedule", "history")
        #expect(history.output.contains("weekly@2026-09-07  done"))
        #expect(history.output.contains("exit 1"))
    }

    @Test func aDryRunSaysWhatWouldHappenAndDoesNothing() throws {
        let school = try ScheduledSchool(DueRunTests.weekly, seed: 444)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        let result = try school.program.run("run", "--due", "--dry-run", "--now", "2026-09-07T06:30:00Z")
        #expect(result.output.contains("weekly@2026-09-07: would ingest, rank, deliver: its time has come."))
        #expect(try school.store().runs.all().isEmpty)
    }
}
