import Foundation
import Glibc
import Testing

@testable import Ranking

/// A scorer that root has started could change the whole machine, whatever user its namespace shows it.
@Suite(.timeLimit(.minutes(20))) struct RootTests {
    private static let setting = "/proc/sys/vm/swappiness"

    /// Starts a scorer that writes what a file of the kernel holds into it again; gives what became of that.
    private func rewrite(_ file: String, sandboxed: Bool) throws -> String {
        let trial = try Trial("rewrite:" + file)
        let channel = try ChildStarter.start(trial.plan, sandboxed: sandboxed)
        _ = try ExternalSession(trial.plan, batch: Trial.batch, over: channel)
        return trial.log
    }

    @Test(.enabled(if: Trial.sandboxProblem == nil, "this machine lets no child be closed off"))
    func inASandboxTheKernelsSettingsAreForLookingAlone() throws {
        #expect(try rewrite(Self.setting, sandboxed: true).hasPrefix("rewrite: "), "it could write them")
        // Its own name in the kernel's list it might change, if it were not for looking alone. Where a container covers parts of
        // /proc there is none.
        let said = try rewrite("/proc/self/comm", sandboxed: true)
        #expect(["rewrite: Read-only file system\n", "rewrite: No such file or directory\n"].contains(said), "\(said)")
    }

    @Test func outsideOfASandboxTheyAreTheSystemsRoots() throws {
        #expect(try rewrite(Self.setting, sandboxed: false).hasPrefix("rewrite: "), "it could write them")
    }

    @Test(.enabled(if: SystemUser.isRoot, "only root can try"), arguments: [true, false])
    func rootStartsNoScorerAsItself(isAllowedWithoutASandbox: Bool) throws {
        for user in [nil, SystemUser(user: 0, group: 0)] {
            let trial = try Trial("rewrite:" + Self.setting)
            trial.plan.runsAs = user
            trial.plan.mayRunUnsandboxed = isAllowedWithoutASandbox
            let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
            #expect(
                failure?.problem
                    == "it is not started by the system's root: it could change the whole machine at its start.")
            #expect(failure?.remedy.contains("chown -R USER FOLDER") == true)
            #expect(trial.log.isEmpty && trial.leftOvers.isEmpty)
        }
    }

    @Test(.enabled(if: SystemUser.isRoot, "only root can try"))
    func startedAsAnotherUserTheRestOfTheProgramStaysItself() throws {
        let trial = try Trial("good")
        let session = try trial.scorer.begin(Trial.batch)
        #expect(geteuid() == 0 && FileManager.default.isReadableFile(atPath: "/proc/self/environ"))
        _ = session
    }
}

/// What a scorer's folder may be made of, and what its manifest may ask for, before anything is started.
@Suite struct RefusalTests {
    @Test func aLinkThatLeadsOutOfTheFolderIsRefused() throws {
        let trial = try Trial()
        let link = trial.folder + "/scorer/words"
        for target in [trial.folder, "/etc", "/root", "../../..", "/nowhere", "../scratch/x"] {
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            #expect(trial.scorer.refusal?.contains("words leads out of its folder") == true, "\(target)")
            unlink(link)
        }
        for target in ["trial", "/usr/bin/env", "/bin/sh"] {
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            #expect(trial.scorer.refusal == nil, "\(target): \(trial.scorer.refusal ?? "")")
            unlink(link)
        }
        // What the manifest names is seen anyway.
        try FileManager.default.createDirectory(atPath: trial.folder + "/words", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../words")
        trial.plan.reads = [trial.folder + "/words"]
        #expect(trial.scorer.refusal == nil)
        // The refusal is the run's too.
        trial.plan.reads = []
        let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
        #expect(failure?.problem.contains("leads out of its folder") == true)
    }

    @Test func aFolderThatIsALinkAndPipesInItAreRefused() throws {
        let trial = try Trial()
        #expect(mkfifo(trial.folder + "/scorer/pipe", 0o600) == 0)
        #expect(trial.scorer.refusal?.contains("pipe is neither a file nor a folder") == true)
        unlink(trial.folder + "/scorer/pipe")
        try FileManager.default.createSymbolicLink(atPath: trial.folder + "/other", withDestinationPath: "scorer")
        trial.plan.folder = trial.folder + "/other"
        #expect(trial.scorer.refusal?.contains("is a link or no folder") == true)
    }

    @Test(arguments: [
        "/home/ana/venv/bin/python", "/root/.local/bin/python3", "/opt/x/bin/y", "/etc/ssl/private/run",
        "../../../../bin/sh", "./../trial", "/usr/../root/x",
    ])
    func aProgramOfAnotherPlaceShowsNothingOfIt(program: String) throws {
        let trial = try Trial()
        trial.plan.command = [program]
        #expect(trial.scorer.refusal?.contains("lies neither in its own folder nor in the system's") == true)
        #expect(!trial.scorer.seesOfDisk.contains { $0.hasPrefix("/home") || $0.hasPrefix("/root") || $0 == "/opt/x" })
    }

    @Test(arguments: [
        "/", "/home", "/home/ana", "/root", "/etc", "/var", "/tmp", "/var/tmp", "/proc/1", "/sys/kernel", "/dev/shm",
        "/run/docker.sock", "/var/run/x", NSHomeDirectory(),
    ])
    func whatIsNoScorersBusinessCannotBeAskedFor(path: String) throws {
        let trial = try Trial()
        trial.plan.reads = [path]
        #expect(trial.scorer.refusal?.contains("which is more than a scorer may see") == true)
    }

    @Test func aLinkToAHomeIsAHome() throws {
        let trial = try Trial()
        try FileManager.default.createSymbolicLink(atPath: trial.folder + "/words", withDestinationPath: "/home")
        trial.plan.reads = [trial.folder + "/words"]
        #expect(trial.scorer.refusal?.contains("which is more than a scorer may see") == true)
    }
}
