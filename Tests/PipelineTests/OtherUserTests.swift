import Configuration
import Foundation
import Glibc
@testable import Phrases
@testable import Pipeline
import Ranking
import Testing
@testable import UseCases

/// Whether these tests can act as another user.
private enum AsRoot {
    static let canTry =
        geteuid() == 0 && SchoolWithScorers.canRun && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")
}

/// Whoever does not own the program's files, and root in somebody's folder. Only root can try either.
@Suite(.timeLimit(.minutes(20)), .enabled(if: AsRoot.canTry, "only root can act as somebody else"))
struct OtherUserTests {
    static let nobody = SystemUser.nobody
    private static let now = "2026-09-07T06:00:00Z"

    /// Runs the program as nobody.
    private func asNobody(_ program: Program, _ arguments: String...) throws -> Program.Result {
        let user = Self.nobody
        return try program.run(
            ["--reuid", "\(user.user)", "--regid", "\(user.group)", "--clear-groups", Program.path] + arguments,
            by: "/usr/bin/setpriv")
    }

    /// A folder that is nobody's.
    private func place() throws -> Place {
        let place = try Place()
        chown(place.root.path, Self.nobody.user, Self.nobody.group)
        return place
    }

    /// The files below a folder that are not nobody's.
    private func strangers(_ place: Place) -> [String] {
        let below = FileManager.default.enumerator(atPath: place.root.path)?.compactMap { $0 as? String } ?? []
        return below.filter { path in
            var state = stat()
            return lstat(place.root.path + "/" + path, &state) != 0 || state.st_uid != Self.nobody.user
        }
    }

    @Test func whoDoesNotOwnTheProgramsFilesMakesAFolder() throws {
        let place = try place()
        defer { place.remove() }
        let program = Program(folder: place.root)
        let made = try asNobody(program, "init", "school", "--sample")
        #expect(made.status == 0, "\(made.talk)")
        // Into an empty folder that is there too, and what is missing is put back.
        try FileManager.default.createDirectory(atPath: place.root.path + "/other", withIntermediateDirectories: true)
        chown(place.root.path + "/other", Self.nobody.user, Self.nobody.group)
        #expect(try asNobody(program, "init", "other").status == 0)
        try FileManager.default.removeItem(atPath: place.root.path + "/other/Config/templates/mail.html.mustache")
        let missing = try asNobody(program, "init", "other", "--missing")
        #expect(
            missing.status == 0 && missing.output.contains("Put back Config/templates/mail.html.mustache"),
            "\(missing.talk)")
        #expect(strangers(place).isEmpty)
        let school = Program(folder: place.root.appendingPathComponent("school"))
        #expect(try asNobody(school, "learners", "import", "--now", Self.now).status == 0)
        #expect(try asNobody(school, "run", "--now", Self.now).status == 0)
    }

    @Test func rootActsAsWhomTheFolderBelongsTo() throws {
        let place = try place()
        defer { place.remove() }
        #expect(try Program(folder: place.root).run("init", "school", "--sample").status == 0)
        let school = Program(folder: place.root.appendingPathComponent("school"))
        for arguments in [["learners", "import"], ["run"], ["say", "ana", "more", "whales"], ["rank"]] {
            let result = try school.run(arguments + ["--now", Self.now])
            #expect(result.status == 0, "\(arguments): \(result.talk)")
        }
        #expect(try school.run("schedule", "install", "--kubernetes").status == 0)
        #expect(try school.run("preview", "ana").status == 0)
        #expect(try school.run("scorers", "new", "Trial", "--language", "sh").status == 0)
        #expect(strangers(place).isEmpty, "\(strangers(place))")
        let next = try asNobody(school, "run", "--now", "2026-09-08T06:00:00Z")
        #expect(next.status == 0, "\(next.talk)")
    }

    @Test func aFolderOfSeveralOwnersIsRefused() throws {
        let place = try place()
        defer { place.remove() }
        #expect(try Program(folder: place.root).run("init", "school", "--sample").status == 0)
        let school = Program(folder: place.root.appendingPathComponent("school"))
        try school.run("learners", "import", "--now", Self.now)
        chown(school.folder.path + "/Data", 0, 0)
        let result = try school.run("run", "--now", Self.now)
        #expect(
            result.status == 2 && result.talk.contains("chown -R nobody '\(school.folder.path)/Data'"), "\(result.talk)"
        )
    }

    @Test func nothingIsInstalledThatWouldRunAsRoot() throws {
        let place = try Place()
        defer { place.remove() }
        let school = Program(folder: place.root.appendingPathComponent("school"))
        #expect(try Program(folder: place.root).run("init", "school").status == 0)
        for kind in ["--systemd", "--cron"] {
            for more in [
                ["--root", place.root.path + "/machine"], ["--user", "--root", place.root.path], ["--print"],
            ] {
                let result = try school.run(["schedule", "install", kind] + more)
                #expect(
                    result.status == 2 && result.talk.contains("nothing of Gleaner's runs as root"), "\(kind) \(more)")
            }
        }
        for path in [school.folder.path, school.folder.path + "/Config", school.folder.path + "/Config/gleaner.yaml"] {
            chown(path, Self.nobody.user, Self.nobody.group)
        }
        let machine = place.root.path + "/machine"
        #expect(try school.run("schedule", "install", "--systemd", "--root", machine).status == 0)
        #expect(try school.run("schedule", "install", "--cron", "--root", machine).status == 0)
        let files = FileManager.default.enumerator(atPath: machine)?.compactMap { $0 as? String } ?? []
        let units = files.filter { $0.hasSuffix(".service") || $0.contains("cron.d/") }
        #expect(units.count == 2)
        for unit in units {
            let text = try String(contentsOfFile: machine + "/" + unit, encoding: .utf8)
            #expect(text.contains("\nUser=nobody\n") || text.contains("\n*/10 * * * * nobody "), "\(text)")
        }
    }

    /// A folder that is root's has nobody to be acted as: its lists are made without scorers of others.
    @Test func inAFolderOfRootsNoScorerOfOthersIsStarted() throws {
        let school = try SchoolWithScorers(seed: 220, learners: 3)
        defer { school.remove() }
        try school.add("Wordy", "touch /tmp/gleaner-wordy-started")
        try school.configure(["Wordy": "weight: 1, allow-unsandboxed: true"])
        let program = Program(folder: school.school.root)
        try program.run("learners", "import", "--now", Self.now)
        let check = try program.run("check")
        #expect(check.status == 2 && check.talk.contains("it is not started by the system's root"), "\(check.talk)")
        let run = try program.run("run", "--strict", "--now", Self.now)
        #expect(run.status == 1)
        #expect(run.talk.contains("error: scorer Wordy: it is not started by the system's root"), "\(run.talk)")
        #expect(run.talk.contains("All lists were ranked without it.") && !run.talk.contains("without a sandbox"))
        #expect(!FileManager.default.fileExists(atPath: "/tmp/gleaner-wordy-started"))
    }
}
