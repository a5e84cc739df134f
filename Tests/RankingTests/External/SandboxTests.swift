import Content
import Foundation
import Glibc
import ScorerKit
import TestSupport
import Testing

@testable import Ranking

/// What a scorer outside of this process can do to the machine and the school: nothing. Where the machine allows no
/// namespaces these tests are passed over, and say so.
@Suite(
    .timeLimit(.minutes(20)),
    .enabled(if: Trial.sandboxProblem == nil, "this machine lets no child be closed off"))
struct SandboxTests {
    /// Scores once; gives what the scorer wrote to its standard error.
    @discardableResult
    private func score(_ trial: Trial) throws -> String {
        let session = try trial.scorer.begin(Trial.batch)
        var block = ScoreBlock(learners: 1, items: 20)
        try session.fill(&block, for: Trial.learners(1))
        return trial.log
    }

    @Test func itSeesNothingOfTheSchoolAndNobodysHome() throws {
        let secret = try Trial()
        let path = secret.folder + "/learners.csv"
        try Data("Ana".utf8).write(to: URL(fileURLWithPath: path))
        let home = NSHomeDirectory()
        for path in [path, CProgram.checkout + "/Package.swift", "/etc/passwd", home + "/.profile", "/proc/2/environ"] {
            let trial = try Trial("read:" + path)
            #expect(try score(trial) == "read: No such file or directory\n", "\(path)")
        }
    }

    @Test func whatIsHiddenStaysHiddenEvenBelowWhatItMayRead() throws {
        let school = try Trial()
        let data = school.folder + "/school/Data"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        try Data("Ana".utf8).write(to: URL(fileURLWithPath: data + "/store"))
        let trial = try Trial("read:" + data + "/store")
        trial.plan.reads = [school.folder]
        trial.plan.hidden = [school.folder + "/school"]
        #expect(try score(trial) == "read: No such file or directory\n")
        // What lies in it cannot be asked for.
        trial.plan.reads = [data]
        let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
        #expect(failure?.problem.contains("lies in the school's own folder") == true)
    }

    @Test func whatItsManifestNamesItMayRead() throws {
        let other = try Trial()
        try Data("words".utf8).write(to: URL(fileURLWithPath: other.folder + "/words.txt"))
        let trial = try Trial("read:" + other.folder + "/words.txt")
        trial.plan.reads = [other.folder + "/words.txt"]
        let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
        #expect(failure?.problem.contains("exit status 7") == true, "it could open it")
    }

    /// To become another user takes the files of /proc away from this whole process, for a moment: the child of another
    /// thread, which writes its map of users just then, was refused.
    @Test func manyAreClosedOffAtOnce() async throws {
        let scratch = NSTemporaryDirectory() + "gleaner-at-once-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let problems = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    (0..<50).compactMap { _ in ExternalScorer.sandboxProblem(scratch: scratch, as: Trial.user) }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(problems == [])
    }

    @Test func itCannotWriteIntoItsOwnFolder() throws {
        let trial = try Trial("write-own-folder")
        #expect(try score(trial) == "write: Read-only file system\n")
    }

    @Test func itReachesNoNetworkNotEvenThisMachine() throws {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(server) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                #expect(bind(server, generic, length) == 0 && listen(server, 4) == 0)
                #expect(getsockname(server, generic, &length) == 0)
            }
        }
        let port = UInt16(bigEndian: address.sin_port)
        #expect(try score(Trial("connect:\(port)")).hasPrefix("connect: "))
        // The same program outside of a sandbox does reach it, so that the test tests something.
        let open = try Trial("connect:\(port)")
        #expect(throws: ScorerFailure.self) {
            let channel = try ChildStarter.start(open.plan, sandboxed: false)
            _ = try ExternalSession(open.plan, batch: Trial.batch, over: channel)
        }
    }

    @Test func whatItStartsEndsWithIt() throws {
        let trial = try Trial("forks:").marked()
        do {
            let session = try trial.scorer.begin(Trial.batch)
            // What it starts needs a moment on a busy machine.
            for _ in 0..<200 where trial.processes.count < 3 { usleep(50_000) }
            #expect(trial.processes.count >= 3)
            _ = session
        }
        #expect(trial.processes.isEmpty)
    }

    @Test func noFileOfThisProcessIsOpenInIt() throws {
        // One that a library forgot to close at exec.
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        try score(Trial("descriptors"))
    }
}

/// What holds with a sandbox and without.
@Suite(.timeLimit(.minutes(20))) struct ChildBoundsTests {
    /// Ways to run the trial scorer here.
    static let ways = Trial.sandboxProblem == nil ? [true, false] : [false]

    private func begin(_ trial: Trial, sandboxed: Bool) throws -> ExternalSession {
        try ExternalSession(
            trial.plan, batch: Trial.batch, over: try ChildStarter.start(trial.plan, sandboxed: sandboxed))
    }

    @Test(arguments: ways) func hugeFilesAndMuchMemoryAreRefused(sandboxed: Bool) throws {
        for mode in ["files", "memory"] {
            let trial = try Trial(mode)
            do {
                _ = try begin(trial, sandboxed: sandboxed)
                Issue.record("it went on")
            } catch let failure as ScorerFailure {
                // In a sandbox the write fails; outside the kernel ends who writes.
                let isBound = failure.problem.contains("exit status 4") || failure.problem.contains("signal 25")
                #expect(isBound, "\(failure)")
            }
            #expect(trial.leftOvers.isEmpty)
        }
    }

    @Test(arguments: ways) func whatItStartsEndsWithItEvenInASessionOfItsOwn(sandboxed: Bool) throws {
        let trial = try Trial("forks:").marked()
        do {
            let session = try begin(trial, sandboxed: sandboxed)
            // What it starts needs a moment on a busy machine.
            for _ in 0..<200 where trial.processes.count < 3 { usleep(50_000) }
            #expect(trial.processes.count >= 3)
            _ = session
        }
        #expect(trial.processes.isEmpty)
    }

    @Test func noFileOfThisProcessIsOpenOutsideOfASandboxEither() throws {
        let file = open("/dev/null", O_RDONLY)
        defer { close(file) }
        _ = try begin(Trial("descriptors"), sandboxed: false)
    }

    /// Where the kernel allows no namespaces, a scorer runs only if the school said that it may.
    @Test func withoutASandboxItRunsOnlyWhereThatIsAllowed() throws {
        guard Trial.sandboxProblem != nil else { return }
        let trial = try Trial()
        trial.plan.mayRunUnsandboxed = false
        let failure = #expect(throws: ScorerFailure.self) { try trial.scorer.begin(Trial.batch) }
        #expect(failure?.problem.hasPrefix("it could not be closed off from this machine") == true)
        #expect(failure?.remedy.contains("allow-unsandboxed: true") == true)
        trial.plan.mayRunUnsandboxed = true
        _ = try trial.scorer.begin(Trial.batch)
    }
}
