import Content
import Foundation
import GRDB
import Store
import Testing

/// Ended at any moment, by Ctrl-C, by the system or by `kill -9`, then run again: no item, list or mail is lost or doubled.
/// The first two need no handling of their own: the state is written before each act, so that ending at once is safe.
@Suite struct KilledRunTests {
    /// After how many milliseconds each run is killed, one after another on the same folder: from the first lines of the
    /// ingest to the last files of the delivery, whatever the machine's speed.
    static let delays: [UInt32] = [20, 60, 90, 120, 150, 200, 250, 300, 400, 600]

    @Test(arguments: [SIGKILL, SIGTERM, SIGINT])
    func endedRunsAndOneWholeComeToTheSameAsOneWhole(by signal: Int32) throws {
        let whole = try GeneratedSchool(feeds: 6, learners: 24, seed: 31)
        let killed = try GeneratedSchool(feeds: 6, learners: 24, seed: 31)
        defer {
            whole.remove()
            killed.remove()
        }
        try Self.runToTheEnd(Program(folder: whole.root))
        let program = Program(folder: killed.root)
        #expect(try program.run("learners", "import", "--now", Self.now).status == 0)
        var kills = 0
        for delay in Self.delays {
            // A program in the background of a shell has Ctrl-C ignored: here it is as in a terminal.
            let process = try program.start([
                "--default-signal=INT", Program.path, "run", "--now", Self.now,
            ]) { $0.executableURL = URL(fileURLWithPath: "/usr/bin/env") }
            usleep(delay * 1_000)
            if process.isRunning { kill(process.processIdentifier, signal) }
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { kills += 1 }
            try Self.expectWhole(killed)
        }
        // On any machine at least the shortest delays must have hit a run at work.
        #expect(kills >= 2)
        try Self.runToTheEnd(program)
        #expect(killed.files(below: "Outbox").keys.sorted() == whole.files(below: "Outbox").keys.sorted())
        #expect(killed.files(below: "Outbox") == whole.files(below: "Outbox"))
        let left = try Self.state(killed)
        let right = try Self.state(whole)
        for table in right.keys.sorted() { #expect(left[table] == right[table], "\(table) differs") }
    }

    /// SQLite's own check of the store, where there is one by now.
    private static func expectWhole(_ school: GeneratedSchool) throws {
        let path = school.root.appendingPathComponent("Data/gleaner.sqlite").path
        guard FileManager.default.fileExists(atPath: path) else { return }
        let found = try DatabaseQueue(path: path).read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(found == ["ok"])
    }

    private static let now = "2026-09-07T06:00:00Z"

    private static func runToTheEnd(_ program: Program) throws {
        #expect(try program.run("learners", "import", "--now", now).status == 0)
        #expect(try program.run("run", "--now", now).status == 0)
    }

    /// Everything but the ledger, and the number of the run that made a list.
    private static func state(_ school: GeneratedSchool) throws -> [String: [String]] {
        let path = school.root.appendingPathComponent("Data/gleaner.sqlite").path
        var rows = try StoreDump.rows(of: path, leavingOut: ["run", "finding", "list"])
        let store = try Store(path: path)
        let edition = Edition(date: CalendarDate(year: 2026, month: 9, day: 7))
        rows["list"] = try store.lists.lists(of: edition).map { "\($0.list)" }
        return rows
    }
}
