import Content
import Foundation
import Store
import Testing

/// A run by hand: what it ends with, and what it says that it has written.
@Suite(.timeLimit(.minutes(20))) struct RunByHandTests {
    private static let now = "2026-09-07T06:00:00Z"

    private func school(seed: UInt64, feeds: Int = 2, learners: Int = 3) throws -> (GeneratedSchool, Program) {
        let school = try GeneratedSchool(feeds: feeds, learners: learners, seed: seed)
        return (school, Program(folder: school.root))
    }

    @Test func aRunThatCouldDoNothingEndsWithTwo() throws {
        let (school, program) = try school(seed: 51)
        defer { school.remove() }
        // Nobody is on the roster.
        for arguments in [["run"], ["rank"], ["run", "--json"]] {
            let result = try program.run(arguments + ["--now", Self.now])
            #expect(result.status == 2, "\(arguments)")
            #expect(result.talk.contains("nothing could be done: there are no learners"), "\(result.talk)")
            #expect(!result.output.contains("are in Outbox"))
        }
        try program.run("learners", "import", "--now", Self.now)
        let deliver = try program.run("deliver", "--edition", "2026-09-01", "--now", Self.now)
        #expect(deliver.status == 2 && deliver.talk.contains("there are no lists of manual@2026-09-01"))
        // That nothing waits is well.
        #expect(try program.run("deliver", "--now", Self.now).status == 0)
        let (_, store) = try school.open()
        #expect(try store.runs.all().filter { $0.stages.contains("rank") }.allSatisfy { $0.status == 2 })
    }

    @Test func withoutFeedsAndArticlesItEndsWithTwo() throws {
        let (school, program) = try school(seed: 52)
        defer { school.remove() }
        try program.run("learners", "import", "--now", Self.now)
        let opml = """
            <opml version="2.0"><head/><body>
            <outline type="rss" text="A page" xmlUrl="page.xml"/><outline type="rss" text="Gone" xmlUrl="gone.xml"/>
            </body></opml>
            """
        try school.write(opml, to: "Feeds/feeds.opml")
        let ingest = try program.run("ingest", "--now", Self.now)
        #expect(ingest.status == 2 && ingest.talk.contains("none of the feeds could be read"), "\(ingest.talk)")
        let run = try program.run("run", "--now", Self.now)
        #expect(run.status == 2 && run.talk.contains("there are no articles, so nobody has a list"), "\(run.talk)")
        try school.write("<opml version=\"2.0\"><head/><body/></opml>", to: "Feeds/feeds.opml")
        #expect(try program.run("ingest", "--now", Self.now).status == 2)
    }

    @Test func feedsThatAreOutOfReachAreAPartLeftOutWhereListsAreMade() throws {
        let (school, program) = try school(seed: 53)
        defer { school.remove() }
        try program.run("learners", "import", "--now", Self.now)
        #expect(try program.run("ingest", "--now", Self.now).status == 0)
        for name in ["feed0.xml", "feed1.xml"] {
            try FileManager.default.removeItem(at: school.root.appendingPathComponent("Feeds/\(name)"))
        }
        #expect(try program.run("run", "--now", Self.now).status == 0)
        #expect(try program.run("run", "--strict", "--now", Self.now).status == 1)
    }

    @Test func whatItNamesAsWrittenWasWritten() throws {
        let (school, program) = try school(seed: 54)
        defer { school.remove() }
        try program.run("learners", "import", "--now", Self.now)
        // A file stands where the outbox should be: nothing can be written, whoever one is.
        try school.write("", to: "Outbox")
        let run = try program.run("run", "--now", Self.now)
        #expect(run.status == 2 && run.talk.contains("could be written to the outbox"), "\(run.talk)")
        #expect(!run.output.contains("are in Outbox"))
        #expect(run.output.contains("0 files written"))
        // Where only the mails are in trouble, the rest is there and is said.
        try FileManager.default.removeItem(at: school.root.appendingPathComponent("Outbox"))
        let edition = school.root.appendingPathComponent("Outbox/manual@2026-09-07")
        try FileManager.default.createDirectory(at: edition, withIntermediateDirectories: true)
        try school.write("", to: "Outbox/manual@2026-09-07/mail")
        let some = try program.run("deliver", "--now", Self.now)
        #expect(
            some.status == 0 && some.output.contains("files are in Outbox/manual@2026-09-07/; the next run goes on"))
        #expect(try program.run("deliver", "--strict", "--now", Self.now).status == 2, "nothing of what was left")
        try FileManager.default.removeItem(at: edition.appendingPathComponent("mail"))
        let all = try program.run("deliver", "--strict", "--now", Self.now)
        #expect(all.status == 0 && all.output.contains("Mails and pages are in Outbox/manual@2026-09-07/"))
        // Again there is nothing to do, which is well.
        #expect(try program.run("deliver", "--edition", "2026-09-07", "--now", Self.now).status == 0)
    }

    @Test func withoutASenderItNamesNoMails() throws {
        let (school, program) = try school(seed: 55)
        defer { school.remove() }
        let path = school.root.appendingPathComponent("Config/gleaner.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let silent = text.split(separator: "\n").filter { !$0.contains("from:") }.joined(separator: "\n")
        try school.write(silent, to: "Config/gleaner.yaml")
        try program.run("learners", "import", "--now", Self.now)
        let run = try program.run("run", "--now", Self.now)
        #expect(run.status == 0 && run.output.contains("\nPages are in Outbox/"), "\(run.output)\(run.talk)")
        // Neither mail nor page: nobody is served.
        try school.write(silent + "\nforms: []\n", to: "Config/gleaner.yaml")
        let none = try program.run("run", "--edition", "2026-09-08", "--now", "2026-09-08T06:00:00Z")
        #expect(none.status == 2 && none.talk.contains("no mail and no page could be made"), "\(none.talk)")
    }

    /// The kernel ends who writes beyond its bound, unless it listens.
    @Test func aFileThatMayNotGrowIsAnErrorLikeAFullDisk() throws {
        let (school, program) = try school(seed: 56)
        defer { school.remove() }
        try program.run("learners", "import", "--now", Self.now)
        let script = "ulimit -f 40; exec \"$0\" run --now \(Self.now)"
        let run = try program.run(["-c", script, Program.path], by: "/bin/sh")
        #expect(run.status == 2 && run.talk.contains("error: "), "\(run.status) \(run.talk)")
        #expect(!run.output.contains("are in Outbox"))
        #expect(try program.run("run", "--now", Self.now).status == 0)
    }
}

/// `--edition SCHEDULE@DATE` by hand.
@Suite(.timeLimit(.minutes(20))) struct EditionByHandTests {
    private static let small = "small: {classes: [9B], days: [monday], time: 06:30, max-late: 6 hours}"

    private func begin(_ schedules: String, seed: UInt64) throws -> ScheduledSchool {
        let school = try ScheduledSchool(schedules, seed: seed)
        try school.importRoster(now: "2026-09-01T06:00:00Z")
        try school.tick("2026-09-01T06:00:00Z")
        return school
    }

    @Test func aScheduleThatDoesNotExistIsRefusedAndSoIsADateThatIsNoneOfIts() throws {
        let school = try begin(Self.small, seed: 460)
        defer { school.remove() }
        for command in [["run"], ["rank"], ["deliver"], ["ingest"], ["preview", "l0"]] {
            let unknown = try school.program.run(command + ["--edition", "smal@2026-09-07"])
            #expect(unknown.status == 2, "\(command)")
            #expect(
                unknown.talk.contains("there is no schedule 'smal'. Did you mean 'small'? Known: small, manual."),
                "\(command): \(unknown.talk)")
            guard command[0] != "preview" else { continue }
            let tuesday = try school.program.run(
                command + ["--edition", "small@2026-09-08", "--now", "2026-09-07T05:00:00Z"])
            #expect(tuesday.status == 2, "\(command)")
            #expect(
                tuesday.talk.contains("'small' has no edition on 2026-09-08; the next: 2026-09-07, 2026-09-14."),
                "\(command): \(tuesday.talk)")
        }
        #expect(try school.store().runs.all().isEmpty && school.mails.isEmpty)
    }

    @Test func itKeepsToTheClassesAndIsNeitherSentAgainNorMissed() throws {
        let school = try begin(Self.small, seed: 461)
        defer { school.remove() }
        let run = try school.program.run("run", "--edition", "small@2026-09-07", "--now", "2026-09-07T05:00:00Z")
        #expect(run.status == 0, "\(run.talk)")
        let edition = try #require(Edition("small@2026-09-07"))
        #expect(try school.store().lists.learners(of: edition).map { $0.rawValue }.sorted() == ["l0", "l3", "l6"])
        let outbox = school.generated.files(below: "Outbox")
        #expect(try school.record("small@2026-09-07")?.state == .done)
        // The tick's time comes, and goes.
        let runs = try school.store().runs.all().count
        for now in ["2026-09-07T06:30:00Z", "2026-09-07T20:00:00Z"] { try school.tick(now) }
        #expect(school.generated.files(below: "Outbox") == outbox)
        #expect(try school.store().runs.all().count == runs)
        let record = try #require(try school.record("small@2026-09-07"))
        #expect(record.state == .done && record.reason == "it was put out by hand")
        // The next one is the tick's own.
        try school.tick("2026-09-14T06:30:00Z")
        #expect(try school.record("small@2026-09-14")?.state == .done)
    }

    @Test func whatCouldNotBeWrittenByHandTheTickWrites() throws {
        let school = try begin(Self.small, seed: 464)
        defer { school.remove() }
        try school.generated.write("", to: "Outbox")
        let run = try school.program.run("run", "--edition", "small@2026-09-07", "--now", "2026-09-07T05:00:00Z")
        #expect(run.status == 2, "\(run.talk)")
        #expect(try school.record("small@2026-09-07")?.state == .open)
        try FileManager.default.removeItem(at: school.generated.root.appendingPathComponent("Outbox"))
        try school.tick("2026-09-07T06:30:00Z")
        #expect(!school.mails.isEmpty)
        #expect(try school.record("small@2026-09-07")?.state == .done)
    }

    @Test func itsListsWaitForTheReviewThatTheScheduleAsksFor() throws {
        let school = try begin("weekly: {days: [monday], time: 06:30, review: 14:00 3 days before}", seed: 462)
        defer { school.remove() }
        let run = try school.program.run("run", "--edition", "weekly@2026-09-07", "--now", "2026-09-04T10:00:00Z")
        #expect(run.status == 0, "\(run.talk)")
        let edition = try #require(Edition("weekly@2026-09-07"))
        #expect(try school.store().lists.count(of: edition, in: .awaitingApproval) == 9)
        #expect(school.mails.isEmpty && !run.output.contains("are in Outbox"))
        #expect(try school.record("weekly@2026-09-07")?.state == .open, "the rest is the tick's")
        try school.program.run("review", "--class", "9B", "--approve", "--now", "2026-09-05T10:00:00Z")
        try school.tick("2026-09-07T06:30:00Z")
        #expect(!school.mails.isEmpty)
        #expect(try school.record("weekly@2026-09-07")?.state == .done)
    }

    @Test func oneThatWasMissedMayStillBeMadeAndOneThatWasSkippedMayNot() throws {
        let school = try begin(Self.small, seed: 463)
        defer { school.remove() }
        try school.tick("2026-09-07T20:00:00Z")
        #expect(try school.record("small@2026-09-07")?.state == .missed)
        let late = try school.program.run("run", "--edition", "small@2026-09-07", "--now", "2026-09-07T21:00:00Z")
        #expect(late.status == 0 && !school.mails.isEmpty, "\(late.talk)")
        try school.tick("2026-09-07T21:10:00Z")
        #expect(try school.record("small@2026-09-07")?.state == .done)
        try school.program.run("schedule", "skip", "2026-09-14", "--now", "2026-09-08T06:00:00Z")
        let skipped = try school.program.run("run", "--edition", "small@2026-09-14", "--now", "2026-09-14T05:00:00Z")
        #expect(skipped.status == 2 && skipped.talk.contains("is skipped"), "\(skipped.talk)")
        try school.program.run("schedule", "pause", "small", "--now", "2026-09-15T06:00:00Z")
        let paused = try school.program.run("rank", "--edition", "small@2026-09-21", "--now", "2026-09-21T05:00:00Z")
        #expect(paused.status == 2 && paused.talk.contains("falls into a pause"), "\(paused.talk)")
    }
}
