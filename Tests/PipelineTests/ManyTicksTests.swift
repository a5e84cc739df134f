import Content
import Foundation
import Glibc
import Store
import Testing

/// Real processes that tick at once, and that are killed.
@Suite struct ManyTicksTests {
    private static let due = "2026-09-07T06:30:00Z"

    private static func school(seed: UInt64) throws -> ScheduledSchool {
        let school = try ScheduledSchool(DueRunTests.weekly, learners: 30, seed: seed)
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        return school
    }

    @Test(arguments: [2, 20]) func oneOfManyWorksAndNothingIsDoubled(_ count: Int) throws {
        let alone = try Self.school(seed: 421)
        let school = try Self.school(seed: 421)
        defer {
            alone.remove()
            school.remove()
        }
        try alone.program.run("run", "--due", "--now", Self.due)
        let processes = try (0..<count).map { _ in try school.program.start(["run", "--due", "--now", Self.due]) }
        var working = 0
        for process in processes {
            let output = (process.standardOutput as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
            let talk = (process.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            if String(decoding: output, as: UTF8.self).contains("weekly@2026-09-07: done") {
                working += 1
            } else {
                let text = String(decoding: talk, as: UTF8.self)
                #expect(text.contains("Another run is at work (process ") || text.contains("Nothing is due"), "\(text)")
            }
        }
        #expect(working == 1)
        #expect(try school.store().runs.all().count == 3)
        #expect(school.generated.files(below: "Outbox") == alone.generated.files(below: "Outbox"))
    }

    @Test func oneThatWaitsFindsNothingLeftToDo() throws {
        let school = try Self.school(seed: 423)
        defer { school.remove() }
        let first = try school.program.start(["run", "--due", "--now", Self.due])
        let second = try school.program.run("run", "--due", "--wait", "--now", Self.due)
        first.waitUntilExit()
        #expect(second.status == 0)
        #expect(try school.store().runs.all().count == 3)
    }

    @Test func killedTicksAndOneWholeComeToTheSameAsOneWhole() throws {
        let whole = try Self.school(seed: 425)
        let killed = try Self.school(seed: 425)
        defer {
            whole.remove()
            killed.remove()
        }
        try whole.program.run("run", "--due", "--now", Self.due)
        var kills = 0
        for delay in [20, 60, 90, 120, 150, 200, 250, 300, 400] as [UInt32] {
            let process = try killed.program.start(["run", "--due", "--now", Self.due])
            usleep(delay * 1_000)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { kills += 1 }
        }
        #expect(kills >= 2)
        try killed.program.run("run", "--due", "--now", Self.due)
        #expect(killed.mails == whole.mails)
        #expect(killed.generated.files(below: "Outbox") == whole.generated.files(below: "Outbox"))
        #expect(try killed.record("weekly@2026-09-07")?.state == .done)
    }

    @Test func theLoopEndsCleanlyOnATermSignal() throws {
        let school = try Self.school(seed: 427)
        defer { school.remove() }
        let process = try school.program.start(["watch", "--every", "1"])
        usleep(1_500_000)
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
    }
}
