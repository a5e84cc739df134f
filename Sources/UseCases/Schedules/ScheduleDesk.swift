import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// What a person says about the calendar: a date without an edition, a pause, its end.
public struct ScheduleDesk {
    let calendar: SchoolCalendar
    let store: Store

    /// A desk over a school's calendar and store.
    package init(calendar: SchoolCalendar, store: Store) {
        self.calendar = calendar
        self.store = store
    }

    /// Says that a date has no edition (a snow day), or with `undo` that it has one after all. Gives a line a schedule.
    public func skip(
        _ date: CalendarDate, schedule name: String?, reason: String, undo: Bool, now: Timestamp
    ) throws -> [String] {
        try alone(now: now) {
            let chosen = try calendar.schedules(named: name).compactMap { $0.occurrence(on: date) }
            guard !chosen.isEmpty else {
                throw RequestError("no schedule has an edition on \(date). See 'gleaner schedule next'.")
            }
            return try chosen.map { try undo ? unskip($0) : skip($0, reason: reason, now: now) }
        }
    }

    private func skip(_ occurrence: Occurrence, reason: String, now: Timestamp) throws -> String {
        let edition = occurrence.edition
        let known = try store.schedules.edition(edition)
        switch known?.state {
        case .done: throw RequestError("\(edition) is out already; it cannot be skipped any more.")
        case .skipped: return "\(edition) is skipped, as it was: \(known?.reason ?? "")."
        case .missed, .paused: throw RequestError("\(edition) has not gone out: \(known?.reason ?? "").")
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
        return "\(edition) is skipped: \(reason). 'gleaner schedule skip \(edition.date) --undo' takes it back."
    }

    private func unskip(_ occurrence: Occurrence) throws -> String {
        let edition = occurrence.edition
        guard let known = try store.schedules.edition(edition), known.state == .skipped else {
            return "\(edition) is not skipped, as it was."
        }
        guard known.stages.isEmpty else {
            throw RequestError("the lists of \(edition) were made and then skipped; they stay withheld.")
        }
        try store.write { scope in try store.schedules.forget(edition, in: scope) }
        return "\(edition) will be made after all."
    }

    /// Pauses schedules, until a date or until they are resumed. Gives a line a schedule.
    public func pause(schedule name: String?, until: CalendarDate?, now: Timestamp) throws -> [String] {
        try alone(now: now) {
            try calendar.schedules(named: name).map { schedule in
                if let until, until < schedule.clock.localDate(at: now) {
                    throw RequestError("\(until) is over already. Give the last date of the pause.")
                }
                var record = try record(schedule, now: now)
                let wasPaused = record.pausedSince != nil
                record.pausedSince = record.pausedSince ?? now
                record.pausedUntil = until
                try put(record)
                let end = until.map { "up to \($0)" } ?? "until 'gleaner schedule resume'"
                return "'\(schedule.name)' is paused \(end)\(wasPaused ? "; it was paused before" : "")."
            }
        }
    }

    /// Ends a pause. Gives a line a schedule.
    public func resume(schedule name: String?, now: Timestamp) throws -> [String] {
        try alone(now: now) {
            try calendar.schedules(named: name).map { schedule in
                var record = try record(schedule, now: now)
                guard record.pausedSince != nil else { return "'\(schedule.name)' is not paused, as it was." }
                record.pausedSince = nil
                record.pausedUntil = nil
                try put(record)
                let next = schedule.next(1, after: now).first
                return "'\(schedule.name)' goes on\(next.map { "; next: \($0.edition.date)" } ?? "")."
            }
        }
    }

    private func put(_ record: ScheduleRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }

    private func record(_ schedule: Schedule, now: Timestamp) throws -> ScheduleRecord {
        try store.schedules.schedules().first { $0.name == schedule.name }
            ?? ScheduleRecord(name: schedule.name, definition: schedule.definition, since: now)
    }

    /// A run at work reads the calendar once: what is said meanwhile would come too late for it, and be overwritten by it.
    private func alone(now: Timestamp, _ change: () throws -> [String]) throws -> [String] {
        if calendar.book.schedules.isEmpty {
            throw RequestError(
                calendar.book.unusable.isEmpty
                    ? "there is no schedule. Add one under 'schedules' in Config/gleaner.yaml."
                    : "no schedule can be used: see 'gleaner schedule check'.")
        }
        guard let lock = try RunLock.take(in: calendar.folder.data, now: now) else {
            throw RequestError(
                "a run is at work: \(RunLock.holder(in: calendar.folder.data)). Try again when it has ended.")
        }
        let lines = try change()
        _ = consume lock
        return lines
    }
}
