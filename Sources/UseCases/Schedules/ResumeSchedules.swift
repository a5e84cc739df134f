import Content
import Pipeline
import Scheduling

/// Ends a pause of schedules.
public struct ResumeSchedules: UseCase {
    private let open: CalendarAndStore

    /// In a school's calendar.
    package init(_ open: CalendarAndStore) { self.open = open }

    /// Which of them.
    public struct Request: Sendable {
        /// One schedule's name; nil: all.
        public var schedule: String?

        /// The end of a pause of one schedule or of all.
        package init(schedule: String? = nil) { self.schedule = schedule }
    }

    /// What goes on.
    public struct Outcome: Sendable {
        /// The schedules.
        public var schedules: [Resumed]
    }

    /// A schedule that goes on.
    public struct Resumed: Sendable {
        /// Its name.
        public var schedule: Verbatim
        /// Whether it was paused.
        public var wasPaused: Bool
        /// The date of its next edition; nil: none is to come.
        public var next: CalendarDate?
    }

    /// Ends the pause.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try open.alone(now: now) {
            let resumed = try open.calendar.schedules(named: request.schedule).map { schedule in
                var record = try open.record(schedule, now: now)
                let wasPaused = record.pausedSince != nil
                if wasPaused {
                    record.pausedSince = nil
                    record.pausedUntil = nil
                    try open.put(record)
                }
                return Resumed(
                    schedule: Verbatim(schedule.name), wasPaused: wasPaused,
                    next: schedule.next(1, after: now).first?.edition.date)
            }
            return Outcome(schedules: resumed)
        }
    }
}
