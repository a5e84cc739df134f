import Configuration
import Content
import Output
import Pipeline
import Scheduling
import ScorerKit
import Store

/// Looks a school's calendar over as a whole, without changing anything.
public struct CheckSchedules: UseCase {
    private let calendar: SchoolCalendar
    private let scorerTypes: [any Scorer.Type]

    /// Of a school.
    package init(_ calendar: SchoolCalendar, scorerTypes: [any Scorer.Type]) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
    }

    /// How much of it.
    public struct Request: Sendable {
        /// How many dates of each schedule are named.
        public var count: Int

        /// Some dates of each schedule.
        package init(count: Int = 5) { self.count = count }
    }

    /// What was found.
    public struct Outcome: Sendable {
        /// Each schedule with its next dates.
        public internal(set) var schedules: [Looked] = []
        /// Whether the mails of each schedule get through; none where the relay takes all.
        public internal(set) var mails: [Mails] = []
        /// Why nothing is due; nil: there are schedules.
        public internal(set) var nothing: NothingDue?
        /// What a person should know.
        public internal(set) var notes: [Note]

        /// Whether the schedules can be used.
        public var isUsable: Bool {
            notes.allSatisfy {
                switch $0 {
                case .finding(let finding): finding.severity != .error
                case .quotaTooSmall: false
                case .nothingToCome, .unknownClass, .twoLists, .nobodyAlerted: true
                }
            }
        }
    }

    /// A schedule.
    public struct Looked: Sendable {
        /// The schedule.
        public var schedule: Schedule
        /// Its next editions.
        public var next: [Occurrence]
    }

    /// The mails of a schedule's edition.
    public struct Mails: Sendable {
        /// How many there are.
        public var count: Int
        /// The minutes from the time to send to the end of the window.
        public var windowMinutes: Int
        /// What the relay takes.
        public var quota: MailQuota
    }

    /// What a person should know.
    public enum Note: Sendable {
        /// What the calendar and the roster found.
        case finding(Finding)
        /// A schedule has no edition to come.
        case nothingToCome(Schedule)
        /// Nobody is in a class of a schedule; the nearest class that there is.
        case unknownClass(Verbatim, of: Schedule, nearest: Verbatim?)
        /// The mails of a schedule do not get through.
        case quotaTooSmall(Mails, of: Schedule)
        /// Some learners get two lists on a day; `classes`: theirs, none where a schedule is for all.
        case twoLists(classes: [Verbatim], on: CalendarDate, Schedule, Schedule)
        /// Nobody is written to when a schedule fails; the file of the configuration.
        case nobodyAlerted(configuration: Verbatim)
    }

    /// Looks the calendar over.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        var outcome = Outcome(notes: calendar.book.findings.map { .finding($0) })
        if calendar.configuration.schedules.isEmpty {
            outcome.nothing = calendar.nothingDue(next: nil)
            return outcome
        }
        let facts = try calendar.folder.readStore()?.learners.facts()
        let learners = facts?.known.map { Learner(id: $0.key, facts: $0.value) }.filter { $0.enrolled } ?? []
        outcome.notes += facts?.findings.map { .finding($0) } ?? []
        for schedule in calendar.book.schedules {
            let next = schedule.next(request.count, after: now)
            outcome.schedules.append(Looked(schedule: schedule, next: next))
            if next.isEmpty { outcome.notes.append(.nothingToCome(schedule)) }
            outcome.notes += strangers(schedule, learners)
        }
        try quotas(learners, into: &outcome)
        outcome.notes += overlaps(now: now)
        if calendar.configuration.operation.alertsTo == nil {
            outcome.notes.append(
                .nobodyAlerted(configuration: Verbatim(calendar.folder.name(of: calendar.folder.configuration))))
        }
        return outcome
    }

    private func strangers(_ schedule: Schedule, _ learners: [Learner]) -> [Note] {
        let known = Set(learners.filter { schedule.concerns($0) }.flatMap { $0.classes })
        return (schedule.settings.classes ?? []).filter { !known.contains($0) && !learners.isEmpty }.map {
            .unknownClass(
                Verbatim($0), of: schedule, nearest: NearestName.of($0, among: known.sorted()).map { Verbatim($0) })
        }
    }

    /// Whether the mails of each schedule get through the relay between their time and the end of the window.
    private func quotas(_ learners: [Learner], into outcome: inout Outcome) throws {
        let operation = calendar.configuration.operation
        guard operation.mailsPerMinute != nil || operation.mailsPerDay != nil, !learners.isEmpty,
            calendar.configuration.hasSender
        else { return }
        let configuration = try School(folder: calendar.folder, scorerTypes: scorerTypes).configuration
        let basis = calendar.configuration.school.lawfulBasis
        let quota = MailQuota(perMinute: operation.mailsPerMinute, perDay: operation.mailsPerDay)
        for schedule in calendar.book.schedules {
            let classes = schedule.settings.classes.map { Set($0) }
            let count = learners.filter { learner in
                learner.mayBeProfiled(on: basis) && schedule.concerns(learner)
                    && classes.map { classes in learner.classes.contains { classes.contains($0) } } ?? true
            }.reduce(0) { count, learner in
                let mail = configuration.mail(of: learner)
                return mail.from == nil ? count : count + mail.policy.recipients(for: learner).count
            }
            let mails = Mails(count: count, windowMinutes: schedule.settings.maxLateMinutes, quota: quota)
            outcome.mails.append(mails)
            if count > quota.fitting(windowMinutes: mails.windowMinutes) {
                outcome.notes.append(.quotaTooSmall(mails, of: schedule))
            }
        }
    }

    /// Learners of two schedules get two lists on one day, which may be meant.
    private func overlaps(now: Timestamp) -> [Note] {
        var notes: [Note] = []
        let schedules = calendar.book.schedules
        for (index, first) in schedules.enumerated() {
            for second in schedules[(index + 1)...] {
                let shared = Set(first.settings.classes ?? []).intersection(second.settings.classes ?? [])
                // Schedules of two schools are for other learners.
                let schools = [first.settings.school, second.settings.school].compactMap { $0 }
                guard Set(schools).count < 2 else { continue }
                let isAll = first.settings.classes == nil || second.settings.classes == nil
                guard isAll || !shared.isEmpty else { continue }
                let dates = Set(first.next(50, after: now).map { $0.edition.date })
                guard
                    let date = second.next(50, after: now).first(where: { dates.contains($0.edition.date) })?.edition
                        .date
                else { continue }
                let classes = isAll ? [] : shared.sorted().map { Verbatim($0) }
                notes.append(.twoLists(classes: classes, on: date, first, second))
            }
        }
        return notes
    }
}

extension Schedule {
    /// Whether a learner is of the school that it is for.
    fileprivate func concerns(_ learner: Learner) -> Bool {
        settings.school.map { SchoolName(of: learner) == $0 } ?? true
    }
}
