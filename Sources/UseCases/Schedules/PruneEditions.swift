import Configuration
import Content
import Pipeline
import Store

/// Removes editions that are older than the school keeps them, or only shows which.
public struct PruneEditions: UseCase {
    private let open: CalendarAndStore

    /// Of a school.
    package init(_ open: CalendarAndStore) { self.open = open }

    /// How.
    public struct Request: Sendable {
        /// Whether it is only shown.
        public var isDryRun: Bool
        /// Whether somebody says that the clock is right, however long ago the last run was; it is kept, so that runs go on removing
        /// by themselves.
        public var clockIsRight: Bool

        /// A removal, or a look at what would go.
        package init(isDryRun: Bool = false, clockIsRight: Bool = false) {
            self.isDryRun = isDryRun
            self.clockIsRight = clockIsRight
        }
    }

    /// What is gone, or would be.
    public struct Outcome: Sendable {
        /// What was, or would be, removed, and what not.
        public var report: PruningReport
        /// Whether it was only shown.
        public var isDryRun: Bool
    }

    /// Removes them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let pruning = EditionPruning(calendar: open.calendar, store: open.store)
        if request.isDryRun {
            let report = try pruning.preview(now: now, clockIsRight: request.clockIsRight)
            return Outcome(report: report, isDryRun: true)
        }
        guard let lock = try RunLock.take(in: open.calendar.folder.data, now: now) else {
            throw ScheduleRefusal.runAtWorkWhenPruning(
                holder: Verbatim(RunLock.holder(in: open.calendar.folder.data)))
        }
        if request.clockIsRight {
            try open.store.write { scope in try open.store.runs.keepClockWord(at: now, in: scope) }
        }
        let report = try pruning.prune(now: now)
        _ = consume lock
        return Outcome(report: report, isDryRun: false)
    }
}
