import Content
import Foundation
import Store
import Testing

/// Scorers outside of the process in a school's runs, as its people meet them.
@Suite(
    .timeLimit(.minutes(20)), .enabled(if: SchoolWithScorers.canRun, "root runs these tests where nobody else can read")
)
struct ExternalRunTests {
    private static let failing = "while read -r line; do echo '{\"type\":\"error\",\"message\":\"no words\"}'; done"

    @Test func aScorerThatFailsIsSaidOnEveryListInEveryFormAndLanguage() throws {
        let school = try SchoolWithScorers(seed: 201)
        defer { school.remove() }
        try school.add("Wordy", Self.failing)
        try school.configure(["Wordy": "weight: 4"])
        try school.prepare()
        let run = try school.program.run("run", "--strict", "--now", SchoolWithScorers.now)
        #expect(run.status == 1, "with --strict a run without one of its scorers is a failure")
        #expect(
            run.talk.contains(
                "error: scorer Wordy: it says: “no words” when it was greeted. All lists were ranked without it."))
        let files = school.school.files(below: "Outbox")
        let texts = files.mapValues { String(decoding: $0, as: UTF8.self) }
        let said = ["ranked without", "se ordenó sin", "رُتبت هذه القائمة من دون"]
        var forms: Set<String> = []
        for (name, text) in texts {
            let kind = (name as NSString).pathExtension
            guard ["html", "txt", "md", "csv", "xml", "jsonl", "atom"].contains(kind) else { continue }
            forms.insert(kind)
            #expect(said.contains { text.contains($0) }, "\(name) does not say it")
        }
        #expect(forms.isSuperset(of: ["html", "txt", "md", "csv", "jsonl"]), "\(forms)")
        let mails = texts.filter { $0.key.hasSuffix(".eml") }
        #expect(mails.allSatisfy { $0.value.contains("Wordy") }, "the mail's text and HTML say it")
        // The same school without it: without --strict it is no failure, and the order is not by date.
        #expect(try school.program.run("run", "--edition", "2026-09-08", "--now", "2026-09-08T06:00:00Z").status == 0)
    }

    @Test func aScorerThatIsSoundDecidesWithTheOthers() throws {
        let school = try SchoolWithScorers(seed: 202)
        defer { school.remove() }
        try school.program.run("scorers", "new", "Brief", "--language", "sh")
        try school.configure(["Brief": "weight: 2, options: {longest: 20}"])
        try school.prepare()
        let run = try school.program.run("run", "--strict", "--now", SchoolWithScorers.now)
        #expect(run.status == 0, "\(run.talk)")
        let lists = String(
            decoding: school.school.files(below: "Outbox").first { $0.key.hasSuffix("lists.jsonl") }?.value ?? Data(),
            as: UTF8.self)
        #expect(!lists.isEmpty && !lists.contains("ranked without"))
        let listed = try school.program.run("scorers", "list").output
        #expect(listed.contains("Brief (external)") && listed.contains(#"{"longest":20}"#))
        let explained = try school.program.run("explain", "L1", "--edition", "2026-09-07")
        #expect(explained.status == 0 || explained.talk.contains("L1"), "\(explained.talk)")
        let (_, store) = try school.school.open()
        let record = try store.runs.all().first { $0.stages.contains("rank") }?.scorers.first { $0.name == "Brief" }
        #expect(record?.sandboxed == !SchoolWithScorers.isOpen)
        #expect(record?.options == #"{"longest":20}"#)
        #expect(run.talk.contains("runs without a sandbox") == SchoolWithScorers.isOpen)
    }

    @Test func oneThatTheConfigurationDoesNotNameIsNotStarted() throws {
        let school = try SchoolWithScorers(seed: 203)
        defer { school.remove() }
        try school.add("Lurking", "touch \"$TMPDIR/started\"; sleep 60")
        try school.configure([:])
        try school.prepare()
        #expect(try school.program.run("rank", "--strict", "--now", SchoolWithScorers.now).status == 0)
        #expect(try school.program.run("scorers", "list").output.contains("not named"))
    }

    @Test func whatIsWrongInTheConfigurationIsSaidBeforeAnythingRuns() throws {
        let school = try SchoolWithScorers(seed: 204)
        defer { school.remove() }
        try school.add("Wordy", manifest: "options: {longest: {default: 15, least: 1, most: 60}}", Self.failing)
        let cases = [
            (["Wordi": "weight: 1"], "there is no such scorer. Did you mean 'Wordy'?"),
            (["Wordy": "options: {longer: 3}"], "option 'longer': is unknown. Did you mean 'longest'?"),
            (["Wordy": "options: {longest: 99}"], "option 'longest': expected a whole number from 1 to 60"),
            (["Wordy": "options: {longest: much}"], "option 'longest': expected a whole number from 1 to 60"),
            (["Freshness": "allow-unsandboxed: true"], "'allow-unsandboxed' is for scorers outside of the program"),
        ]
        for (scorers, words) in cases {
            try school.configure(scorers)
            let result = try school.program.run("check")
            #expect(result.status == 2 && result.talk.contains(words), "\(scorers): \(result.talk)")
        }
    }

    @Test func namesThatShipAndBrokenManifestsAreSaid() throws {
        let school = try SchoolWithScorers(seed: 205)
        defer { school.remove() }
        try school.add("Broken", manifest: "colour: blue", Self.failing)
        try school.configure([:])
        let unused = try school.program.run("check")
        #expect(unused.status == 0, "nothing asks for it")
        #expect(
            unused.talk.contains("warning: Plugins/External/Broken/scorer.yaml:7:1: Unknown key 'colour'."),
            "\(unused.talk)")
        try school.configure(["Broken": "weight: 1"])
        #expect(try school.program.run("check").status == 2)
        try school.configure([:])
        try school.add("freshness", Self.failing)
        let taken = try school.program.run("check")
        #expect(
            taken.status == 0
                && taken.talk.contains("warning: Plugins/External/freshness: a scorer called Freshness ships"))
    }

    @Test func aBrokenFolderKeepsNobodyFromTheirLists() throws {
        let school = try SchoolWithScorers(seed: 207)
        defer { school.remove() }
        try school.add("Broken", manifest: "colour: blue", Self.failing)
        try school.add("freshness", Self.failing)
        try FileManager.default.createDirectory(
            at: school.school.root.appendingPathComponent("Plugins/External/Empty"), withIntermediateDirectories: true)
        // Nobody has named any of them: nothing is left out.
        try school.configure([:])
        try school.prepare()
        let run = try school.program.run("run", "--strict", "--now", SchoolWithScorers.now)
        #expect(run.status == 0, "\(run.talk)")
        #expect(run.talk.contains("warning: Plugins/External/Broken/scorer.yaml:7:1: Unknown key 'colour'."))
        // One is named: everybody is ranked without it, and that is said.
        try school.configure(["Broken": "weight: 1", "Empty": "weight: 0"])
        let arguments = ["run", "--edition", "2026-09-08", "--now", "2026-09-08T06:00:00Z"]
        #expect(try school.program.run(arguments).status == 0)
        let named = try school.program.run(arguments + ["--strict"])
        #expect(named.status == 1)
        #expect(
            named.talk.contains(
                "error: scorer Broken: it cannot be used: Plugins/External/Broken/scorer.yaml:7:1: Unknown key 'colour'. "
                    + "All lists were ranked without it."), "\(named.talk)")
        #expect(named.talk.contains("error: scorer Empty: it cannot be used"), "\(named.talk)")
        let (_, store) = try school.school.open()
        let lists = try store.lists.lists(of: Edition(date: CalendarDate(year: 2026, month: 9, day: 8)))
        #expect(!lists.isEmpty && lists.allSatisfy { $0.list.missingScorers == ["Broken", "Empty"] })
        let check = try school.program.run("check")
        #expect(check.status == 2 && check.talk.contains("Lists are made without it."), "\(check.talk)")
    }

    /// What is planted into a scorer's folder after it was looked at keeps it from being started, whoever put it there.
    @Test func aLinkPlantedIntoAScorersFolderIsFoundBeforeItIsStarted() throws {
        let school = try SchoolWithScorers(seed: 208, learners: 3)
        defer { school.remove() }
        try school.program.run("scorers", "new", "Brief", "--language", "sh")
        try school.configure(["Brief": "weight: 2"])
        try school.prepare()
        let folder = school.school.root.path + "/Plugins/External/Brief"
        try FileManager.default.createSymbolicLink(atPath: folder + "/words", withDestinationPath: "../../../Data")
        let check = try school.program.run("check")
        #expect(check.status == 2 && check.talk.contains("Brief/words leads out of its folder"), "\(check.talk)")
        let run = try school.program.run("run", "--strict", "--now", SchoolWithScorers.now)
        #expect(run.status == 1 && run.talk.contains("All lists were ranked without it."), "\(run.talk)")
        unlink(folder + "/words")
        let again = ["run", "--strict", "--edition", "2026-09-08", "--now", "2026-09-08T06:00:00Z"]
        #expect(try school.program.run(again).status == 0)
    }

    /// Where the program is killed the scorer goes with it, whatever it is doing.
    @Test func theScorerDiesWithTheProgram() throws {
        let school = try SchoolWithScorers(seed: 206)
        defer { school.remove() }
        let mark = "987654.\(ProcessInfo.processInfo.processIdentifier)"
        try school.add("Sleepy", "trap '' TERM HUP INT PIPE; sleep \(mark) & sleep \(mark)")
        try school.configure(["Sleepy": "weight: 1"])
        try school.prepare()
        let process = try school.program.start(["rank", "--now", SchoolWithScorers.now])
        for _ in 0..<400 where school.processes(naming: mark).count < 2 { usleep(25_000) }
        #expect(school.processes(naming: mark).count >= 2)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        for _ in 0..<400 where !school.processes(naming: mark).isEmpty && !SchoolWithScorers.isOpen { usleep(25_000) }
        if SchoolWithScorers.isOpen {
            // Without a namespace what a scorer started itself may outlive a killed program; the scorer may not.
            for number in school.processes(naming: mark).compactMap({ Int32($0) }) { kill(number, SIGKILL) }
        } else {
            #expect(school.processes(naming: mark).isEmpty)
        }
    }
}
