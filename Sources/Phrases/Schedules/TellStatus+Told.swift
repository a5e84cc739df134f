import Content
import JSON
import Pipeline
import Scheduling
import UseCases

extension TellStatus.Outcome: Told, ToldAsJSON {
    /// How it is, what somebody should look at, and each schedule.
    public var lines: [String] {
        var lines = ["\(school.school): \(school.isWell ? "all is well." : "somebody should look.")"]
        lines += school.problems.map { "  !  \($0.clause)." }
        lines += school.notes.map { "  -  \($0.clause)." }
        if let running = school.running { lines.append("  at work: \(running)") }
        for line in school.schedules {
            lines.append("\(line.schedule)\(line.isPaused ? " (paused)" : "")")
            lines.append(
                "  last   "
                    + (line.last.map { "\($0) \(line.state?.rawValue ?? ""), \(line.at(line.at))" } ?? "none yet"))
            lines.append("  next   " + (line.next.map { line.words(next: $0) } ?? "none to come"))
        }
        if let nothing { lines.append(nothing.sentence) }
        for edition in school.waiting {
            let lists = edition.unapproved > 0 ? "; \(edition.unapproved) of its lists wait for approval" : ""
            lines.append("waits  \(edition.edition): \(edition.what)\(lists)")
        }
        return lines
    }

    /// 1: somebody should look.
    public var status: Int32 { school.isWell ? 0 : 1 }

    private struct Line: Encodable {
        struct Schedule: Encodable {
            let schedule: Verbatim
            let last: Edition?
            let state: EditionRecord.State?
            let at: Timestamp?
            let reason: Verbatim?
            let next: Edition?
            let makes: Timestamp?
            let sends: Timestamp?
            let isPaused: Bool
            let failures: Int
            let problem: Verbatim?
            let lastDone: Timestamp?
        }

        struct Waiting: Encodable {
            let edition: Edition
            let what: String
            let unapproved: Int
        }

        let school: Verbatim
        let schedules: [Schedule]
        let waiting: [Waiting]
        let problems: [String]
        let notes: [String]
        let supply: [SupplyDesk.Line]
        let running: Verbatim?
    }

    /// One line.
    public func jsonLines() throws -> [String] {
        let line = Line(
            school: school.school,
            schedules: school.schedules.map {
                Line.Schedule(
                    schedule: $0.schedule, last: $0.last, state: $0.state, at: $0.at, reason: $0.reason, next: $0.next,
                    makes: $0.makes, sends: $0.sends, isPaused: $0.isPaused, failures: $0.failures,
                    problem: $0.problem, lastDone: $0.lastDone)
            },
            waiting: school.waiting.map {
                Line.Waiting(edition: $0.edition, what: $0.what, unapproved: $0.unapproved)
            }, problems: school.problems.map { $0.clause }, notes: school.notes.map { $0.clause },
            supply: school.supply, running: school.running)
        return [ShownAddress.text(try JSONText.of(line))]
    }
}

extension SchoolStatus.Line {
    fileprivate func at(_ moment: Timestamp?) -> String { moment.map { clock.text(at: $0) } ?? "-" }

    fileprivate func words(next: Edition) -> String {
        makes == sends ? "\(next), \(at(sends))" : "\(next), made \(at(makes)), sent \(at(sends))"
    }
}

extension SchoolStatus.Waiting {
    /// What it waits for, as a clause.
    fileprivate var what: String { isUntouched ? "it is due: \(because)" : because.text }
}
