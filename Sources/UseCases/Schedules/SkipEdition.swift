import Content
import Pipeline
import Scheduling
import Store

/// Says that a date has no edition (a snow day), or that it has one after all.
public struct SkipEdition: UseCase {
    private let open: CalendarAndStore
    private var store: Store { open.store }

    /// In a school's calendar.
    package init(_ open: CalendarAndStore) { self.open = open }

    /// Which date.
    public struct Request: Sendable {
        /// The date.
        public var date: CalendarDate
        /// One schedule's name; nil: all that have an edition on the date.
        public var schedule: String?
        /// Why; it stands in the history.
        public var reason: String
        /// Whether the date has an edition after all.
        public var undo: Bool

        /// A date without an edition, or with `undo` one that has one after all.
        package init(_ date: CalendarDate, schedule: String? = nil, reason: String, undo: Bool = false) {
            self.date = date
            self.schedule = schedule
            self.reason = reason
            self.undo = undo
        }
    }

    /// What became of the editions of the date.
    public struct Outcome: Sendable {
        /// One a schedule.
        public var editions: [(edition: Edition, change: Change)]
    }

    /// What became of an edition.
    public enum Change: Hashable, Sendable {
        /// It is skipped now; why.
        case skipped(because: Verbatim)
        /// It was skipped before; why.
        case wasSkipped(because: Verbatim)
        /// It will be made after all.
        case restored
        /// It was not skipped.
        case wasNotSkipped
    }

    /// Says it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        try open.alone(now: now) {
            let chosen = try open.calendar.schedules(named: request.schedule).compactMap {
                $0.occurrence(on: request.date)
            }
            guard !chosen.isEmpty else { throw ScheduleRefusal.noEdition(on: request.date) }
            return Outcome(
                editions: try chosen.map { occurrence in
                    (
                        occurrence.edition,
                        try request.undo
                            ? unskip(occurrence.edition) : skip(occurrence, reason: request.reason, now: now)
                    )
                })
        }
    }

    private func skip(_ occurrence: Occurrence, reason: String, now: Timestamp) throws -> Change {
        let edition = occurrence.edition
        let known = try store.schedules.edition(edition)
        let because = Verbatim(known?.reason ?? String())
        switch known?.state {
        case .done: throw ScheduleRefusal.isOut(edition)
        case .skipped: return .wasSkipped(because: because)
        case .missed, .paused: throw ScheduleRefusal.hasNotGoneOut(edition, because: because)
        case .open, nil: break
        }
        if known?.stages.contains(.rank) == true { try Abandoning(store: store).abandon(edition) }
        let record = EditionRecord(
            edition: edition, state: .skipped, stages: known?.stages ?? [], makes: occurrence.makes,
            sends: occurrence.sends, ends: occurrence.ends, reason: reason, at: now)
        try store.write { scope in
            try store.schedules.clearApproval(of: edition, in: scope)
            try store.schedules.put(record, in: scope)
        }
        return .skipped(because: Verbatim(reason))
    }

    private func unskip(_ edition: Edition) throws -> Change {
        guard let known = try store.schedules.edition(edition), known.state == .skipped else { return .wasNotSkipped }
        guard known.stages.isEmpty else { throw ScheduleRefusal.listsAreWithheld(edition) }
        try store.write { scope in try store.schedules.forget(edition, in: scope) }
        return .restored
    }
}
