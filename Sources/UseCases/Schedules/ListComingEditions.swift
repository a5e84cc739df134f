import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// Lists the editions to come of each schedule, or of one, the earliest first.
public struct ListComingEditions: UseCase {
    private let calendar: SchoolCalendar

    /// In a school's calendar.
    package init(_ calendar: SchoolCalendar) { self.calendar = calendar }

    /// Which of them.
    public struct Request: Sendable {
        /// How many of each schedule, from 1.
        public var count: Int
        /// One schedule's name; nil: all.
        public var schedule: String?
        /// The time zone that times are shown in; nil: each schedule's own.
        public var zone: String?

        /// Some of all schedules, or of one.
        package init(count: Int, schedule: String? = nil, zone: String? = nil) {
            self.count = count
            self.schedule = schedule
            self.zone = zone
        }
    }

    /// The editions.
    public struct Outcome: Sendable {
        /// The editions, by when they go out.
        public var editions: [Coming]
        /// Why there is none; nil: there are some.
        public var nothing: NothingDue?
    }

    /// An edition to come.
    public struct Coming: Sendable {
        /// The edition and its moments.
        public var occurrence: Occurrence
        /// The clock that its times are shown by.
        public var clock: LocalClock
        /// That a person skipped it, and why; nil: nobody did.
        public var skipped: Verbatim?
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let shown = try request.zone.map { zone in
            guard let clock = LocalClock(zone: zone) else { throw ScheduleRefusal.noTimeZone(Verbatim(zone)) }
            return clock
        }
        let known = try calendar.folder.readStore()?.schedules.editions(from: now.utcDate.adding(days: -1)) ?? []
        let reasons = Dictionary(
            known.filter { $0.state == .skipped }.map { ($0.edition, $0.reason) }, uniquingKeysWith: { $1 })
        let editions = try calendar.schedules(named: request.schedule).flatMap { schedule in
            schedule.next(request.count, after: now).map { occurrence in
                Coming(
                    occurrence: occurrence, clock: shown ?? schedule.clock,
                    skipped: reasons[occurrence.edition].map { Verbatim($0) })
            }
        }.sorted {
            ($0.occurrence.sends, $0.occurrence.edition) < ($1.occurrence.sends, $1.occurrence.edition)
        }
        return Outcome(
            editions: editions, nothing: editions.isEmpty ? calendar.nothingDue(next: nil) : nil)
    }
}
