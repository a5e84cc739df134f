import Configuration
import Content
import Foundation
import Glibc
@testable import Phrases
@testable import Pipeline
import ShippedScorers
import Testing
@testable import UseCases

/// `gleaner scorers install`: what is shown is what will run.
@Suite(.timeLimit(.minutes(20))) struct ScorerInstallTests {
    /// A working folder, and beside it what is to be installed.
    private struct Case {
        let place: Place
        var folder: WorkingFolder { WorkingFolder(root: place.root.path + "/school") }
        var source: String { place.root.path + "/source" }

        init() throws {
            place = try Place()
            try FileManager.default.createDirectory(atPath: folder.root, withIntermediateDirectories: true)
            try write("print()\n", to: "scorer.py")
        }

        func write(_ text: String, to name: String) throws {
            let path = source + "/" + name
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        }

        func look(_ path: String? = nil) throws -> LookIntoScorer.Outcome {
            try LookIntoScorer(folder: folder, types: Shipped.scorers).run(
                .init(path: path ?? source), by: Actor(), now: Timestamp(seconds: 0))
        }

        func tar(_ arguments: String...) throws -> String {
            let path = place.root.path + "/made.tar"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["tar"] + arguments.map { $0 == "OUT" ? path : $0 }
            process.currentDirectoryURL = URL(fileURLWithPath: source)
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            return path
        }

        /// What stands below the folder of scorers.
        var installed: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.externalScorers)) ?? []).sorted()
        }
    }

    static func manifest(_ name: String = "Wordy", _ more: String = "command: [python3, \"{folder}/scorer.py\"]")
        -> String
    {
        "name: \(name)\nversion: \"1.0\"\nsummary: A scorer of a test.\nsay: neither\n\(more)\n"
    }

    private func refusal(_ install: Case, _ path: String? = nil) throws -> String {
        let error = #expect(throws: (any Error).self) { try install.look(path) }
        #expect(install.installed.isEmpty, "nothing is left")
        return error.map { ErrorWords.of($0) } ?? ""
    }

    @Test(arguments: [
        "docs/scorer.yaml", "scorer.json", "Scorer.yaml", "scorer.yml", "SCORER.JSON", "a/b/Scorer.YML",
    ])
    func twoManifestsAreRefused(second: String) throws {
        let install = try Case()
        defer { install.place.remove() }
        try install.write(Self.manifest(), to: "scorer.yaml")
        try install.write(Self.manifest("Other"), to: second)
        let said = try refusal(install)
        #expect(said.contains("several manifests") || said.contains("twice"), "\(said)")
    }

    @Test func aFolderWithTwoManifestsIsNoScorerOfARunEither() throws {
        let install = try Case()
        defer { install.place.remove() }
        try install.write(Self.manifest(), to: "scorer.yaml")
        try install.write(Self.manifest(), to: "scorer.yml")
        #expect(throws: ConfigurationError.self) { try ScorerManifest(folder: install.source, shown: "Wordy") }
        unlink(install.source + "/scorer.yml")
        #expect(try ScorerManifest(folder: install.source, shown: "Wordy").name == "Wordy")
        // A manifest that is a link is another's.
        #expect(rename(install.source + "/scorer.yaml", install.source + "/else.yaml") == 0)
        #expect(symlink("else.yaml", install.source + "/scorer.yaml") == 0)
        #expect(throws: ConfigurationError.self) { try ScorerManifest(folder: install.source, shown: "Wordy") }
    }

    @Test func aFileThatIsTwiceInAnArchiveIsRefused() throws {
        let install = try Case()
        defer { install.place.remove() }
        try install.write(Self.manifest(), to: "scorer.yaml")
        try install.write("print()\n", to: "a/b")
        // As it is, under another spelling, and behind a longer path.
        for last in [["scorer.yaml"], ["./scorer.yaml"], ["--transform", "s,scorer.yaml,a//b,", "scorer.yaml"]] {
            let path = try install.tar("-cf", "OUT", "scorer.yaml", "a/b")
            _ = try install.tar("-rf", "OUT", last.count > 1 ? "--transform=\(last[1])" : "-P", last.last ?? "")
            #expect(try refusal(install, path).contains("twice"), "\(last)")
        }
    }

    @Test func spellingsThatSomeDiskTakesForOneAreTwice() throws {
        for (first, second) in [
            ("scorer.py", "Scorer.py"), ("caf\u{E9}", "cafe\u{301}"), ("straße", "STRASSE"), ("bin", "bin/run"),
            ("Bin/x/y", "bin/X"), ("\u{FB01}le", "file"),
        ] {
            let files = [first, second].map { ScorerPackage.File(path: $0, bytes: [], isProgram: false) }
            #expect(throws: PackageFault.self, "\(first) and \(second)") { try ScorerPackage.refuseTwins(files) }
        }
        let files = ["a", "b/a", "b/c", "ab"].map { ScorerPackage.File(path: $0, bytes: [], isProgram: false) }
        try ScorerPackage.refuseTwins(files)
    }

    @Test func linksPipesAndHardLinksAreRefused() throws {
        let install = try Case()
        defer { install.place.remove() }
        try install.write(Self.manifest(), to: "scorer.yaml")
        #expect(link(install.source + "/scorer.py", install.source + "/same.py") == 0)
        let hard = try install.tar("-cf", "OUT", "scorer.yaml", "scorer.py", "same.py")
        #expect(try refusal(install, hard).contains("a link or a device"))
        #expect(mkfifo(install.source + "/pipe", 0o600) == 0)
        #expect(try refusal(install).contains("a link or a device"))
        let pipe = try install.tar("-cf", "OUT", "scorer.yaml", "pipe")
        #expect(try refusal(install, pipe).contains("a link or a device"))
        // A pipe where an archive belongs would be waited for without end.
        #expect(try refusal(install, install.source + "/pipe").contains("neither a folder nor a file"))
    }

    @Test(arguments: [
        ("command: [/home/ana/x/bin/python, a]", "lies neither in its own folder nor in the system's"),
        ("command: [/root/.local/bin/python3]", "lies neither in its own folder nor in the system's"),
        ("command: [../../Config/run]", "lies neither in its own folder nor in the system's"),
        ("command: [./scorer.py]", "is not in it, or is no program"),
        ("command: [./later]", "is not in it, or is no program"),
        ("command: [sh]\nreads: [/etc]", "which is more than a scorer may see"),
        ("command: [sh]\nreads: [/home/ana]", "which is more than a scorer may see"),
        ("command: [sh]\nreads: [SCHOOL/Data]", "lies in the school's own folder"),
    ])
    func aCommandShowsNothingThatIsNotShown(manifest: String, says: String) throws {
        let install = try Case()
        defer { install.place.remove() }
        let text = manifest.replacingOccurrences(of: "SCHOOL", with: install.folder.root)
        try install.write(Self.manifest("Wordy", text), to: "scorer.yaml")
        let said = try refusal(install)
        #expect(said.contains(says), "\(said)")
    }

    @Test func whatIsShownIsReadFromWhatWasWritten() throws {
        let install = try Case()
        defer { install.place.remove() }
        try install.write(
            Self.manifest("Wordy", "command: [sh, -c, \"cat  /etc/x\"]\nreads: [/usr/share/dict, /opt/words]"),
            to: "scorer.yaml")
        do {
            let shown = try install.look()
            // What becomes of the source meanwhile does not matter.
            try install.write(Self.manifest("Wordy", "command: [python3]"), to: "scorer.yaml")
            let lines = shown.lines.joined(separator: "\n")
            #expect(lines.contains("starts:                sh -c 'cat  /etc/x'"), "\(lines)")
            #expect(lines.contains("reads beside its own:  /usr/share/dict, /opt/words"))
            #expect(lines.contains("sees of the disk:      its own folder, /usr"))
            #expect(lines.contains("scorer.py") && lines.contains("2 files"))
            // Nothing that a run would take for a scorer is there yet.
            #expect(ExternalScorers(of: install.folder).found.isEmpty)
            _ = try InstallScorer(folder: install.folder).run(.init(shown), by: Actor(), now: Timestamp(seconds: 0))
        }
        let path = install.folder.externalScorers + "/Wordy"
        #expect(try ScorerManifest(folder: path, shown: "Wordy").command == ["sh", "-c", "cat  /etc/x"])
        let mode = try FileManager.default.attributesOfItem(atPath: path + "/scorer.py")[.posixPermissions] as? Int
        #expect(install.installed == ["Wordy"] && mode == 0o644)
        // Where nobody agrees, nothing is left.
        try FileManager.default.removeItem(atPath: path)
        do { _ = try install.look() }
        #expect(install.installed.isEmpty)
    }
}
