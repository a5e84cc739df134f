import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// A school's calendar with its store, for what people say of it.
public struct CalendarAndStore: Sendable {
    /// The calendar.
    public let calendar: SchoolCalendar
    /// The school's store.
    public let store: Store

    /// Opens the store of a calendar's school.
    package init(_ calendar: SchoolCalendar) throws {
        self.calendar = calendar
        store = try calendar.folder.openStore()
    }

    /// Changes something while no run is at work. A run reads the calendar once: what is said meanwhile would come too late for it,
    /// and be overwritten by it.
    func alone<Change>(now: Timestamp, _ change: () throws -> Change) throws -> Change {
        if calendar.book.schedules.isEmpty {
            throw calendar.book.unusable.isEmpty ? ScheduleRefusal.noSchedule : ScheduleRefusal.noneUsable
        }
        guard let lock = try RunLock.take(in: calendar.folder.data, now: now) else {
            throw ScheduleRefusal.runAtWork(holder: Verbatim(RunLock.holder(in: calendar.folder.data)))
        }
        let changed = try change()
        _ = consume lock
        return changed
    }

    /// What the ledger says of a schedule, or would say from now on.
    func record(_ schedule: Schedule, now: Timestamp) throws -> ScheduleRecord {
        try store.schedules.schedules().first { $0.name == schedule.name }
            ?? ScheduleRecord(name: schedule.name, definition: schedule.definition, since: now)
    }

    /// Writes down what is now so of a schedule.
    func put(_ record: ScheduleRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }
}
