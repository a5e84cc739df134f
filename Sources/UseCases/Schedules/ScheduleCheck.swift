import Configuration
import Content
import Output
import Pipeline
import Scheduling
import ScorerKit
import Store

/// Looks a school's calendar over as a whole, without changing anything.
public struct ScheduleCheck: Sendable {
    /// What was found; no error among it means that the schedules can be used.
    public private(set) var findings: [Finding]
    /// The next dates of each schedule, a line each.
    public private(set) var lines: [String] = []

    private let calendar: SchoolCalendar

    /// Whether the schedules can be used.
    public var isUsable: Bool { !findings.contains { $0.severity == .error } }

    /// Looks a calendar over. `count`: how many dates of each schedule are named.
    public init(_ calendar: SchoolCalendar, scorerTypes: [any Scorer.Type], count: Int = 5, now: Timestamp) throws {
        self.calendar = calendar
        findings = calendar.book.findings
        let place = calendar.folder.name(of: calendar.folder.configuration)
        if calendar.configuration.schedules.isEmpty {
            lines.append(calendar.nothingDue(next: nil))
            return
        }
        let store = try calendar.folder.readStore()
        let facts = try store?.learners.facts()
        let learners = facts?.known.map { Learner(id: $0.key, facts: $0.value) }.filter { $0.enrolled } ?? []
        findings += facts?.findings ?? []
        for schedule in calendar.book.schedules { look(at: schedule, learners, count: count, now: now) }
        try quotas(learners, scorerTypes, now: now)
        overlaps(now: now)
        if calendar.configuration.operation.alertsTo == nil {
            findings.append(
                Finding(
                    .note, at: place, "nobody is written to when a schedule keeps failing.",
                    remedy: "Set 'operation.alerts-to'."))
        }
    }

    private mutating func look(at schedule: Schedule, _ learners: [Learner], count: Int, now: Timestamp) {
        let settings = schedule.settings
        let next = schedule.next(count, after: now)
        lines.append("\(schedule.name): \(settings.days), \(settings.time) \(schedule.clock.identifier)")
        lines += next.map { "  " + ScheduleText.line($0, clock: schedule.clock) }
        if next.isEmpty {
            let why =
                settings.terms.isEmpty ? "its days fall on holidays" : "its terms are over or its days fall on holidays"
            findings.append(
                Finding(
                    .warning, at: settings.place, "'\(schedule.name)' has no edition to come: \(why).",
                    remedy: "Give the dates of the next school year."))
        }
        let known = Set(learners.flatMap { $0.classes })
        for name in settings.classes ?? [] where !known.contains(name) && !learners.isEmpty {
            findings.append(
                Finding(
                    .warning, at: settings.place,
                    "'\(schedule.name)': no learner is in a class '\(name)'.\(NearestName.hint(for: name, among: known.sorted()))",
                    remedy: "Import the roster, or correct 'classes'."))
        }
    }

    /// Whether the mails of each schedule get through the relay between their time and the end of the window.
    private mutating func quotas(_ learners: [Learner], _ scorerTypes: [any Scorer.Type], now: Timestamp) throws {
        let operation = calendar.configuration.operation
        guard operation.mailsPerMinute != nil || operation.mailsPerDay != nil, !learners.isEmpty,
            calendar.configuration.mail.from != nil
        else { return }
        let policy = try School(folder: calendar.folder, scorerTypes: scorerTypes)
            .configuration.mail.policy
        for schedule in calendar.book.schedules {
            let classes = schedule.settings.classes.map { Set($0) }
            let mails = learners.filter { learner in
                learner.consent != false
                    && classes.map { classes in learner.classes.contains { classes.contains($0) } } ?? true
            }.reduce(0) { $0 + policy.recipients(for: $1).count }
            let quota = MailQuota(perMinute: operation.mailsPerMinute, perDay: operation.mailsPerDay)
            lines.append("  \(quota.line(mails: mails, windowMinutes: schedule.settings.maxLateMinutes))")
            if let problem = quota.problem(mails: mails, windowMinutes: schedule.settings.maxLateMinutes) {
                findings.append(
                    Finding(
                        .error, at: schedule.settings.place, "'\(schedule.name)': \(problem)",
                        remedy: "Raise 'max-late', ask for a larger quota, or let classes go out on different days."))
            }
        }
    }

    /// Learners of two schedules get two lists on one day, which may be meant.
    private mutating func overlaps(now: Timestamp) {
        let schedules = calendar.book.schedules
        for (index, first) in schedules.enumerated() {
            for second in schedules[(index + 1)...] {
                let shared = Set(first.settings.classes ?? []).intersection(second.settings.classes ?? [])
                let isAll = first.settings.classes == nil || second.settings.classes == nil
                guard isAll || !shared.isEmpty else { continue }
                let dates = Set(first.next(50, after: now).map { $0.edition.date })
                guard
                    let date = second.next(50, after: now).first(where: { dates.contains($0.edition.date) })?.edition
                        .date
                else { continue }
                let who = isAll ? "some learners" : "class \(shared.sorted().joined(separator: ", "))"
                findings.append(
                    Finding(
                        .note, at: second.settings.place,
                        "\(who) get two lists on \(date): of '\(first.name)' and of '\(second.name)'."))
            }
        }
    }
}

/// What a school's relay takes.
struct MailQuota {
    /// Mails a minute; nil: as many as come.
    var perMinute: Int?
    /// Mails a day; nil: as many as come.
    var perDay: Int?

    /// How many mails get through in a window.
    func fitting(windowMinutes: Int) -> Int {
        let byMinute = perMinute.map { $0 * windowMinutes } ?? Int.max
        let byDay = perDay.map { $0 * ((windowMinutes + 1_439) / 1_440) } ?? Int.max
        return min(byMinute, byDay)
    }

    /// How long some mails take at the quota a minute.
    func minutes(_ mails: Int) -> Int { perMinute.map { (mails + $0 - 1) / $0 } ?? 0 }

    /// That some mails do not fit, and what would; nil where they do.
    func problem(mails: Int, windowMinutes: Int) -> String? {
        let fit = fitting(windowMinutes: windowMinutes)
        guard mails > fit else { return nil }
        let window = WrittenMinutes.text(windowMinutes)
        if let perMinute, minutes(mails) > windowMinutes {
            let needs = minutes(mails)
            return
                "\(mails) mails at \(perMinute) a minute take \(needs / 60) h \(needs % 60) min; from the time to send to the "
                + "window's end are \(window), in which \(fit) would fit."
        }
        return
            "\(mails) mails are more than the \(perDay ?? 0) a day that the relay takes; within \(window) \(fit) would fit."
    }

    /// How many mails there are and how long they take, one line.
    func line(mails: Int, windowMinutes: Int) -> String {
        let needs = minutes(mails)
        let time = perMinute.map { ", \(needs / 60) h \(needs % 60) min at \($0) a minute" } ?? ""
        return "\(mails) mails an edition\(time); \(fitting(windowMinutes: windowMinutes)) fit"
    }
}
