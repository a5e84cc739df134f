import Configuration
import Content
import Pipeline
import Scheduling
import Store

/// What the schedules have for a class today: what comes next, and what is late or has failed. Read once for all classes of a teacher.
struct ScheduledToday {
    private let now: Timestamp
    private let calendar: SchoolCalendar
    private let records: [EditionRecord]
    private let late: [Edition]
    private let lastMade: [RunRecord]
    private let named: [String: Set<String>]
    private let paused: [String: ScheduleRecord]

    /// So many days back it is looked for what was missed or has failed.
    private static let days = 14
    /// So many editions of a schedule are looked at for the next that nobody has skipped.
    private static let looksAhead = 8

    /// As things are now.
    init(school: School, store: Store, now: Timestamp) throws {
        self.now = now
        calendar = SchoolCalendar(of: school)
        named = school.configuration.classesOfSchedules
        records = try store.schedules.editions(from: now.utcDate.adding(days: -Self.days))
        let view = try LedgerView(StoredLedger(store), schedules: calendar.book.schedules, now: now)
        late = Decision.decide(calendar.book, view, now: now).filter { $0.overdueSince(now: now) != nil }.map(\.edition)
        let known = try store.schedules.schedules().filter { $0.pausedSince != nil }
        paused = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
        lastMade = try store.runs.lastOfSchedules(with: Stage.rank.rawValue).filter {
            now.days(since: $0.now) <= Double(Self.days)
        }
    }

    /// Adds what a class's teacher should know.
    func add(to today: inout ShowToday.Today) throws {
        let name = today.schoolClass.text
        func isMeant(_ edition: Edition) -> Bool { named[edition.schedule].map { $0.contains(name) } ?? true }
        today.next = next(for: name)
        today.late = late.first { isMeant($0) }
        today.trouble = trouble(isMeant).map { ($0.edition, $0.state, $0.failures) }
        let last = lastMade.filter { isMeant($0.edition) }.max { $0.number < $1.number }
        if let last, last.outcome == .degraded { today.lessThanWhole = last.edition }
    }

    /// The latest edition that went wrong, of schedules whose last edition did.
    private func trouble(_ isMeant: (Edition) -> Bool) -> EditionRecord? {
        let begun = records.filter { isMeant($0.edition) && ($0.makes <= now || $0.state == .missed) }
        let last = Dictionary(begun.map { ($0.edition.schedule, $0) }) { $0.edition < $1.edition ? $1 : $0 }
        return last.values.filter { $0.state == .missed || $0.state == .open && $0.failures > 0 }
            .max { $0.edition < $1.edition }
    }

    private func next(for name: String) -> (edition: Edition, at: Verbatim)? {
        let skipped = Set(records.filter { $0.state == .skipped }.map(\.edition))
        func isHeldUp(_ edition: Edition) -> Bool {
            skipped.contains(edition)
                || paused[edition.schedule].map { $0.pausedUntil.map { edition.date <= $0 } ?? true } ?? false
        }
        let coming = calendar.book.schedules.filter { named[$0.name].map { $0.contains(name) } ?? true }.flatMap {
            schedule in
            schedule.next(Self.looksAhead, after: now).filter { !isHeldUp($0.edition) }.prefix(1)
                .map { (occurrence: $0, clock: schedule.clock) }
        }
        return coming.min { $0.occurrence.sends < $1.occurrence.sends }.map { occurrence, clock in
            (occurrence.edition, Verbatim(clock.text(at: occurrence.sends)))
        }
    }
}
