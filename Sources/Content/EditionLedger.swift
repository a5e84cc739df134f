/// Where it is written down what became of editions: the store, or memory in tests and simulations.
public protocol EditionLedger {
    /// All schedules that were ever seen.
    func schedules() throws -> [ScheduleRecord]
    /// The last date up to one that a schedule has a record of, which a person's skipping did not make; by schedule.
    func lastDates(upTo date: CalendarDate) throws -> [String: CalendarDate]
    /// The editions from a date on, and all earlier ones that are open or have lists to send.
    func editions(from date: CalendarDate) throws -> [EditionRecord]
    /// Writes what is now known of an edition, whole or not at all; all but whether lists were approved, which others write too.
    func put(_ record: EditionRecord) throws
    /// Notes that lists of an edition were approved and wait to go out; nothing where it is no scheduled one.
    func noteApproval(of edition: Edition) throws
    /// Notes that all lists which are approved by now are about to go out, or never will.
    func clearApproval(of edition: Edition) throws
    /// Writes what is now known of a schedule; whole or not at all.
    func put(_ record: ScheduleRecord) throws
}
