import Configuration
import Content
import Foundation
import Glibc
import Scheduling
import ScorerKit
import Store

/// How a school's schedules are at a moment: last run, next run, what waits, what failed.
public struct SchoolStatus: Encodable, Sendable {
    /// One schedule.
    public struct Line: Encodable, Sendable {
        /// Its name.
        public var schedule: String
        /// The edition that was settled last.
        public var last: Edition?
        /// What became of it.
        public var state: String?
        /// When that was.
        public var at: Timestamp?
        /// Why.
        public var reason: String?
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
        /// The last problem.
        public var problem: String?
        /// When an edition of it went out last.
        public var lastDone: Timestamp?
    }

    /// An edition that waits, for its time, for a tick or for approval.
    public struct Waiting: Encodable, Sendable {
        /// The edition.
        public var edition: Edition
        /// What it waits for.
        public var what: String
        /// How many of its lists wait for approval.
        public var unapproved: Int
    }

    /// The school's name.
    public let school: String
    /// The schedules.
    public let schedules: [Line]
    /// What waits.
    public let waiting: [Waiting]
    /// What was missed in the last seven days and has not been followed by a good one, what fails now, and whoever is not served.
    package(set) public var problems: [String]
    /// What is worth knowing and needs nobody today.
    package(set) public var notes: [String] = []
    /// The learners for whom articles run out, as the newest run saw it.
    package(set) public var supply: [SupplyDesk.Line] = []
    /// Who is at work; nil: nobody.
    public let running: String?

    /// Whether nobody needs to look.
    public var isWell: Bool { problems.isEmpty }

    /// Reads how it is; `holder`: who counts as at work, where it is not to be asked (a run that looks at itself).
    package init(_ calendar: SchoolCalendar, now: Timestamp, holder: String??) throws {
        school = calendar.configuration.school.name
        let store = try calendar.folder.readStore()
        let ledger = store.map { StoredLedger($0) }
        let records = Dictionary((try ledger?.schedules() ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let recent = try ledger?.editions(from: now.utcDate.adding(days: -400)) ?? []
        let decisions = Decision.decide(
            calendar.book, try LedgerView(ledger, schedules: calendar.book.schedules, now: now), now: now)
        var problems = calendar.errors.map {
            "\($0.place): \($0.problem.hasSuffix(".") ? String($0.problem.dropLast()) : $0.problem)"
        }
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
                    schedule: schedule.name, last: last?.edition, state: last?.state.rawValue, at: last?.at,
                    reason: last?.reason, next: next?.edition, makes: next?.makes, sends: next?.sends,
                    isPaused: record?.pausedSince != nil
                        && record?.pausedUntil.map { $0 < schedule.clock.localDate(at: now) } != true,
                    failures: record?.streak?.count ?? 0, problem: record?.streak?.problem,
                    lastDone: own.filter { $0.state == .done }.map { $0.at }.max()))
            if let streak = record?.streak {
                problems.append(
                    "\(schedule.name) has failed \(streak.count == 1 ? "once" : "\(streak.count) times in a row") since \(schedule.clock.text(at: streak.since)): \(streak.problem)"
                )
            }
            if let last, last.state == .missed, now.days(since: last.ends) <= 7 {
                problems.append("\(last.edition) was missed: \(last.reason)")
            }
        }
        schedules = lines
        waiting = try decisions.compactMap { decision in
            guard let record = decision.record, record.state == .open || record.hasApproved else {
                return decision.isDue && decision.action != .miss
                    ? Waiting(edition: decision.edition, what: "it is due: \(decision.because)", unapproved: 0) : nil
            }
            let count = try store?.lists.count(of: decision.edition, in: .awaitingApproval) ?? 0
            return Waiting(edition: decision.edition, what: decision.because, unapproved: count)
        }
        for decision in decisions where decision.action == .miss {
            problems.append("\(decision.edition) is too late: \(decision.because)")
        }
        running =
            holder
            ?? (RunLock.isHeld(in: calendar.folder.data) ? RunLock.holder(in: calendar.folder.data) : nil)
        let health = SchoolHealth(
            calendar: calendar, store: store, decisions: decisions,
            ended: lines.filter { $0.next == nil && !$0.isPaused }.map { $0.schedule }, holder: running, now: now)
        self.problems = problems + (try health.problems())
    }

    /// The status in words.
    public func lines(_ calendar: SchoolCalendar) -> [String] {
        var lines: [String] = [isWell ? "\(school): all is well." : "\(school): somebody should look."]
        for problem in problems { lines.append("  !  \(problem).") }
        for note in notes { lines.append("  -  \(note).") }
        if let running { lines.append("  at work: \(running)") }
        for line in schedules {
            let clock = calendar.book.schedules.first { $0.name == line.schedule }?.clock
            func at(_ moment: Timestamp?) -> String { moment.map { clock?.text(at: $0) ?? "\($0)" } ?? "-" }
            lines.append("\(line.schedule)\(line.isPaused ? " (paused)" : "")")
            lines.append("  last   " + (line.last.map { "\($0) \(line.state ?? ""), \(at(line.at))" } ?? "none yet"))
            lines.append(
                "  next   "
                    + (line.next.map { next in
                        line.makes == line.sends
                            ? "\(next), \(at(line.sends))" : "\(next), made \(at(line.makes)), sent \(at(line.sends))"
                    } ?? "none to come"))
        }
        if schedules.isEmpty { lines.append(calendar.nothingDue(next: nil)) }
        for edition in waiting {
            let lists = edition.unapproved > 0 ? "; \(edition.unapproved) of its lists wait for approval" : ""
            lines.append("waits  \(edition.edition): \(edition.what)\(lists)")
        }
        return lines
    }
}
