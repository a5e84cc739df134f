import Content
import Foundation
import Glibc
import Pipeline

/// What the program prints: results on standard output, talk on standard error.
enum Terminal {
    /// Prints a result.
    static func out(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// Prints lines of a result.
    static func out(_ lines: [String]) { lines.forEach { out($0) } }

    /// Prints talk: findings, progress, errors.
    static func talk(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Prints findings, one line each.
    static func talk(_ findings: [Finding]) { findings.forEach { talk("\($0)") } }
}

/// Shows how far a run is: one line that is written over on a terminal, and nothing when piped (the summary says it all).
struct ProgressLine {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = Moment.milliseconds()

    /// Shows the progress, if the run has taken over a second and somebody is looking.
    func show(_ progress: StageProgress) {
        guard isTerminal, Moment.milliseconds() - start > 1_000 else { return }
        let line = "\r\u{1B}[K\(progress.stage.rawValue) \(progress.done) of \(progress.total)"
        FileHandle.standardError.write(Data(line.utf8))
        if progress.done == progress.total { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
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
