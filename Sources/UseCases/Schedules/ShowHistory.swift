import Content
import JSON
import Pipeline
import Scheduling
import Store

/// Shows what became of editions, and the runs that worked for them, the newest first.
public struct ShowHistory: UseCase {
    private let calendar: SchoolCalendar

    /// Of a school.
    package init(_ calendar: SchoolCalendar) { self.calendar = calendar }

    /// Of which editions.
    public struct Request: Sendable {
        /// How many editions.
        public var count: Int
        /// One schedule's name; nil: all.
        public var schedule: String?

        /// The newest editions.
        package init(count: Int, schedule: String? = nil) {
            self.count = count
            self.schedule = schedule
        }
    }

    /// The editions.
    public struct Outcome: Sendable {
        /// The newest first.
        public var editions: [Settled] = []
    }

    /// One edition, with its runs.
    public struct Settled: Sendable {
        /// What the ledger says of it.
        public var record: EditionRecord
        /// The runs that worked for it, in their order.
        public var runs: [Run]
    }

    /// One run of a stage or more.
    public struct Run: Sendable {
        /// What the ledger says of it.
        public var record: RunRecord
        /// What it came to; nil: it was broken off, or an older version wrote it.
        public var summary: RunSummary?
    }

    /// Reads the history. Nothing is changed.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        guard let store = try calendar.folder.readStore() else { return Outcome() }
        let records = try store.schedules.editions(from: CalendarDate(year: 1970, month: 1, day: 1))
            .filter { request.schedule == nil || $0.edition.schedule == request.schedule }
            .sorted { $0.edition > $1.edition }.prefix(request.count)
        return Outcome(
            editions: try records.map { record in
                Settled(
                    record: record,
                    runs: try store.runs.runs(of: record.edition).map { run in
                        Run(
                            record: run,
                            summary: run.summary.flatMap { try? JSONText.value(RunSummary.self, of: $0) })
                    })
            })
    }
}
