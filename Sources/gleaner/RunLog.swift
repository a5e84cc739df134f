import ArgumentParser
import Content
import Phrases
import Pipeline
import Synchronization

extension RunLogFormat: ExpressibleByArgument {}

/// The log of a run for the machine's journal, on standard error; or, where nobody asks for it, what people see there.
final class RunLog: Sendable {
    private let format: RunLogFormat?
    private let now: Timestamp
    /// Whether it was said that a run could not go on.
    private let hasFailed = Mutex(false)

    /// A log in a format; nil: none.
    init(_ format: RunLogFormat?, now: Timestamp) {
        self.format = format
        self.now = now
    }

    /// Whether it is people who read.
    var isForPeople: Bool { format == nil }

    /// What watches a run for it, from now on.
    func watch() -> RunWatch {
        let line = ProgressLine()
        return RunWatch(
            stopwatch: line.elapsed, progress: { if self.isForPeople { line.show($0) } }, log: log)
    }

    /// Does something; what it cannot do stands in the log too.
    func during<Result>(_ act: () throws -> Result) throws -> Result {
        guard !isForPeople else { return try act() }
        do {
            return try act()
        } catch let code as ExitCode {
            throw code
        } catch {
            if let setup = error as? SetupError {
                RunEvent.of(setup.findings, at: now).forEach(log)
            } else if !hasFailed.withLock({ $0 }) {
                log(RunEvent(at: now, .refused(Verbatim(ErrorWords.of(error)))))
            }
            throw ExitCode(2)
        }
    }

    @Sendable private func log(_ event: RunEvent) {
        guard let format else { return }
        if case .ended(.failed, _, _) = event.what { hasFailed.withLock { $0 = true } }
        Terminal.talk(format.line(event))
    }
}
