import Configuration
import Content
import Foundation
import Glibc
@testable import Phrases
@testable import Pipeline
import ShippedScorers
import Store
import Synchronization
import TestSupport
import Testing
@testable import UseCases

/// A run has an end, whatever holds it up.
@Suite struct RunDeadlineTests {
    private static let due = Timestamp(iso: "2026-09-07T06:30:00Z") ?? Timestamp(seconds: 0)

    /// A watch that jumps to another day when it has been looked at so often.
    private static func watch(jumpsAfter looks: Int) -> RunWatch {
        let count = Counter()
        return RunWatch(stopwatch: { count.next() > looks ? 86_400_000 : 0 })
    }

    @Test(arguments: [0, 2, 4, 6, 8]) func aRunStopsBetweenBlocksAndTheNextOneComesToTheSame(_ looks: Int) throws {
        let whole = try GeneratedSchool(feeds: 12, learners: 20, seed: 621)
        let stopped = try GeneratedSchool(feeds: 12, learners: 20, seed: 621)
        defer {
            whole.remove()
            stopped.remove()
        }
        let (school, store) = try whole.open()
        try RunTests.run(school, store)
        let (other, otherStore) = try stopped.open()
        _ = try ImportRoster(store: otherStore).run(
            .init(
                learners: other.folder.resolve("Config/learners.csv"),
                classes: .file(other.folder.resolve("Config/classes.csv"))), by: Actor(), now: RunTests.monday)
        let edition = Edition(date: RunTests.monday.utcDate)
        #expect(throws: RunDeadlineError(minutes: 180)) {
            try Pipeline(school: other, store: otherStore).run(
                [.ingest, .rank, .deliver], edition: edition, now: RunTests.monday,
                watch: Self.watch(jumpsAfter: looks))
        }
        let record = try #require(try otherStore.runs.all().last)
        #expect(record.outcome == .failed && record.problem?.contains("3 hours") == true)
        try RunTests.run(other, otherStore, importing: false)
        #expect(stopped.files(below: "Outbox") == whole.files(below: "Outbox"))
    }

    @Test func aTickThatIsStoppedIsAFailureAndTheNextOneGoesOn() throws {
        let school = try ScheduledSchool(
            DueRunTests.weekly, more: "operation: {run-deadline: 90 minutes}", seed: 622)
        defer { school.remove() }
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        let outcome = try DueRun(calendar: try school.calendar(), scorerTypes: Shipped.scorers, words: RunPhrases())
            .run(
                now: Self.due, watch: Self.watch(jumpsAfter: 4))
        #expect(outcome.status(isStrict: false) == 2)
        let record = try #require(try school.record("weekly@2026-09-07"))
        #expect(record.failures == 1 && record.reason.contains("90 minutes"), "\(record.reason)")
        try school.tick("2026-09-07T06:40:00Z")
        #expect(!school.mails.isEmpty)
    }

    @Test func aRunThatHangsIsEndedByTheKernelsTimer() throws {
        let server = try LoopbackServer { _, _ in .silence }
        let school = try GeneratedSchool(feeds: 1, learners: 2, seed: 623)
        defer { school.remove() }
        let path = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let fetching = "\nfetching: {allow-private-addresses: true, timeout-seconds: 600}\n"
        try school.write(
            text.replacing("[Feeds/feeds.opml]", with: "[\"\(server.address("/"))\"]") + fetching,
            to: "Config/gleaner.yaml")
        let program = Program(folder: school.root)
        // Whoever starts it may have blocked the signal.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGALRM)
        let process = try program.start(["run", "--now", "2026-09-07T06:00:00Z"])
        while server.requests.isEmpty, process.isRunning { usleep(10_000) }
        kill(process.processIdentifier, SIGALRM)
        let talk = (process.standardError as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 2 && process.terminationReason == .exit)
        #expect(String(decoding: talk, as: UTF8.self).contains("operation.run-deadline"))
        try school.write(text, to: "Config/gleaner.yaml")
        #expect(try program.run("learners", "import").status == 0)
        #expect(try program.run("run", "--now", "2026-09-07T06:00:00Z").output.contains("2 lists made"))
    }

    @Test func watchEndsATickThatDoesNotEnd() throws {
        let said = Mutex<[Watch.Event]>([])
        let start = ContinuousClock.now
        let watch = Watch(
            command: ["/bin/sleep", "600"], limit: { 1 },
            clock: {
                var time = timespec()
                clock_gettime(CLOCK_MONOTONIC, &time)
                return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
            }, told: { event in said.withLock { $0.append(event) } })
        let outcome = try watch.run(.init(every: 1, atMost: 1), by: Actor(), now: Self.due)
        #expect(outcome.signal == 0 && ContinuousClock.now - start < .seconds(30))
        let events = said.withLock { $0 }
        #expect(events.first == .ended(afterSeconds: 1), "\(events)")
        #expect(events.first?.line.contains("was ended") == true)
    }

    @Test func theUnitsTimeIsThatOfTheConfigurationAndSomeMore() throws {
        let school = try ScheduledSchool(DueRunTests.weekly, more: "operation: {run-deadline: 1 hour}", seed: 624)
        defer { school.remove() }
        // No unit runs as root, so the folder is somebody else's.
        SchoolWithScorers.giveAway(school.generated.root.path)
        let program = school.program
        let systemd = try program.run("schedule", "install", "--systemd", "--print").output
        #expect(systemd.contains("\nTimeoutStartSec=3960\n"), "\(systemd)")
        let cluster = try program.run("schedule", "install", "--kubernetes", "--print").output
        #expect(cluster.contains("      activeDeadlineSeconds: 3960\n"), "\(cluster)")
        for wrong in ["9 minutes", "3 days", "soon"] {
            try school.generated.write("operation: {run-deadline: \(wrong)}\n", to: "Config/gleaner.yaml")
            #expect(try school.program.run("schedule", "check").talk.contains("run-deadline"))
        }
    }
}
