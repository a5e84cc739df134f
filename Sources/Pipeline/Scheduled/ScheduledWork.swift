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
        do {
            let school = try opened()
            let edition = order.occurrence.edition
            if stage == .deliver { try releaseUnreviewed(edition, order.schedule.settings) }
            let settings = order.schedule.settings
            let start = stopwatch()
            let report = try Pipeline(school: school, store: store).work(
                [stage],
                RunTerms(
                    edition: edition, now: order.now, due: order.occurrence.makes,
                    classes: settings.classes.map { Set($0) }, reviewsAll: settings.review != nil),
                stopwatch: { [stopwatch] in stopwatch() - start }, progress: progress)
            let said = Set(findings)
            findings += report.findings.filter { !said.contains($0) }
            let outcome = try outcome(of: stage, edition, report)
            if stage == .ingest { ingested = outcome }
            return outcome
        } catch {
            let problem = ScheduledWork.sentence(error)
            findings.append(Finding(.error, at: "\(order.occurrence.edition)", "\(stage.rawValue): \(problem)."))
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
            return .done(
                leftOut: summary.without > 0 ? "\(summary.without) of \(summary.learners) learners got no list" : nil)
        case .deliver:
            let left = try store.outbox.entries(of: edition, in: .rendered, after: "", atMost: 1)
            if !left.isEmpty { return .failed("not all files could be written to the outbox") }
            let failed = report.findings.filter { $0.severity == .error }
            return .done(leftOut: failed.isEmpty ? nil : "\(failed.count) of its messages could not be made")
        }
    }

    /// Where the school says so, lists that nobody has reviewed go out; never those that a class or dial holds anyway.
    private func releaseUnreviewed(_ edition: Edition, _ settings: ScheduleSettings) throws {
        guard settings.review != nil, settings.unreviewed == .send else { return }
        let reviewed = Set(try store.learners.classes().filter { $0.review }.map { $0.name })
        let waiting = try store.lists.learners(of: edition, in: .awaitingApproval)
        for start in stride(from: 0, to: waiting.count, by: Overview.block) {
            let block = Array(waiting[start..<min(start + Overview.block, waiting.count)])
            let lists = try store.lists.lists(of: edition, learners: block)
            let facts = try store.learners.facts(about: block)
            let free = block.filter { id in
                lists[id]?.list.dial.needsApproval == false
                    && !Learner(id: id, facts: facts[id] ?? []).classes.contains { reviewed.contains($0) }
            }
            try store.lists.setState(from: .awaitingApproval, to: .ready, edition: edition, learners: free)
        }
    }

    func abandon(_ edition: Edition) throws { try Abandoning(store: store).abandon(edition) }

    func tell(_ alert: OperatorAlert) throws {
        let settings = calendar.configuration
        guard let to = settings.operation.alertsTo, let from = settings.mail.from else {
            findings.append(
                Finding(
                    .note, at: "operation", "nobody was written to about \(alert.schedule).",
                    remedy: "Set 'operation.alerts-to' and 'mail.from' in Config/gleaner.yaml."))
            return
        }
        let text = AlertText(alert: alert, school: settings.school.name, folder: calendar.folder.root)
        let mail = try OperatorMail(
            from: MailAddress(name: from.name, address: from.address), to: MailAddress(address: to),
            subject: text.subject,
            lines: text.lines, at: alert.at, name: text.name)
        let entry = OutboxEntry(
            name: "\(alert.streak.edition)/mail/\(text.name).eml", edition: alert.streak.edition, kind: .mail,
            recipients: [to], learners: [], bytes: mail.bytes, digest: "", at: alert.at)
        try store.outbox.add([entry])
        let failures = DiskOutbox(root: calendar.folder.outbox).write([OutboxFile(name: entry.name, bytes: entry.bytes)]
        )
        // What cannot be written now goes out with the edition's other files.
        if failures.isEmpty { try store.outbox.setState(.written, of: [entry.name]) }
    }

    /// An error as a clause of a sentence.
    private static func sentence(_ error: any Error) -> String {
        let text = "\(error)".split(separator: "\n").first.map { String($0.prefix(300)) } ?? "it failed"
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
