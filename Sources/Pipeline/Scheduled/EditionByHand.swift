import Configuration
import Content
import Scheduling
import Store

/// An edition that a person asks for: one of no schedule, or a schedule's own, which then keeps to its classes and its review, and
/// goes on in its ledger: what went out by hand is not made again by the tick, nor called missed.
public struct EditionByHand {
    /// What was done of an edition of a schedule by hand.
    public enum Work: Hashable, Sendable {
        /// Its lists were made.
        case made
        /// It was put out.
        case putOut
    }

    /// What the run is for.
    let terms: RunTerms
    private let work: (schedule: Schedule, occurrence: Occurrence)?
    private let store: Store

    /// Throws ``RunRefusal`` where there is no such schedule, where the date is none of its dates, or where somebody said that
    /// nothing is to be made of it.
    init(_ edition: Edition, stages: Set<Stage>, school: School, store: Store, now: Timestamp) throws {
        self.store = store
        let unscheduled = RunTerms(edition: edition, now: now)
        guard edition.schedule != Edition.manualSchedule else {
            (terms, work) = (unscheduled, nil)
            return
        }
        let calendar = SchoolCalendar(of: school)
        guard calendar.configuration.schedules.contains(where: { $0.name == edition.schedule }) else {
            // What a schedule has left that is no longer in the configuration may still go out.
            guard stages == [.deliver], try !store.lists.learners(of: edition).isEmpty else {
                throw Self.unknown(edition, in: school.configuration)
            }
            (terms, work) = (unscheduled, nil)
            return
        }
        guard let schedule = try calendar.schedules(named: edition.schedule).first else {
            throw Self.unknown(edition, in: school.configuration)
        }
        let record = try store.schedules.edition(edition)
        guard let occurrence = schedule.occurrence(on: edition.date) ?? record?.occurrence else {
            throw RunRefusal.noEditionOf(
                schedule: Verbatim(schedule.name), on: edition.date,
                next: schedule.next(2, after: now).map { $0.edition.date })
        }
        if stages != [.ingest] { try Self.refuse(edition, record, schedule, store) }
        (terms, work) = (schedule.terms(of: edition, now: now), (schedule, occurrence))
    }

    /// That there is no schedule of an edition's name.
    package static func unknown(_ edition: Edition, in configuration: GleanerConfiguration) -> RunRefusal {
        let known = configuration.schedules.map { $0.name } + [Edition.manualSchedule]
        return .noScheduleOf(
            edition, nearest: NearestName.of(edition.schedule, among: known).map { Verbatim($0) },
            known: known.map { Verbatim($0) })
    }

    private static func refuse(
        _ edition: Edition, _ record: EditionRecord?, _ schedule: Schedule, _ store: Store
    ) throws {
        if record?.state == .skipped {
            throw RunRefusal.isSkipped(edition, because: Verbatim(record?.reason ?? String()))
        }
        let known = try store.schedules.schedules().first { $0.name == schedule.name }
        let isPaused = known?.pausedSince != nil && (known?.pausedUntil.map { edition.date <= $0 } ?? true)
        if isPaused || record?.state == .paused {
            throw RunRefusal.isPaused(edition)
        }
    }

    /// Before it goes out: what a tick at this moment would let go, goes.
    func beforeDelivery() throws {
        guard let (schedule, occurrence) = work else { return }
        if terms.now >= occurrence.sends {
            try UnreviewedLists(store: store).release(terms, schedule.settings.unreviewed)
        }
        try store.write { scope in try store.schedules.clearApproval(of: terms.edition, in: scope) }
    }

    /// Writes down what was done of it, for one who holds the lock. `isOut`: whether all that may go out is out.
    package func note(
        _ stages: Set<Stage>, rank: RunSummary.Rank?, isOut: Bool, words: any RunWords
    ) throws {
        try store.write { scope in try note(stages, rank: rank, isOut: isOut, words, in: scope) }
    }

    private func note(
        _ stages: Set<Stage>, rank: RunSummary.Rank?, isOut: Bool, _ words: any RunWords,
        in scope: borrowing WriteScope
    ) throws {
        let edition = terms.edition
        guard let (_, occurrence) = work else { return }
        let known = try store.schedules.edition(edition)
        if known?.state == .done {
            // The tick goes on with what could not be written.
            if stages.contains(.deliver), !isOut { try store.schedules.noteApproval(of: edition, in: scope) }
            return
        }
        let hasLists = rank.map { $0.made + $0.kept > 0 } ?? isOut
        guard stages != [.ingest], hasLists else { return }
        var record =
            known
            ?? EditionRecord(
                edition: edition, state: .open, makes: occurrence.makes, sends: occurrence.sends,
                ends: occurrence.ends, at: terms.now)
        record.state = .open
        record.at = terms.now
        // Feeds are read again when the tick goes on: it is the articles of its own time that count.
        if stages.contains(.rank), !record.stages.contains(.rank) { record.stages.append(.rank) }
        let waiting = try store.lists.count(of: edition, in: .awaitingApproval)
        // Before its time lists may still be reviewed: the rest is the tick's.
        if stages.contains(.deliver), isOut, waiting == 0 || terms.now >= occurrence.sends {
            record.stages.append(.deliver)
            record.state = .done
            record.reason = words.clause(.putOut)
        } else {
            record.reason = words.clause(.made)
        }
        try store.schedules.put(record, in: scope)
    }
}
