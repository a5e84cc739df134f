import Content
import Pipeline
import Scheduling

/// Says what a look at the calendar would do, and why. Nothing is changed.
public struct PreviewDue: UseCase {
    private let calendar: SchoolCalendar

    /// Of a school's calendar.
    package init(_ calendar: SchoolCalendar) { self.calendar = calendar }

    /// All of it.
    public struct Request: Sendable {
        /// What would be done now.
        package init() {}
    }

    /// What would be done.
    public struct Outcome: Sendable {
        /// What is to be done about each edition that is not settled, with its schedule's clock.
        public var decisions: [(decision: Decision, clock: LocalClock?)]
        /// Why nothing is; nil: there are schedules.
        public var nothing: NothingDue?
    }

    /// Looks.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        Outcome(
            decisions: try calendar.decisions(now: now).map { ($0, calendar.clock(of: $0.edition)) },
            nothing: calendar.book.schedules.isEmpty ? calendar.nothingDue(next: nil) : nil)
    }
}
