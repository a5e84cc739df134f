import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Testing
import UseCases

/// The log of a run for the machine's journal.
@Suite struct RunLogTests {
    private static let now = RunTests.monday
    private static let edition = Edition("weekly@2026-09-07")

    private static func told(_ text: String) -> Verbatim { Verbatim(text) }

    /// One event of each kind.
    private static let events: [RunEvent] = {
        var summary = RunSummary()
        var ingest = RunSummary.Ingest()
        (ingest.feeds, ingest.read, ingest.failed, ingest.new) = (5, 3, 2, 30)
        summary.ingest = ingest
        let findings = [
            Finding(
                .error, at: .feed("https://user:secret@feeds.example/a?key=123456789"), "it could not be read.",
                remedy: "Check its address."),
            Finding(.warning, at: .learner(LearnerID(rawValue: "ana")), "the pin of 'Sharks' was not sent."),
            Finding(.warning, at: .learner(LearnerID(rawValue: "ben")), "no list: no article passed the gates."),
            Finding(
                .error, at: "weekly@2026-09-07/mail/ana.eml",
                "could not write /srv/school/Outbox/weekly@2026-09-07/mail/ana.eml: No space left on device."),
            .widened([LearnerID(rawValue: "ana")]), .noLearners,
        ]
        func event(_ what: RunEvent.What, _ stage: Stage? = nil) -> RunEvent {
            RunEvent(at: now, edition: edition, run: 12, stage: stage, what)
        }
        return [event(.begun([.ingest, .rank])), event(.stageBegun, .ingest)]
            + RunEvent.of(
                findings, at: now, edition: edition, run: 12, stage: .ingest,
                telling: [.widened([LearnerID(rawValue: "ana")])])
            + [
                event(.stageEnded(milliseconds: 1_250, summary), .ingest),
                event(.ended(.degraded, milliseconds: 2_500, problem: nil)),
                event(.ended(.failed, milliseconds: 3, problem: told("there are no feeds."))),
                RunEvent(
                    at: now, edition: edition,
                    .settled(.done, because: told("its time has come"), isFailure: false)),
                RunEvent(
                    at: now, edition: edition,
                    .settled(.open, because: told("there are no articles"), isFailure: true)
                ),
                RunEvent(
                    at: now, edition: edition,
                    .settled(.missed, because: told("the machine was off"), isFailure: false)
                ),
                RunEvent(at: now, .removed(editions: 2, remaining: 1, isDoubted: false)),
                RunEvent(at: now, .removed(editions: 0, remaining: 0, isDoubted: true)),
                RunEvent(at: now, .busy(holder: told("process 812 on school-pc"))),
                RunEvent(at: now, .refused(told("could not lock\nthe folder"))),
            ]
    }()

    @Test(arguments: RunLogFormat.allCases) func eachEventIsALine(_ format: RunLogFormat) throws {
        let lines = Self.events.map { format.line($0) }
        #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("ana") && !$0.contains("Sharks") })
        #expect(lines.allSatisfy { !$0.contains("secret") && !$0.contains("123456789") })
        try Golden.expect(lines.joined(separator: "\n") + "\n", "run-log-\(format.rawValue).txt")
    }

    @Test func aRunWritesItsLogAndNothingForPeople() throws {
        let school = try GeneratedSchool(feeds: 2, learners: 6, seed: 811)
        defer { school.remove() }
        let program = Program(folder: school.root)
        let now = Self.now.iso
        try program.run("learners", "import", "--now", now)
        let journal = try program.run("ingest", "--log", "journal", "--now", now)
        #expect(journal.status == 0 && journal.output.isEmpty)
        let lines = journal.talk.split(separator: "\n")
        #expect(lines.allSatisfy { $0.wholeMatch(of: /<[3-6]>.+/) != nil }, "\(journal.talk)")
        #expect(lines.first == "<6>manual@2026-09-07 run 1: begins with ingest")
        #expect(lines.contains { $0.hasPrefix("<3>manual@2026-09-07 run 1 ingest: Feeds/gone.xml: ") })
        #expect(lines.last?.hasPrefix("<4>manual@2026-09-07 run 1: ended after ") == true)
        let run = try program.run("run", "--log", "json", "--now", now)
        #expect(run.status == 0 && run.output.isEmpty)
        let events = try run.talk.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.allSatisfy { $0["time"] as? String == now && $0["level"] is String })
        #expect(events.filter { $0["event"] as? String == "stage-ended" }.count == 3)
        #expect(events.last?["event"] as? String == "run-ended" && events.last?["run"] as? Int == 2)
        // Who they are and what they want is nobody's who reads the journal.
        let names = (0..<6).flatMap { ["Learner \($0)", "l\($0)@", "\"l\($0)\"", "learner l\($0)"] }
        for name in names + GeneratedSchool.topics { #expect(!run.talk.contains(name), "\(run.talk)") }
    }

    @Test func whatCannotBeginStandsInTheLogToo() throws {
        let school = try ScheduledSchool(DueRunTests.weekly, seed: 812)
        defer { school.remove() }
        let program = school.program
        try program.run("run", "--due", "--now", "2026-09-01T06:00:00Z")
        let failed = try program.run("run", "--due", "--quiet", "--log", "journal", "--now", "2026-09-07T06:30:00Z")
        #expect(failed.status == 2 && failed.output.isEmpty)
        #expect(
            failed.talk.contains("<3>weekly@2026-09-07: failed, and goes on at the next tick: there are no learners"),
            "\(failed.talk)")
        try school.generated.write("schedules: {weekly: nothing}\n", to: "Config/gleaner.yaml")
        let refused = try program.run("run", "--due", "--log", "journal", "--now", "2026-09-07T06:40:00Z")
        #expect(refused.status == 2 && refused.talk.hasPrefix("<3>Config/gleaner.yaml:"), "\(refused.talk)")
    }
}
