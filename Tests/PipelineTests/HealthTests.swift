import Configuration
import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Store
import Testing
@testable import UseCases

/// "All is well" is said only where readers were served: what was not, is said with what to do.
@Suite struct HealthTests {
    @Test func thatNobodyGotAListIsSaid() throws {
        let school = try Self.school(seed: 801)
        defer { school.remove() }
        // Nobody reads the language of the articles.
        let roster =
            "learner_id,name,class,grade,language,consent,under13\n"
            + (0..<9).map { "l\($0),Learner \($0),9B,9,fr,yes,no\n" }.joined()
        try school.generated.write(roster, to: "Config/learners.csv")
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        _ = try school.tick("2026-09-06T06:00:00Z")
        let outcome = try school.tick("2026-09-07T06:30:00Z")
        #expect(outcome.status(isStrict: false) == 2)
        #expect(try school.record("weekly@2026-09-07")?.state == .open)
        let problems = try Self.problems(school, "2026-09-07T06:35:00Z")
        #expect(problems.contains { $0.contains("none of 9 learners got a list") })
        #expect(problems.contains { $0.hasPrefix("9 of 9 learners got no list of weekly@2026-09-07") })
    }

    @Test func listsThatWaitAreNamedWithWhatToDo() throws {
        let school = try Self.school(seed: 802)
        defer { school.remove() }
        try school.generated.write(
            "class,teacher,teacher_email,dial,review\n9B,Ms Adeyemi,,2,yes\n", to: "Config/classes.csv")
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        try school.program.run("run", "--now", "2026-09-06T06:00:00Z")
        let problems = try Self.problems(school, "2026-09-06T06:05:00Z")
        #expect(
            problems.contains {
                $0.hasPrefix("3 lists of manual@2026-09-06 wait for a teacher's approval; 'gleaner review")
            })
    }

    @Test func anEditionThatNothingWorksOnIsOverdue() throws {
        let school = try Self.school(seed: 803)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        _ = try school.tick("2026-09-06T06:00:00Z")
        #expect(try !Self.problems(school, "2026-09-07T06:40:00Z").contains { $0.contains("overdue") })
        #expect(
            try Self.problems(school, "2026-09-07T07:20:00Z").contains {
                $0.hasPrefix("weekly@2026-09-07 is overdue since") && $0.contains("nothing is at work on it")
            })
        // The same while a run holds the lock: that one hangs.
        let now = try #require(Timestamp(iso: "2026-09-07T02:00:00Z"))
        guard let lock = try RunLock.take(in: school.calendar().folder.data, now: now) else {
            Issue.record("somebody else holds the lock")
            return
        }
        let problems = try Self.problems(school, "2026-09-07T07:20:00Z")
        #expect(problems.contains { $0.contains("is overdue since") && $0.contains("while a run is at work (process") })
        #expect(problems.contains { $0.hasPrefix("a run is at work for more than 3 hours") })
        _ = consume lock
    }

    @Test func aScheduleWithoutAnEditionToComeIsNotWell() throws {
        let school = try ScheduledSchool(
            "weekly: {days: [monday], time: 06:30, terms: [2026-08-31..2026-09-14]}", seed: 804)
        defer { school.remove() }
        #expect(try !Self.problems(school, "2026-09-01T06:00:00Z").contains { $0.contains("no edition to come") })
        #expect(
            try Self.problems(school, "2026-09-20T06:00:00Z").contains {
                $0.hasPrefix("weekly has no edition to come") && $0.contains("gleaner schedule check")
            })
    }

    @Test func aStoreThatCannotBeReadIsNoStatusAtAll() throws {
        let school = try Self.school(seed: 805)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        let path = school.generated.root.appendingPathComponent("Data/gleaner.sqlite")
        for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path.path + end) }
        try Data(repeating: 0x55, count: 50_000).write(to: path)
        let result = try school.program.run("status", "--now", "2026-09-06T06:05:00Z")
        #expect(result.status == 2 && result.output.isEmpty && result.talk.contains("gleaner.sqlite"), "\(result)")
    }

    @Test func aFolderThatNoRunCanOpenIsNotWell() throws {
        let school = try Self.school(seed: 806)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        try school.generated.write("suitability: {distress-words: Config/mine.txt}\n", to: "Config/gleaner.yaml")
        let result = try school.program.run("status", "--now", "2026-09-06T06:05:00Z")
        #expect(result.status != 0 && (result.output + result.talk).contains("Config/mine.txt"), "\(result)")
    }

    private static func school(seed: UInt64) throws -> ScheduledSchool {
        try ScheduledSchool("weekly: {days: [monday], time: 06:30}", seed: seed)
    }

    private static func problems(_ school: ScheduledSchool, _ now: String) throws -> [String] {
        try SchoolStatus(school.calendar(), now: #require(Timestamp(iso: now))).problems.map { $0.clause }
    }
}
