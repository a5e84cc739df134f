import ArgumentParser
import Content
import Glibc
import Phrases
import Pipeline
import Synchronization
import UseCases

/// What the program prints: results on standard output, talk on standard error.
enum Terminal {
    /// Prints a line of JSON, or of help, as it is.
    static func out(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Prints lines of a result, without anything that would move the cursor or colour the terminal.
    static func out(_ lines: [String]) { lines.forEach { out(TextTable.oneLine(ShownAddress.text($0))) } }

    /// Prints talk: findings, progress, errors. It may end in a machine's journal, so whatever made it, no secret of an address is in
    /// it.
    static func talk(_ text: String) { write(ShownAddress.text(text) + "\n", to: STDERR_FILENO) }

    /// Prints bytes that are UTF-8, as they are.
    static func out(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// Writes all of a text.
    static func write(_ text: String, to file: Int32) { write(Array(text.utf8), to: file) }

    /// Writes all of the bytes. A result that cannot be written ends the program: nobody would know that it is missing.
    private static func write(_ bytes: [UInt8], to file: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
            } else if errno != EINTR, errno != EAGAIN {
                if file == STDERR_FILENO { return }
                // Whoever read has seen enough (`| head`); what the command had to do is done.
                if errno == EPIPE { exit(0) }
                let problem = String(cString: strerror(errno))
                write("error: could not write the output: \(problem). Check where it goes.\n", to: STDERR_FILENO)
                exit(2)
            }
        }
    }

    /// Prints what came of a use case: findings on standard error, lines on standard output. Throws the exit status where it is not 0.
    static func tell(_ outcome: some Told) throws {
        if !outcome.endsWithFindings { talk(outcome.findings) }
        out(outcome.lines)
        if outcome.endsWithFindings { talk(outcome.findings) }
        outcome.talk.forEach { talk($0) }
        if outcome.status != 0 { throw ExitCode(outcome.status) }
    }

    /// The same for people, or as JSON Lines for programs.
    static func tell(_ outcome: some Told & ToldAsJSON, asJSON: Bool) throws {
        guard asJSON else { return try tell(outcome) }
        let status = try tellJSON(outcome)
        if status != 0 { throw ExitCode(status) }
    }

    /// Prints what comes of one thing after the other as soon as it is there. Throws the highest exit status at the end.
    static func tell<Asked>(
        each asked: [Asked], asJSON: Bool, _ outcome: (Asked) throws -> some Told & ToldAsJSON
    ) throws {
        try tell(each: asked) { asked in
            let outcome = try outcome(asked)
            guard !asJSON else { return try tellJSON(outcome) }
            out(outcome.lines)
            talk(outcome.findings)
            return outcome.status
        }
    }

    /// The same for texts that go out as they are.
    static func tell<Asked>(
        each asked: [Asked], asJSON: Bool, _ outcome: (Asked) throws -> some ToldAsItIs & ToldAsJSON
    ) throws {
        try tell(each: asked) { asked in
            let outcome = try outcome(asked)
            guard !asJSON else { return try tellJSON(outcome) }
            outcome.texts.forEach { out($0) }
            talk(outcome.findings)
            return outcome.status
        }
    }

    /// Tells of one thing after the other. `tell` gives an exit status, of which the highest is thrown at the end.
    static func tell<Asked>(each asked: [Asked], _ tell: (Asked) throws -> Int32) throws {
        let status = try asked.map { try tell($0) }.max() ?? 0
        if status != 0 { throw ExitCode(status) }
    }

    /// Prints an outcome as JSON Lines, and what a person should know besides; gives its exit status.
    private static func tellJSON(_ outcome: some ToldAsJSON) throws -> Int32 {
        if !outcome.jsonHoldsFindings { talk(outcome.findings) }
        try outcome.jsonLines().forEach { out($0) }
        outcome.talkBesideJSON.forEach { talk($0) }
        return outcome.status
    }

    /// Asks a question that only a person at a terminal can answer; anything but a yes is a no.
    static func agrees(_ question: String) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return false }
        write(question, to: STDERR_FILENO)
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }

    /// Whether a person can be asked.
    static var hasPerson: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks a person for a word or more; nil where there is none, or for an empty answer.
    static func answer(_ question: String) -> String? {
        guard hasPerson else { return nil }
        write(TextTable.oneLine(question) + " ", to: STDERR_FILENO)
        return readLine().map { $0.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Asks whoever types, at a terminal or through a pipe; nil at the end of what is typed.
    static func line(_ question: String) -> String? {
        write(TextTable.oneLine(question) + " ", to: STDERR_FILENO)
        return readLine()
    }

    /// Prints findings, one line each.
    static func talk(_ findings: [Finding]) { findings.forEach { talk(TextTable.oneLine("\($0)")) } }
}

/// Shows how far a run is: on a terminal one line that is written over, from the first second on; when piped a plain line
/// now and then, for a run that takes long.
final class ProgressLine: Sendable {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = Moment.milliseconds()
    /// When something is shown next, in milliseconds since the start.
    private let next: Mutex<Int>

    /// A line that nothing was shown on yet.
    init() { next = Mutex(isTerminal ? 1_000 : 10_000) }

    /// Shows the progress, if it is time to.
    func show(_ progress: StageProgress) {
        let line = "\(progress.stage.rawValue) \(progress.done) of \(progress.total)"
        guard next.withLock({ elapsed() >= $0 }) else { return }
        if isTerminal {
            let end = progress.done == progress.total ? "\r\u{1B}[K" : ""
            Terminal.write("\r\u{1B}[K\(line)\(end)", to: STDERR_FILENO)
        } else {
            next.withLock { $0 = elapsed() + 10_000 }
            Terminal.talk(line)
        }
    }

    /// The milliseconds since the line was made.
    func elapsed() -> Int { Moment.milliseconds() - start }
}

/// The clock: read here, once a command, and passed on as an argument.
enum Moment {
    /// Now, in whole seconds.
    static func now() -> Timestamp { Timestamp(seconds: Int64(time(nil))) }

    /// A clock that only ever goes forward, for durations.
    static func milliseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
