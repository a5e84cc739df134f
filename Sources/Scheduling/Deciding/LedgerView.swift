import Configuration
import Content

/// What the ledger says that a decision needs, read at one moment.
public struct LedgerView: Sendable {
    /// Schedules by name.
    public let schedules: [String: ScheduleRecord]
    /// Editions by name: all from ``horizon`` on, and those that are open or have lists to send.
    public let editions: [Edition: EditionRecord]
    /// The first date that each schedule is looked at from; everything before is settled.
    public let horizon: [String: CalendarDate]

    /// How far back a machine that was off looks, in days.
    static let furthest = 400

    /// Reads a ledger for some schedules. `ledger`: nil where nothing was ever written down.
    public init(_ ledger: (any EditionLedger)?, schedules: [Schedule], now: Timestamp) throws {
        let records = try ledger?.schedules() ?? []
        self.schedules = Dictionary(records.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        // A day's leeway: it may be tomorrow already where a schedule is.
        let last = try ledger?.lastDates(upTo: now.utcDate.adding(days: 1)) ?? [:]
        var horizon: [String: CalendarDate] = [:]
        for schedule in schedules {
            let today = schedule.clock.localDate(at: now)
            let since = self.schedules[schedule.name].map { schedule.clock.localDate(at: min($0.since, now)) } ?? today
            let settled = last[schedule.name].map { min($0, today) } ?? since
            let window = schedule.settings.maxLateMinutes / 1_440 + (schedule.settings.review?.daysBefore ?? 0) + 2
            horizon[schedule.name] = max(settled.adding(days: -window), today.adding(days: -LedgerView.furthest))
        }
        self.horizon = horizon
        let from = horizon.values.min() ?? now.utcDate
        editions = Dictionary(
            (try ledger?.editions(from: from) ?? []).map { ($0.edition, $0) }, uniquingKeysWith: { $1 })
    }

    /// What is known of an edition.
    func record(_ edition: Edition) -> EditionRecord? { editions[edition] }
}

extension Schedule {
    /// A text that changes with the days, times and zone: what was an edition before the change may be none after it.
    public var definition: String {
        "\(settings.days) \(settings.time) \(clock.identifier) \(settings.review.map { "\($0)" } ?? "-")"
    }
}
