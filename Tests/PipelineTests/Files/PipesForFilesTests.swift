import Configuration
import Content
import Foundation
import Glibc
import Phrases
import Pipeline
import Store
import Testing
import UseCases

/// A pipe in the place of a file, into which nobody ever writes: it costs what it stands for, not the night.
@Suite struct PipesForFilesTests {
    private static func school(_ seed: UInt64, pipe: String) throws -> GeneratedSchool {
        let school = try GeneratedSchool(feeds: 2, learners: 2, seed: seed)
        let path = school.root.path + "/" + pipe
        unlink(path)
        #expect(mkfifo(path, 0o600) == 0)
        return school
    }

    /// Runs the program; one that hangs is killed.
    private static func run(_ school: GeneratedSchool, _ arguments: [String]) throws -> Program.Result {
        let process = try Program(folder: school.root).start(arguments)
        let start = ContinuousClock.now
        while process.isRunning, ContinuousClock.now - start < .seconds(60) { usleep(20_000) }
        #expect(!process.isRunning, "\(arguments) hangs")
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        func text(_ pipe: Any?) -> String {
            String(decoding: (pipe as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data(), as: UTF8.self)
        }
        return Program.Result(
            status: process.terminationStatus, output: text(process.standardOutput), talk: text(process.standardError))
    }

    @Test(arguments: [
        ("Config/gleaner.yaml", "run"), ("Config/held-words/en.txt", "run"), ("Config/distress-words.txt", "run"),
        ("Config/reasons/en.yaml", "run"),
        ("Config/templates/page.html.mustache", "run"), ("Config/learners.csv", "learners import"),
        ("Config/classes.csv", "learners import"), ("strip.csv", "say --strip strip.csv"),
        ("items.jsonl", "evaluate --items items.jsonl --slates items.jsonl"), ("Config/learners.csv", "check"),
    ])
    func thatOfTheSchoolsEndsTheCommandAndIsNamed(_ pipe: String, _ command: String) throws {
        let school = try Self.school(614, pipe: pipe)
        defer { school.remove() }
        let result = try Self.run(school, command.split(separator: " ").map { String($0) })
        #expect(result.status == 2, "\(result.talk)")
        #expect(result.talk.contains("a pipe"), "\(result.talk)")
    }

    @Test func aFeedsCostsThatFeed() throws {
        let school = try Self.school(615, pipe: "Feeds/feed0.xml")
        defer { school.remove() }
        #expect(try Self.run(school, ["learners", "import"]).status == 0)
        let result = try Self.run(school, ["run", "--now", "2026-09-07T06:00:00Z"])
        #expect(result.status == 0)
        #expect(result.talk.contains("Feeds/feed0.xml: It is a pipe, not a file."), "\(result.talk)")
        #expect(result.output.contains("2 lists made"), "\(result.output)")
    }

    @Test func aListsIsAnError() throws {
        let school = try Self.school(616, pipe: "Feeds/feeds.opml")
        defer { school.remove() }
        let result = try Self.run(school, ["feeds", "check"])
        #expect(
            result.talk.contains("Feeds/feeds.opml: the feed list could not be read. It is a pipe"), "\(result.talk)")
    }

    @Test func aCalendarsIsNamedByTheCheck() throws {
        let school = try ScheduledSchool(
            "weekly: {days: [monday], time: 06:30, holidays: [Config/holidays.ics]}", seed: 617)
        defer { school.remove() }
        #expect(mkfifo(school.generated.root.path + "/Config/holidays.ics", 0o600) == 0)
        let result = try Self.run(school.generated, ["schedule", "check"])
        #expect(result.status == 2)
        // A run by hand reads it too.
        try school.importRoster(now: "2026-09-06T06:00:00Z")
        let run = ["run", "--edition", "weekly@2026-09-07", "--now", "2026-09-06T06:00:00Z"]
        let byHand = try Self.run(school.generated, run)
        #expect(byHand.status == 2 && byHand.talk.contains("gleaner schedule check"), "\(byHand)")
    }
}
