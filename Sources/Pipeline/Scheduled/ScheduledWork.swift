import Configuration
import Content
import Output
import ScorerKit
import Scheduling
import Store

/// The work of a tick, done by the pipeline. It lives for one tick, in the process that holds the lock.
final class ScheduledWork: EditionWorker {
    private let calendar: SchoolCalendar
    private let scorerTypes: [any Scorer.Type]
    private let store: Store
    private let stopwatch: () -> Int
    private let progress: (StageProgress) -> Void
    /// The school, opened when the first stage needs it.
    private var school: School?
    /// What was left out when the feeds were read in this tick: two editions that are due together read them once.
    private var ingested: StageOutcome?
    /// What a person should know.
    var findings: [Finding] = []

    init(
        calendar: SchoolCalendar, scorerTypes: [any Scorer.Type], store: Store, stopwatch: @escaping () -> Int,
        progress: @escaping (StageProgress) -> Void
    ) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
        self.store = store
        self.stopwatch = stopwatch
        self.progress = progress
    }

    func perform(_ stage: Stage, of order: EditionOrder) throws -> StageOutcome {
        if stage == .ingest, let ingested { return ingested }
        let deadline = RunDeadline(calendar.configuration.operation, stopwatch: stopwatch)
        do {
            try deadline.check()
            let school = try opened()
            let terms = order.terms
            if stage == .deliver {
                try UnreviewedLists(store: store).release(terms, order.schedule.settings.unreviewed)
            }
            let start = stopwatch()
            let report = try Pipeline(school: school, store: store).work(
                [stage], terms, deadline: deadline, stopwatch: { [stopwatch] in stopwatch() - start },
                progress: progress)
            let said = Set(findings)
            findings += report.findings.filter { !said.contains($0) }
            let outcome = try outcome(of: stage, terms.edition, report)
            if stage == .ingest { ingested = outcome }
            return outcome
        } catch {
            let problem = ScheduledWork.sentence(error)
            findings.append(Finding(.error, at: .edition(order.occurrence.edition), "\(stage.rawValue): \(problem)."))
            return .failed(problem)
        }
    }

    private func opened() throws -> School {
        if let school { return school }
        let opened = try School(folder: calendar.folder, scorerTypes: scorerTypes)
        school = opened
        return opened
    }

    /// What a stage came to, in the ledger's words.
    private func outcome(of stage: Stage, _ edition: Edition, _ report: Pipeline.Report) throws -> StageOutcome {
        switch stage {
        case .ingest:
            guard let summary = report.summary.ingest, summary.failed > 0 else { return .done() }
            return .done(leftOut: "\(summary.failed) of \(summary.feeds) feeds could not be read")
        case .rank:
            guard let summary = report.summary.rank else { return .done() }
            // Feeds that were out of reach may be back at the next tick.
            if summary.items == 0 { return .failed("there are no articles", again: [.ingest]) }
            if summary.learners == 0 { return .failed("there are no learners in its classes") }
            let unwanted = summary.unwanted ?? 0
            if summary.without == summary.learners, summary.without > unwanted {
                return .failed(
                    "none of \(summary.learners - unwanted) learners got a list: no article passed for anybody",
                    again: [.ingest])
            }
            return .done(
                leftOut: summary.without > 0 ? "\(summary.without) of \(summary.learners) learners got no list" : nil)
        case .deliver:
            let left = try store.outbox.rendered(of: edition, after: "", atMost: 1)
            if left.last != nil { return .failed("not all files could be written to the outbox") }
            let failed = report.findings.filter { $0.severity == .error }
            return .done(leftOut: failed.isEmpty ? nil : "\(failed.count) of its messages could not be made")
        }
    }

    package func abandon(_ edition: Edition) throws { try Abandoning(store: store).abandon(edition) }

    func tell(_ alert: OperatorAlert) throws {
        let settings = calendar.configuration
        guard let to = settings.operation.alertsTo, let from = settings.mail.from else {
            findings.append(
                Finding(
                    .note, at: .part("operation"), "nobody was written to about \(alert.schedule).",
                    remedy: "Set 'operation.alerts-to' and 'mail.from' in Config/gleaner.yaml."))
            return
        }
        let text = AlertText(alert: alert, school: settings.school.name, folder: calendar.folder.root)
        try write(
            OperatorMail(
                from: from, to: to,
                subject: text.subject, lines: text.lines, at: alert.at, name: text.name),
            named: text.name, of: alert.streak.edition, to: to.address, at: alert.at)
    }

    /// Writes to the operator what somebody should look at after an edition went out or was given up, once an edition: that
    /// learners were not served is no failure of a stage.
    func tellHealth(of results: [Tick.Result], now: Timestamp) throws {
        let settings = calendar.configuration
        guard let to = settings.operation.alertsTo, let from = settings.mail.from,
            let edition = results.first(where: { $0.record.state != .open })?.record.edition
        else { return }
        let problems = try SchoolStatus(calendar, now: now, holder: .some(nil)).problems
        guard !problems.isEmpty else { return }
        let text = HealthText(problems: problems, school: settings.school.name, folder: calendar.folder.root)
        let name = "operator-health"
        try write(
            OperatorMail(
                from: from, to: to,
                subject: text.subject, lines: text.lines, at: now, name: "\(name) \(edition)"),
            named: name, of: edition, to: to.address, at: now)
    }

    private func write(
        _ mail: OperatorMail, named name: String, of edition: Edition, to: String, at: Timestamp
    ) throws {
        let entry = OutboxEntry(
            name: "\(edition)/mail/\(name).eml", edition: edition, kind: .mail, recipients: [to], learners: [],
            bytes: mail.bytes, digest: "", at: at)
        try store.write { scope in try store.outbox.add([entry], in: scope) }
        // Written once: of one that is there already the bytes stay as they are.
        guard let stored = try store.outbox.entries(named: [entry.name]).first, stored.state == .rendered else {
            return
        }
        let failures = DiskOutbox(root: calendar.folder.outbox).write([
            OutboxFile(name: stored.name, bytes: stored.bytes)
        ])
        // What cannot be written now goes out with the edition's other files.
        guard failures.isEmpty else { return }
        try store.write { scope in try store.outbox.setState(.written, of: [entry.name], in: scope) }
    }

    /// An error as a clause of a sentence.
    private static func sentence(_ error: any Error) -> String {
        let text =
            ShownAddress.text("\(error)").split(separator: "\n").first.map { String($0.prefix(300)) } ?? "it failed"
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
