import Content
import Foundation
import Testing

/// The sample that ships: two editions a week apart with a strip of wishes between them, as `make run` makes them.
@Suite struct SampleTests {
    @Test func theSecondEditionShowsWhatWasSaid() throws {
        let place = try Place()
        defer { place.remove() }
        try Program(folder: place.root).run("init", "school", "--sample")
        let program = Program(folder: place.root.appendingPathComponent("school"))
        let monday = "2026-09-07T05:00:00Z"
        let later = "2026-09-14T05:00:00Z"
        try program.run("learners", "import", "--now", monday)
        try program.run("ingest", "--now", monday)
        let pin = "https://feeds.example.org/history/bridges-that-bend"
        #expect(try program.run("pin", pin, "--class", "5A", "--now", monday).status == 0)
        try program.run("run", "--now", monday)
        let said = try program.run("say", "--strip", "Config/wishes.csv", "--now", "2026-09-11T13:00:00Z")
        #expect(said.status == 0 && said.talk.isEmpty, "\(said.talk)")
        let run = try program.run("run", "--now", later)
        #expect(run.talk.isEmpty, "\(run.talk)")
        let table = run.output.components(separatedBy: "\n").filter { !$0.hasPrefix("ingest ") }.joined(separator: "\n")
        try Golden.expect(table, "sample-table.txt")

        let first = try program.run("explain", "ana", "--edition", "2026-09-07").output
        let second = try program.run("explain", "ana").output
        #expect(first.contains("1. Bridges That Bend") && second.contains("1. Bridges That Bend"))
        #expect(!first.contains("asked for") && second.contains("asked for 'volcanoes' (learner)"))
        #expect(!first.contains("Spider's Many Silks") && !second.contains("Spider's Many Silks"))
        let refused = try program.run("explain", "ana", "https://feeds.example.org/science/a-spiders-many-silks")
        try Golden.expect(refused.output + refused.talk, "sample-not-sent.txt")
        // The strip typed in twice says nothing twice.
        let again = try program.run("say", "--strip", "Config/wishes.csv", "--now", "2026-09-11T13:00:00Z")
        #expect(again.output.components(separatedBy: "was there already").count == 7)
    }
}

/// Golden files: what people see, compared as a whole. `GLEANER_RECORD=1` writes them anew.
enum Golden {
    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = GeneratedSchool.checkout.appendingPathComponent("Tests/Fixtures/golden/\(name)")
        if ProcessInfo.processInfo.environment["GLEANER_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let golden = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
        #expect(text == golden, "differs from Tests/Fixtures/golden/\(name)", sourceLocation: sourceLocation)
    }
}
