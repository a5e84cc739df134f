import ArgumentParser
import Content
import Foundation
import Glibc
import Phrases
import Pipeline

/// The desk's server: reads requests within bounds, asks the desk, writes what it answers.
@main
struct GleanerDesk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gleaner-desk", abstract: "The desk: a teacher's week in a browser.",
        discussion: """
            It listens where 'desk' of Config/gleaner.yaml says, and runs until it is ended. 'gleaner desk' is the same.
            Who comes in gets a link by 'gleaner desk invite TEACHER', or signs on at the school's proxy.
            Example:  gleaner-desk
                      gleaner-desk --config /srv/reading --listen unix:/run/gleaner/desk.sock
            """,
        version: Pipeline.version)

    @Option(help: "The working folder, or its gleaner.yaml. Default: this folder or the nearest above it.")
    var config: String?
    @Option(help: "Where it listens: HOST:PORT or unix:PATH. Default: as Config/gleaner.yaml says.")
    var listen: String?
    @Option(help: "The moment at which its clock begins, for a trial on a sample. Default: the clock.")
    var now: String?

    @Option(help: "How many seconds a request, and then the taking of its answer, may last.")
    var patience: Int = 20

    func validate() throws {
        guard (1...600).contains(patience) else {
            throw ValidationError("--patience is a number of seconds, 1 to 600.")
        }
    }

    func run() async throws {
        // A browser that goes away must not end the desk.
        signal(SIGPIPE, SIG_IGN)
        // What it makes tells of learners: it is for its owner alone.
        umask(0o077)
        OpenFiles.allowMost()
        DeskMemory.bound()
        do {
            let clock = try DeskClock(beginning: now)
            let school = try DeskSchool(config: config, listen: listen, from: FileManager.default.currentDirectoryPath)
            try await DeskServer(school: school, clock: clock, patience: patience).run()
        } catch {
            DeskLog.say("error: \(ErrorWords.of(error))")
            throw ExitCode(2)
        }
    }
}

/// The clock of the desk: read here, once a request, and passed on as an argument.
struct DeskClock: Sendable {
    private let offset: Int64

    /// The machine's clock, or one that begins at a moment now.
    init(beginning text: String?) throws {
        guard let text else {
            offset = 0
            return
        }
        guard let start = Timestamp(iso: text) else {
            throw ValidationError("'\(text)' is no moment. Write it as 2026-09-07T06:00:00Z.")
        }
        offset = start.seconds - Int64(time(nil))
    }

    /// Now, in whole seconds.
    func now() -> Timestamp { Timestamp(seconds: Int64(time(nil)) + offset) }
}

/// What the server says of itself, on standard error: routes and numbers, nobody's name, no secret of an address.
enum DeskLog {
    /// Says a line.
    static func say(_ text: String) {
        let line = Array((TextTable.oneLine(ShownAddress.text(text)) + "\n").utf8)
        _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// How many connections there may be at once.
enum OpenFiles {
    /// Asks for as many as the system allows.
    static func allowMost() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, 8_192)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
