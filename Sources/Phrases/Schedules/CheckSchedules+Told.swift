import Configuration
import Content
import Pipeline
import Scheduling
import UseCases

extension CheckSchedules.Outcome: Told {
    /// The next dates of each schedule, and whether its mails get through.
    public var lines: [String] {
        if let nothing { return [nothing.sentence] }
        return schedules.flatMap { looked in
            let (settings, clock) = (looked.schedule.settings, looked.schedule.clock)
            return ["\(looked.schedule.name): \(settings.days), \(settings.time) \(clock.identifier)"]
                + looked.next.map { "  " + $0.line(by: clock) }
        } + mails.map { "  \($0.quota.line(mails: $0.count, windowMinutes: $0.windowMinutes))" }
    }

    /// What was found.
    public var findings: [Finding] { notes.map { $0.finding } }

    /// They are what was asked for.
    public var endsWithFindings: Bool { true }

    /// 2: a schedule cannot be used.
    public var status: Int32 { isUsable ? 0 : 2 }
}

extension CheckSchedules.Note {
    fileprivate var finding: Finding {
        switch self {
        case .finding(let finding): return finding
        case .nothingToCome(let schedule):
            let why =
                schedule.settings.terms.isEmpty
                ? "its days fall on holidays" : "its terms are over or its days fall on holidays"
            return Finding(
                .warning, at: schedule.settings.place, "'\(schedule.name)' has no edition to come: \(why).",
                remedy: "Give the dates of the next school year.")
        case .unknownClass(let name, let schedule, let nearest):
            return Finding(
                .warning, at: schedule.settings.place,
                "'\(schedule.name)': no learner is in a class '\(name)'.\(Hint.didYouMean(nearest))",
                remedy: "Import the roster, or correct 'classes'.")
        case .quotaTooSmall(let mails, let schedule):
            let problem = mails.quota.problem(mails: mails.count, windowMinutes: mails.windowMinutes) ?? ""
            return Finding(
                .error, at: schedule.settings.place, "'\(schedule.name)': \(problem)",
                remedy: "Raise 'max-late', ask for a larger quota, or let classes go out on different days.")
        case .twoLists(let classes, let date, let first, let second):
            let who = classes.isEmpty ? "some learners" : "class \(Listing.of(classes))"
            return Finding(
                .note, at: second.settings.place,
                "\(who) get two lists on \(date): of '\(first.name)' and of '\(second.name)'.")
        case .nobodyAlerted(let configuration):
            return Finding(
                .note, at: configuration.text, "nobody is written to when a schedule keeps failing.",
                remedy: "Set 'operation.alerts-to'.")
        }
    }
}

extension MailQuota {
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
    fileprivate func line(mails: Int, windowMinutes: Int) -> String {
        let needs = minutes(mails)
        let time = perMinute.map { ", \(needs / 60) h \(needs % 60) min at \($0) a minute" } ?? ""
        return "\(mails) mails an edition\(time); \(fitting(windowMinutes: windowMinutes)) fit"
    }
}
