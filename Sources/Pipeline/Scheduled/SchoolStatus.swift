import Configuration
import Content
import Foundation
import Glibc
import Scheduling
import Store

/// How a school's schedules are at a moment: last run, next run, what waits, what failed.
public struct SchoolStatus: Sendable {
    /// One schedule.
    public struct Line: Sendable {
        /// Its name.
        public var schedule: Verbatim
        /// The one school of a district that it is for; nil: all.
        public var school: SchoolName?
        /// Its clock.
        public var clock: LocalClock
        /// The edition that was settled last.
        public var last: Edition?
        /// What became of it.
        public var state: EditionRecord.State?
        /// When that was.
        public var at: Timestamp?
        /// Why, as the ledger has it.
        public var reason: Verbatim?
        /// The edition that comes next.
        public var next: Edition?
        /// When its lists are made.
        public var makes: Timestamp?
        /// When they go out.
        public var sends: Timestamp?
        /// Whether it is paused.
        public var isPaused: Bool
        /// How often it failed in a row.
        public var failures: Int
        /// The last problem, as the ledger has it.
        public var problem: Verbatim?
        /// When an edition of it went out last.
        public var lastDone: Timestamp?
    }

    /// An edition that waits, for its time, for a tick or for approval.
    public struct Waiting: Sendable {
        /// The edition.
        public var edition: Edition
        /// What it waits for, as the calendar has it.
        public var because: Verbatim
        /// Whether nothing of it has been begun although it is due.
        public var isUntouched: Bool
        /// How many of its lists wait for approval.
        public var unapproved: Int
    }

    /// The school's name.
    public let school: Verbatim
    /// The schedules.
    package(set) public var schedules: [Line]
    /// What waits.
    package(set) public var waiting: [Waiting]
    /// Of a district: how each of its schools is served.
    package(set) public var schools: [OfSchool]
    /// What was missed in the last seven days and has not been followed by a good one, what fails now, and whoever is not served.
    package(set) public var problems: [HealthProblem]
    /// What is worth knowing and needs nobody today.
    package(set) public var notes: [HealthNote] = []
    /// The learners for whom articles run out, as the newest run saw it.
    package(set) public var supply: [SupplyDesk.Line] = []
    /// Who is at work; nil: nobody.
    public let running: Verbatim?

    /// Whether nobody needs to look.
    public var isWell: Bool { problems.isEmpty }

    /// Reads how it is; `holder`: who counts as at work, where it is not to be asked (a run that looks at itself).
    package init(_ calendar: SchoolCalendar, now: Timestamp, holder: String?? = nil) throws {
        school = Verbatim(calendar.configuration.school.name)
        let store = try calendar.folder.readStore()
        let ledger = store.map { StoredLedger($0) }
        let records = Dictionary((try ledger?.schedules() ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let recent = try ledger?.editions(from: now.utcDate.adding(days: -400)) ?? []
        let decisions = Decision.decide(
            calendar.book, try LedgerView(ledger, schedules: calendar.book.schedules, now: now), now: now)
        var problems: [HealthProblem] = calendar.errors.map { .unusableSchedule($0) }
        var lines: [Line] = []
        for schedule in calendar.book.schedules {
            let record = records[schedule.name]
            let own = recent.filter { $0.edition.schedule == schedule.name }
            let last = own.filter { $0.state != .open && $0.sends <= now }.max { $0.edition < $1.edition }
            let next = schedule.next(3, after: now).first { coming in
                own.first { $0.edition == coming.edition }?.state != .skipped
            }
            lines.append(
                Line(
                    schedule: Verbatim(schedule.name), school: schedule.settings.school, clock: schedule.clock,
                    last: last?.edition, state: last?.state,
                    at: last?.at, reason: last.map { Verbatim($0.reason) }, next: next?.edition, makes: next?.makes,
                    sends: next?.sends,
                    isPaused: record?.pausedSince != nil
                        && record?.pausedUntil.map { $0 < schedule.clock.localDate(at: now) } != true,
                    failures: record?.streak?.count ?? 0, problem: record?.streak.map { Verbatim($0.problem) },
                    lastDone: own.filter { $0.state == .done }.map { $0.at }.max()))
            if let streak = record?.streak {
                problems.append(
                    .failing(
                        schedule: Verbatim(schedule.name), streak, since: ShownMoment(streak.since, schedule.clock)))
            }
            if let last, last.state == .missed, now.days(since: last.ends) <= 7 {
                problems.append(.missed(last.edition, because: Verbatim(last.reason)))
            }
        }
        schedules = lines
        waiting = try decisions.compactMap { decision in
            guard let record = decision.record, record.state == .open || record.hasApproved else {
                return decision.isDue && decision.action != .miss
                    ? Waiting(
                        edition: decision.edition, because: Verbatim(decision.because), isUntouched: true, unapproved: 0
                    )
                    : nil
            }
            let count = try store?.lists.count(of: decision.edition, in: .awaitingApproval) ?? 0
            return Waiting(
                edition: decision.edition, because: Verbatim(decision.because), isUntouched: false, unapproved: count)
        }
        for decision in decisions where decision.action == .miss {
            problems.append(.tooLate(decision.edition, because: Verbatim(decision.because)))
        }
        let running =
            holder
            ?? (RunLock.isHeld(in: calendar.folder.data) ? RunLock.holder(in: calendar.folder.data) : nil)
        let health = SchoolHealth(
            calendar: calendar, store: store, decisions: decisions,
            ended: lines.filter { $0.next == nil && !$0.isPaused }.map { $0.schedule.text }, holder: running, now: now)
        self.running = running.map { Verbatim($0) }
        schools = try health.schools()
        self.problems = problems + (try health.problems())
    }
}
