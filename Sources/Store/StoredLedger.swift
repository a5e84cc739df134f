import Content

/// The ledger of schedules and their editions as it is kept in the store. Each word that is written down takes its turn.
public struct StoredLedger: EditionLedger {
    private let store: Store

    /// The ledger of a store.
    public init(_ store: Store) { self.store = store }

    public func schedules() throws -> [ScheduleRecord] { try store.schedules.schedules() }

    public func lastDates(upTo date: CalendarDate) throws -> [String: CalendarDate] {
        try store.schedules.lastDates(upTo: date)
    }

    public func editions(from date: CalendarDate) throws -> [EditionRecord] { try store.schedules.editions(from: date) }

    public func put(_ record: EditionRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }

    public func put(_ record: ScheduleRecord) throws {
        try store.write { scope in try store.schedules.put(record, in: scope) }
    }

    public func noteApproval(of edition: Edition) throws {
        try store.write { scope in try store.schedules.noteApproval(of: edition, in: scope) }
    }

    public func clearApproval(of edition: Edition) throws {
        try store.write { scope in try store.schedules.clearApproval(of: edition, in: scope) }
    }
}
