import Content

/// The ledger of schedules and their editions as it is kept in the store. Each word that is written down takes its turn.
public struct StoredLedger: EditionLedger {
    private let store: Store

    /// The ledger of a store.
    package init(_ store: Store) { self.store = store }

    /// All schedules that were ever seen, by name.
    public func schedules() throws -> [ScheduleRecord] { try store.schedules.schedules() }

    /// The last date up to one that each schedule has a record of.
    public func lastDates(upTo date: CalendarDate) throws -> [String: CalendarDate] {
        try store.schedules.lastDates(upTo: date)
    }

    /// The editions from a date on, and those that wait.
    public func editions(from date: CalendarDate) throws -> [EditionRecord] { try store.schedules.editions(from: date) }

    /// Writes what is now known of an edition.
    public func put(_ record: EditionRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }

    /// Writes what is now known of a schedule.
    public func put(_ record: ScheduleRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }

    /// Notes that lists of an edition were approved.
    public func noteApproval(of edition: Edition) throws {
        try store.write { scope in try store.schedules.noteApproval(of: edition, in: scope) }
    }

    /// Notes that they are about to go out.
    public func clearApproval(of edition: Edition) throws {
        try store.write { scope in try store.schedules.clearApproval(of: edition, in: scope) }
    }
}
