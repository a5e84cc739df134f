import Configuration
import Content

/// What does the work that a tick decides on: the pipeline, or a pretended one in simulations.
public protocol EditionWorker {
    /// Runs one stage of an edition. What went wrong is an outcome; an error ends the tick as a kill would.
    func perform(_ stage: Stage, of order: EditionOrder) throws -> StageOutcome
    /// Makes sure that nothing more of an edition goes out.
    func abandon(_ edition: Edition) throws
    /// Writes to the operator. Doing it twice is doing it once.
    func tell(_ alert: OperatorAlert) throws
}

/// An edition that is being worked on.
public struct EditionOrder: Sendable {
    /// The edition and its moments.
    public var occurrence: Occurrence
    /// Its schedule.
    public var schedule: Schedule
    /// The moment.
    public var now: Timestamp

    /// What a run that works on it is for.
    package var terms: RunTerms {
        schedule.terms(of: occurrence.edition, now: now, due: occurrence.makes)
    }
}

/// What came of a stage.
public enum StageOutcome: Hashable, Sendable {
    /// It is done; `leftOut` says which parts were left out, if any.
    case done(leftOut: String? = nil)
    /// It could not be done; the next tick tries again. `again`: stages before it that must be done anew.
    case failed(String, again: [Stage] = [])
}

/// Something that the operator should know.
public struct OperatorAlert: Hashable, Sendable {
    /// Whether it is well again; otherwise it keeps failing.
    public var isWell: Bool
    /// The failures.
    public var streak: ScheduleRecord.Streak
    /// The schedule.
    public var schedule: String
    /// When it is said.
    public var at: Timestamp
}

/// One look at the calendar: what is due is done and written down. Safe at any time and as often as one likes, as long as
/// the caller holds the lock.
public struct Tick {
    let book: ScheduleBook
    let ledger: any EditionLedger
    let worker: any EditionWorker
    let alertAfter: Int

    /// A tick over a ledger.
    package init(book: ScheduleBook, ledger: any EditionLedger, worker: any EditionWorker, alertAfter: Int) {
        self.book = book
        self.ledger = ledger
        self.worker = worker
        self.alertAfter = alertAfter
    }

    /// What became of one edition in a tick.
    public struct Result: Hashable, Sendable {
        /// What was decided.
        public var decision: Decision
        /// What the ledger says now.
        public var record: EditionRecord
        /// What went wrong; nil: nothing.
        public var problem: String?
        /// Which parts were left out; nil: none.
        public var leftOut: String?
    }

    /// Whether a tick would write or do anything.
    public static func hasWork(_ book: ScheduleBook, _ view: LedgerView, now: Timestamp) -> Bool {
        book.schedules.contains { isNew($0, view, now: now) }
            || book.unusable.contains { view.schedules[$0]?.streak?.isAlerted != true }
            || Decision.decide(book, view, now: now).contains { $0.isDue }
    }

    /// Whether a schedule was never seen with its days and times, or at a moment that is still to come: the clock was wrong then.
    private static func isNew(_ schedule: Schedule, _ view: LedgerView, now: Timestamp) -> Bool {
        guard let known = view.schedules[schedule.name] else { return true }
        return known.definition != schedule.definition || known.since > now
    }

    /// Does what is due at a moment.
    public func run(now: Timestamp) throws -> [Result] {
        var view = try LedgerView(ledger, schedules: book.schedules, now: now)
        if try remember(view, now: now) { view = try LedgerView(ledger, schedules: book.schedules, now: now) }
        var streaks = view.schedules.compactMapValues { $0.streak }
        for name in book.unusable.sorted() where streaks[name]?.isAlerted != true {
            let known = view.schedules[name] ?? ScheduleRecord(name: name, definition: "", since: now)
            let edition = Edition(schedule: name, date: now.utcDate)
            try fail("its calendar file or time zone cannot be read", edition, known, &streaks, now: now)
        }
        var results: [Result] = []
        for decision in Decision.decide(book, view, now: now) where decision.isDue {
            let schedule = book.schedules.first { $0.name == decision.edition.schedule }
            results.append(
                try act(on: decision, schedule, view.schedules[decision.edition.schedule], &streaks, now: now))
        }
        return results
    }

    /// Writes down schedules that are new or have other days and times. Gives whether there were any.
    private func remember(_ view: LedgerView, now: Timestamp) throws -> Bool {
        var isNew = false
        for schedule in book.schedules where Tick.isNew(schedule, view, now: now) {
            var record =
                view.schedules[schedule.name] ?? ScheduleRecord(name: schedule.name, definition: "", since: now)
            record.definition = schedule.definition
            record.since = now
            try ledger.put(record)
            isNew = true
        }
        return isNew
    }

    private func act(
        on decision: Decision, _ schedule: Schedule?, _ known: ScheduleRecord?,
        _ streaks: inout [String: ScheduleRecord.Streak], now: Timestamp
    ) throws -> Result {
        var record = decision.record ?? EditionRecord(decision.occurrence, state: .open, reason: "", at: now)
        record.makes = decision.occurrence.makes
        record.sends = decision.occurrence.sends
        record.ends = decision.occurrence.ends
        record.at = now
        switch decision.action {
        case .wait: break
        case .miss:
            if record.stages.contains(.rank) { try worker.abandon(decision.edition) }
            if record.hasApproved { try ledger.clearApproval(of: decision.edition) }
            (record.state, record.reason) = (.missed, decision.because)
            try ledger.put(record)
        case .pause:
            if record.stages.contains(.rank) { try worker.abandon(decision.edition) }
            if record.hasApproved { try ledger.clearApproval(of: decision.edition) }
            (record.state, record.reason) = (.paused, decision.because)
            try ledger.put(record)
        case .work(let stages):
            guard let schedule, let known else { break }
            return try work(stages, decision, record, schedule, known, &streaks, now: now)
        }
        return Result(decision: decision, record: record)
    }

    private func work(
        _ stages: [Stage], _ decision: Decision, _ begun: EditionRecord, _ schedule: Schedule, _ known: ScheduleRecord,
        _ streaks: inout [String: ScheduleRecord.Streak], now: Timestamp
    ) throws -> Result {
        var record = begun
        let hadApproved = record.hasApproved
        if record.state != .done {
            record.state = .open
            try ledger.put(record)
        }
        // What is approved from here on waits for the next tick.
        if hadApproved, stages.contains(.deliver) { try ledger.clearApproval(of: record.edition) }
        let order = EditionOrder(occurrence: decision.occurrence, schedule: schedule, now: now)
        var leftOut: [String] =
            record.failures == 0 && !record.reason.isEmpty && record.state == .open ? [record.reason] : []
        for stage in stages {
            switch try worker.perform(stage, of: order) {
            case .done(let part):
                part.map { leftOut.append($0) }
                if !record.stages.contains(stage) { record.stages.append(stage) }
                if record.stages.contains(.deliver) { record.state = .done }
                record.reason = ((record.state == .done ? [decision.because] : []) + leftOut).joined(separator: "; ")
                try ledger.put(record)
            case .failed(let problem, let again):
                record.failures += 1
                record.reason = problem
                record.stages.removeAll { again.contains($0) }
                try ledger.put(record)
                if hadApproved { try ledger.noteApproval(of: record.edition) }
                try fail(problem, decision.edition, known, &streaks, now: now)
                return Result(decision: decision, record: record, problem: problem)
            }
        }
        try recover(known, &streaks, now: now)
        return Result(
            decision: decision, record: record, leftOut: leftOut.isEmpty ? nil : leftOut.joined(separator: "; "))
    }

    private func fail(
        _ problem: String, _ edition: Edition, _ known: ScheduleRecord,
        _ streaks: inout [String: ScheduleRecord.Streak], now: Timestamp
    ) throws {
        var streak =
            streaks[known.name]
            ?? ScheduleRecord.Streak(count: 0, edition: edition, since: now, problem: problem)
        streak.count += 1
        streak.problem = problem
        if streak.count >= alertAfter, !streak.isAlerted {
            try worker.tell(OperatorAlert(isWell: false, streak: streak, schedule: known.name, at: now))
            streak.isAlerted = true
        }
        try keep(streak, known, &streaks)
    }

    private func recover(
        _ known: ScheduleRecord, _ streaks: inout [String: ScheduleRecord.Streak], now: Timestamp
    ) throws {
        guard let streak = streaks[known.name] else { return }
        if streak.isAlerted {
            try worker.tell(OperatorAlert(isWell: true, streak: streak, schedule: known.name, at: now))
        }
        try keep(nil, known, &streaks)
    }

    private func keep(
        _ streak: ScheduleRecord.Streak?, _ known: ScheduleRecord, _ streaks: inout [String: ScheduleRecord.Streak]
    ) throws {
        streaks[known.name] = streak
        var record = known
        record.streak = streak
        try ledger.put(record)
    }
}
