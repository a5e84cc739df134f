import Content
import Synchronization

/// A ledger in memory: the twin of the store's, for tests and simulations.
package final class MemoryLedger: EditionLedger, Sendable {
    private struct State {
        var schedules: [String: ScheduleRecord] = [:]
        var editions: [Edition: EditionRecord] = [:]
        /// The dates of each schedule's records that skipping did not make, in their order.
        var dates: [String: [CalendarDate]] = [:]
        /// Editions by date, and those that are open or have lists to send.
        var byDate: [CalendarDate: Set<Edition>] = [:]
        var waiting: Set<Edition> = []
        var first: CalendarDate?
        var last: CalendarDate?

        mutating func noteWaiting(_ record: EditionRecord) {
            if record.state == .open || record.hasApproved {
                waiting.insert(record.edition)
            } else {
                waiting.remove(record.edition)
            }
        }
    }

    private let state = Mutex(State())

    /// An empty ledger.
    package init() {}

    /// All that is written down, by edition.
    package var all: [EditionRecord] { state.withLock { $0.editions.values.sorted { $0.edition < $1.edition } } }

    /// All schedules that were ever seen.
    package func schedules() -> [ScheduleRecord] { state.withLock { $0.schedules.values.sorted { $0.name < $1.name } } }

    /// The last date up to one that a schedule has a record of.
    package func lastDates(upTo date: CalendarDate) -> [String: CalendarDate] {
        state.withLock { state in state.dates.compactMapValues { $0.last { $0 <= date } } }
    }

    /// The editions from a date on, and those that wait.
    package func editions(from date: CalendarDate) -> [EditionRecord] {
        state.withLock { state in
            var found = state.waiting
            if let first = state.first, let last = state.last {
                for day in stride(from: max(first, date).dayNumber, through: last.dayNumber, by: 1) {
                    found.formUnion(state.byDate[CalendarDate(dayNumber: day)] ?? [])
                }
            }
            return found.compactMap { state.editions[$0] }.sorted { $0.edition < $1.edition }
        }
    }

    /// Writes what is now known of an edition.
    package func put(_ record: EditionRecord) {
        state.withLock { state in
            let edition = record.edition
            if state.editions[edition] == nil, record.state != .skipped {
                let dates = state.dates[edition.schedule, default: []]
                let place = dates.lastIndex { $0 < edition.date }.map { $0 + 1 } ?? 0
                state.dates[edition.schedule, default: []].insert(edition.date, at: place)
            }
            var record = record
            record.hasApproved = state.editions[edition]?.hasApproved ?? false
            state.editions[edition] = record
            state.byDate[edition.date, default: []].insert(edition)
            state.first = min(state.first ?? edition.date, edition.date)
            state.last = max(state.last ?? edition.date, edition.date)
            state.noteWaiting(record)
        }
    }

    /// Notes that lists of an edition were approved.
    package func noteApproval(of edition: Edition) { setApproved(true, edition) }

    /// Notes that they are about to go out.
    package func clearApproval(of edition: Edition) { setApproved(false, edition) }

    private func setApproved(_ isApproved: Bool, _ edition: Edition) {
        state.withLock { state in
            guard var record = state.editions[edition] else { return }
            record.hasApproved = isApproved
            state.editions[edition] = record
            state.noteWaiting(record)
        }
    }

    /// Writes what is now known of a schedule.
    package func put(_ record: ScheduleRecord) { state.withLock { $0.schedules[record.name] = record } }
}
