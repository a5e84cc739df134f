import Content

/// What is to be done about one edition at a moment, and why. `run --due`, `--dry-run`, `status` and the simulation all ask the
/// same function, ``Decision/decide(_:_:now:)``.
public struct Decision: Hashable, Sendable {
    /// What is to be done.
    public enum Action: Hashable, Sendable {
        /// Run these stages now.
        case work([Stage])
        /// Nothing before a moment.
        case wait(until: Timestamp)
        /// Write down that it was missed.
        case miss
        /// Write down that it fell into a pause.
        case pause
    }

    /// The edition and its moments.
    public var occurrence: Occurrence
    /// What is to be done.
    public var action: Action
    /// Why, as one sentence without a full stop.
    public var because: String
    /// What the ledger says so far.
    public var record: EditionRecord?

    /// The edition.
    public var edition: Edition { occurrence.edition }

    /// Whether anything is to be done now.
    public var isDue: Bool {
        if case .wait = action { return false }
        return true
    }

    /// From how many seconds after its time on an edition is called late: longer than two ticks.
    static let lateFrom: Int64 = 1_500

    /// What is to be done about all editions that are not settled, the earliest first. Nothing but the arguments decides.
    public static func decide(_ book: ScheduleBook, _ ledger: LedgerView, now: Timestamp) -> [Decision] {
        var decisions: [Decision] = []
        var names = book.unusable
        for schedule in book.schedules {
            names.insert(schedule.name)
            decisions += OneSchedule(schedule: schedule, ledger: ledger, now: now).decisions()
        }
        // What a schedule that is no longer in the configuration has left unfinished.
        for record in ledger.editions.values where record.state == .open && !names.contains(record.edition.schedule) {
            decisions.append(
                Decision(
                    occurrence: record.occurrence, action: .miss,
                    because: "its schedule was taken out of the configuration before it was finished", record: record))
        }
        return decisions.sorted {
            ($0.occurrence.makes, $0.edition.schedule, $0.edition.date) < (
                $1.occurrence.makes, $1.edition.schedule, $1.edition.date
            )
        }
    }
}

extension EditionRecord {
    /// The edition with its moments as they were when this was written.
    public var occurrence: Occurrence { Occurrence(edition: edition, makes: makes, sends: sends, ends: ends) }

    /// A record of an edition of which nothing is known yet.
    init(_ occurrence: Occurrence, state: State, reason: String, at now: Timestamp) {
        self.init(
            edition: occurrence.edition, state: state, makes: occurrence.makes, sends: occurrence.sends,
            ends: occurrence.ends, reason: reason, at: now)
    }
}
