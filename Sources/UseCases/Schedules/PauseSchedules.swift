import Content
import Pipeline
import Scheduling

/// Pauses schedules, until a date or until they are resumed.
public struct PauseSchedules: UseCase {
    private let open: CalendarAndStore

    /// In a school's calendar.
    package init(_ open: CalendarAndStore) { self.open = open }

    /// Which of them.
    public struct Request: Sendable {
        /// One schedule's name; nil: all.
        public var schedule: String?
        /// The last date of the pause; nil: until it is resumed.
        public var until: CalendarDate?

        /// A pause of one schedule or of all.
        package init(schedule: String? = nil, until: CalendarDate? = nil) {
            self.schedule = schedule
            self.until = until
        }
    }

    /// What is paused.
    public struct Outcome: Sendable {
        /// The schedules.
        public var schedules: [Paused]
        /// The last date of the pause; nil: until it is resumed.
        public var until: CalendarDate?
    }

    /// A schedule that is paused.
    public struct Paused: Sendable {
        /// Its name.
        public var schedule: Verbatim
        /// Whether it was paused before.
        public var wasPaused: Bool
    }

    /// Pauses them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try open.alone(now: now) {
            let paused = try open.calendar.schedules(named: request.schedule).map { schedule in
                if let until = request.until, until < schedule.clock.localDate(at: now) {
                    throw ScheduleRefusal.isOver(until)
                }
                var record = try open.record(schedule, now: now)
                let wasPaused = record.pausedSince != nil
                record.pausedSince = record.pausedSince ?? now
                record.pausedUntil = request.until
                try open.put(record)
                return Paused(schedule: Verbatim(schedule.name), wasPaused: wasPaused)
            }
            return Outcome(schedules: paused, until: request.until)
        }
    }
}
