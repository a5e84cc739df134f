import Configuration

/// How long a run may take: after that it stops between two blocks of its work, as if it had been killed there. What it has done
/// stays, and the next run goes on.
struct RunDeadline {
    /// The minutes.
    let minutes: Int
    /// Tells the milliseconds since the run began.
    let stopwatch: () -> Int

    init(_ settings: OperationSettings, stopwatch: @escaping () -> Int) {
        minutes = settings.runDeadlineMinutes
        self.stopwatch = stopwatch
    }

    /// Whether it is past.
    var isPast: Bool { stopwatch() >= minutes * 60_000 }

    /// Throws where it is past.
    package func check() throws(RunDeadlineError) {
        if isPast { throw RunDeadlineError(minutes: minutes) }
    }
}

/// A run was stopped at its deadline.
public struct RunDeadlineError: Error, Hashable, Sendable {
    /// The minutes that it had.
    public var minutes: Int
}
