import Foundation
import Testing

/// A store that is lost is not taken for one that was never made: who had stopped would be written to again.
@Suite struct LostStoreTests {
    private static let now = "2026-09-07T06:00:00Z"

    @Test(arguments: ["the store", "the store is empty", "the folder"])
    func aLostStoreIsRefusedUntilSomebodySaysSo(_ lost: String) throws {
        let school = try ScheduledSchool("weekly: {days: [monday], time: 06:30}", learners: 4, seed: 521)
        let generated = school.generated
        defer { generated.remove() }
        let program = Program(folder: generated.root)
        #expect(try program.run("learners", "import", "--now", Self.now).status == 0)
        #expect(try program.run("run", "--now", Self.now).status == 0)
        let outbox = generated.files(below: "Outbox")
        let data = generated.root.appendingPathComponent("Data").path
        if lost == "the folder" {
            try FileManager.default.removeItem(atPath: data)
        } else {
            for end in ["", "-wal", "-shm"] { unlink(data + "/gleaner.sqlite" + end) }
            if lost != "the store" { try generated.write("", to: "Data/gleaner.sqlite") }
        }
        for arguments in [["learners", "import"], ["run"], ["run", "--due"], ["deliver"], ["status"], ["check"]] {
            let result = try program.run(arguments + (arguments == ["check"] ? [] : ["--now", Self.now]))
            #expect(result.status == 2, "\(arguments)")
            #expect((result.talk + result.output).contains("--new-store"), "\(arguments): \(result.talk)")
        }
        #expect(generated.files(below: "Outbox") == outbox)
        #expect(try program.run("init", ".", "--new-store").status == 0)
        #expect(try program.run("learners", "import", "--now", Self.now).output.contains("4 new"))
        #expect(try program.run("init", ".", "--new-store").status == 2)
    }
}
