import Content
import Foundation
@testable import Phrases
@testable import Pipeline
import Store
import TestSupport
import Testing
@testable import UseCases

/// `gleaner scorers new`, `check`, `install`, `record` and `replay`.
@Suite(
    .timeLimit(.minutes(20)), .enabled(if: SchoolWithScorers.canRun, "root runs these tests where nobody else can read")
)
struct ScorerCommandTests {
    /// Runs a program in a folder; gives what it printed, or nil where it failed.
    private func succeeds(_ arguments: [String], in folder: URL) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test(arguments: ["python", "c", "sh"]) func whatIsWrittenPassesItsTestAndTheKit(language: String) throws {
        let school = try SchoolWithScorers(seed: 210)
        defer { school.remove() }
        let made = try school.program.run("scorers", "new", "Trial", "--language", language)
        #expect(made.status == 0, "\(made.talk)")
        let folder = school.school.root.appendingPathComponent("Plugins/External/Trial")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in names {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(!text.contains("Brevity"), "\(name) still has the template's name")
        }
        switch language {
        case "python":
            #expect(try succeeds(["python3", "-m", "unittest", "discover"], in: folder))
        case "c":
            let built = try CProgram.build(folder.appendingPathComponent("scorer.c").path)
            try FileManager.default.copyItem(atPath: built, toPath: folder.appendingPathComponent("scorer").path)
            #expect(try succeeds(["sh", "test.sh"], in: folder))
        default:
            #expect(try succeeds(["sh", "test.sh"], in: folder))
        }
        let check = try school.check("Trial")
        #expect(check.status == 0, "\(check.output)\(check.talk)")
        #expect(!check.output.contains("FAIL"))
        // It is in shadow with a weight of 0, and nothing else changes.
        try school.configure(["Trial": "weight: 0"])
        try school.prepare()
        #expect(try school.program.run("rank", "--strict", "--now", SchoolWithScorers.now).status == 0)
        let again = try school.program.run("scorers", "new", "Trial", "--language", language)
        #expect(again.status == 2 && again.talk.contains("already"))
    }

    @Test func aScorerInSwiftNeedsTheSources() throws {
        let school = try SchoolWithScorers(seed: 211)
        defer { school.remove() }
        let result = try school.program.run("scorers", "new", "Trial", "--language", "swift")
        #expect(result.status == 2 && result.talk.contains("needs Gleaner's sources"))
        // Where they are, it writes the scorer, its test, and its line in the one list.
        try school.school.write("// swift-tools-version: 6.2\n", to: "Package.swift")
        let plugins = school.school.root.appendingPathComponent("Plugins")
        try FileManager.default.createDirectory(at: plugins, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: CProgram.checkout + "/Plugins/Shipped.swift", toPath: plugins.path + "/Shipped.swift")
        #expect(try school.program.run("scorers", "new", "Trial", "--language", "swift").status == 0)
        let list = try String(contentsOfFile: plugins.path + "/Shipped.swift", encoding: .utf8)
        #expect(list.contains("        Trial.self,\n    ]"))
        let source = try String(contentsOfFile: plugins.path + "/Trial/Trial.swift", encoding: .utf8)
        #expect(source.contains("public struct Trial: AnybodyScorer"))
        #expect(
            FileManager.default.fileExists(
                atPath: school.school.root.path + "/Tests/ShippedScorersTests/TrialTests.swift"))
    }

    @Test(arguments: ["Freshness", "InterestMatch"]) func scorersThatShipAreCheckedByTheSameKit(name: String) throws {
        let school = try SchoolWithScorers(seed: 212)
        defer { school.remove() }
        let check = try school.check(name)
        #expect(check.status == 0 && check.output.contains("ok    the same answer twice"), "\(check.output)")
    }

    @Test func aScorerThatGuessesIsFoundOut() throws {
        let school = try SchoolWithScorers(seed: 213)
        defer { school.remove() }
        try school.program.run("scorers", "new", "Trial", "--language", "python")
        let path = school.school.root.path + "/Plugins/External/Trial/scorer.py"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try school.school.write(
            text.replacingOccurrences(
                of: "return self.row", with: "self.row = [(s + 0.37) % 1 for s in self.row]; return self.row"),
            to: "Plugins/External/Trial/scorer.py")
        let check = try school.check("Trial")
        #expect(
            check.status == 2 && check.output.contains("FAIL  the same answer twice: asked again, learner 1"),
            "\(check.output)")
    }

    @Test func anArchiveIsShownAndInstalled() throws {
        let school = try SchoolWithScorers(seed: 214)
        defer { school.remove() }
        let root = school.school.root
        try school.program.run("scorers", "new", "Trial", "--language", "python")
        let external = root.appendingPathComponent("Plugins/External")
        #expect(try succeeds(["tar", "czf", "../../trial.tgz", "Trial"], in: external))
        #expect(
            try succeeds(
                ["tar", "cf", "../../evil.tar", "--transform", "s,Trial,../../Trial,", "-P", "Trial"], in: external))
        try FileManager.default.createSymbolicLink(
            atPath: external.path + "/Trial/link", withDestinationPath: "/etc/passwd")
        #expect(try succeeds(["tar", "cf", "../../link.tar", "Trial"], in: external))
        let taken = try school.program.run("scorers", "install", "trial.tgz", "--yes")
        #expect(taken.status == 2 && taken.talk.contains("already"))
        try FileManager.default.moveItem(atPath: external.path + "/Trial", toPath: root.path + "/Trial")

        for name in ["evil.tar", "link.tar", "Trial", "nothing.zip", "Config/gleaner.yaml", "Config"] {
            let result = try school.program.run("scorers", "install", name, "--yes")
            #expect(result.status == 2, "\(name)")
            #expect(!FileManager.default.fileExists(atPath: external.path + "/Trial"))
        }
        // Nobody is at the terminal, so nobody agrees.
        let asked = try school.program.run("scorers", "install", "trial.tgz")
        #expect(asked.status == 2 && asked.output.contains("sees of the learners:  nothing"))
        #expect(!FileManager.default.fileExists(atPath: external.path + "/Trial"))
        #expect(try school.program.run("scorers", "install", "trial.tgz", "--yes").status == 0)
        #expect(try school.check("Trial").status == 0)
    }

    @Test(arguments: ["../x", "/etc/x", "a/../../x", "", "..", "a\u{0}b", "a\\b", "a\nb"])
    func aPathThatLeadsElsewhereIsRefused(path: String) {
        #expect(throws: PackageFault.self) { try ScorerPackage.safe(path) }
    }

    @Test func aPathOfItsOwnIsKept() throws {
        #expect(try ScorerPackage.safe("./bin//scorer.py") == "bin/scorer.py")
    }

    @Test func aConversationIsKeptAndSaidAgain() throws {
        let school = try SchoolWithScorers(seed: 215)
        defer { school.remove() }
        try school.program.run("scorers", "new", "Trial", "--language", "python")
        let manifest = "Plugins/External/Trial/scorer.yaml"
        let text = try String(contentsOfFile: school.school.root.path + "/" + manifest, encoding: .utf8)
        try school.school.write(
            text.replacingOccurrences(of: "learners: []", with: "learners: [pseudonym, wants, taught]"), to: manifest)
        try school.configure(["Trial": "weight: 0"])
        try school.prepare()
        let kept = try school.program.run(
            "scorers", "record", "Trial", "talk.txt", "--learners", "5", "--now", SchoolWithScorers.now)
        #expect(kept.status == 0, "\(kept.talk)")
        let talk = try String(contentsOfFile: school.school.root.path + "/talk.txt", encoding: .utf8)
        #expect(try talk.contains(Regex(#""pseudonym":\["L[0-9a-f]{16}","L[0-9a-f]{16}""#)))
        let (_, store) = try school.school.open()
        for (id, facts) in try store.learners.facts().known {
            #expect(!talk.contains("\"\(id.rawValue)\""), "no id of the school")
            for fact in facts where [.name, .email, .guardianEmail].contains(fact.kind) && !fact.value.isEmpty {
                #expect(!talk.contains(fact.value), "no name and no address")
            }
        }
        #expect(try school.program.run("scorers", "replay", "talk.txt").output == "Every answer is the same.\n")
        // By the documented way, without Gleaner.
        #expect(
            try succeeds(
                [
                    "sh", "-c",
                    "grep '^> ' talk.txt | cut -c3- | python3 Plugins/External/Trial/scorer.py > a && grep '^< ' talk.txt | cut -c3- | cmp - a",
                ],
                in: school.school.root))
        try school.school.write(talk.replacingOccurrences(of: "0.", with: "0.9"), to: "other.txt")
        #expect(try school.program.run("scorers", "replay", "other.txt").status == 2)
    }

    @Test func anInterpreterOfAVirtualEnvironmentKnowsItself() throws {
        let school = try SchoolWithScorers(seed: 217)
        defer { school.remove() }
        try school.program.run("scorers", "new", "Trial", "--language", "python")
        let folder = school.school.root.appendingPathComponent("Plugins/External/Trial")
        guard try succeeds(["/usr/bin/python3", "-m", "venv", "--without-pip", ".venv"], in: folder) else { return }
        for (name, old, new) in [
            ("scorer.yaml", "command: [python3,", "command: [.venv/bin/python,"),
            ("scorer.py", "import sys\n", "import sys\nprint(sys.prefix, file=sys.stderr)\n"),
        ] {
            let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
            try school.school.write(
                text.replacingOccurrences(of: old, with: new), to: "Plugins/External/Trial/" + name)
        }
        let check = try school.check("Trial")
        #expect(check.status == 0, "\(check.output)\(check.talk)")
        let log = try String(contentsOfFile: school.school.root.path + "/Data/logs/check-Trial.log", encoding: .utf8)
        #expect(log.hasSuffix("/.venv\n"), "\(log)")
    }

    @Test func theExamplesPassTheirTestsAndTheKit() throws {
        let examples = URL(fileURLWithPath: CProgram.checkout + "/Plugins/Examples")
        let school = try SchoolWithScorers(seed: 216)
        defer { school.remove() }
        let short = school.school.root.appendingPathComponent("ShortSentences")
        try FileManager.default.copyItem(at: examples.appendingPathComponent("ShortSentences"), to: short)
        try? FileManager.default.removeItem(at: short.appendingPathComponent("scorer"))
        let built = try CProgram.build(short.appendingPathComponent("scorer.c").path)
        try FileManager.default.copyItem(atPath: built, toPath: short.appendingPathComponent("scorer").path)
        #expect(try succeeds(["sh", "test.sh"], in: short))
        let week = school.school.root.appendingPathComponent("WeekWords")
        try FileManager.default.copyItem(at: examples.appendingPathComponent("WeekWords"), to: week)
        #expect(try succeeds(["python3", "-m", "unittest", "discover"], in: week))
        for name in ["ShortSentences", "WeekWords"] {
            #expect(try school.program.run("scorers", "install", name, "--yes").status == 0)
            let check = try school.check(name)
            #expect(check.status == 0, "\(check.output)\(check.talk)")
        }
        try school.configure([
            "ShortSentences": "weight: 1", "WeekWords": "weight: 2, options: {words: [volcano, \"black hole\"]}",
        ])
        try school.prepare()
        let run = try school.program.run("rank", "--strict", "--now", SchoolWithScorers.now)
        #expect(run.status == 0, "\(run.talk)")
    }

    /// The header with the protocol is written once and copied, for a scorer is installed by its folder alone.
    @Test func allCopiesOfTheProtocolInCAreTheSame() throws {
        let folders = ["Plugins/Templates/c", "Plugins/Examples/ShortSentences"]
        let texts = folders.map { FileManager.default.contents(atPath: "\(CProgram.checkout)/\($0)/protocol.h") }
        #expect(texts[0] != nil && Set(texts).count == 1)
    }
}
