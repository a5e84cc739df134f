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
    private let words: any RunWords
    private let watch: RunWatch
    /// The school, opened when the first stage needs it.
    private var school: School?
    /// What was left out when the feeds were read in this tick: two editions that are due together read them once.
    private var ingested: StageOutcome?
    /// What a person should know.
    var findings: [Finding] = []

    init(
        calendar: SchoolCalendar, scorerTypes: [any Scorer.Type], store: Store, words: any RunWords,
        watch: RunWatch
    ) {
        self.calendar = calendar
        self.scorerTypes = scorerTypes
        self.store = store
        self.words = words
        self.watch = watch
    }

    func perform(_ stage: Stage, of order: EditionOrder) throws -> StageOutcome {
        if stage == .ingest, let ingested { return ingested }
        let deadline = RunDeadline(calendar.configuration.operation, stopwatch: watch.stopwatch)
        do {
            try deadline.check()
            let school = try opened()
            let terms = order.terms
            if stage == .deliver {
                try UnreviewedLists(store: store).release(terms, order.schedule.settings.unreviewed)
            }
            let said = Set(findings)
            let start = watch.stopwatch()
            let all = watch
            var watch = all
            watch.stopwatch = { all.stopwatch() - start }
            let heard = Set(said.compactMap { RunEvent.Found($0) })
            watch.log = { event in
                // What is said of the school is said once a tick.
                if case .found(let found) = event.what, heard.contains(found) { return }
                all.log(event)
            }
            let report = try Pipeline(school: school, store: store, words: words).work(
                [stage], terms, deadline: deadline, watch: watch)
            findings += report.findings.filter { !said.contains($0) }
            let outcome = try outcome(of: stage, terms, report)
            if stage == .ingest { ingested = outcome }
            return outcome
        } catch {
            let problem = clause(error)
            findings.append(.stageFailed(stage, of: order.occurrence.edition, problem))
            return .failed(problem)
        }
    }

    /// Keeps a finding that belongs to no run.
    func tell(_ finding: Finding, at now: Timestamp) {
        findings.append(finding)
        RunEvent.of([finding], at: now).forEach(watch.log)
    }

    private func opened() throws -> School {
        if let school { return school }
        let opened = try School(folder: calendar.folder, scorerTypes: scorerTypes)
        school = opened
        return opened
    }

    /// What a stage came to, for the ledger.
    private func outcome(of stage: Stage, _ terms: RunTerms, _ report: Pipeline.Report) throws -> StageOutcome {
        switch stage {
        case .ingest:
            guard let summary = report.summary.ingest, summary.failed > 0 else { return .done() }
            return .done(leftOut: words.clause(.feedsUnread(summary.failed, of: summary.feeds)))
        case .rank:
            guard let summary = report.summary.rank else { return .done() }
            // Feeds that were out of reach may be back at the next tick.
            if summary.items == 0 { return .failed(words.clause(.noArticles), again: [.ingest]) }
            // Where a school of the district is closed there may be nobody left.
            if summary.learners == 0, case .allBut = terms.schools { return .done() }
            if summary.learners == 0 { return .failed(words.clause(.noLearners)) }
            let unwanted = summary.unwanted ?? 0
            if summary.without == summary.learners, summary.without > unwanted {
                return .failed(words.clause(.noLists(learners: summary.learners - unwanted)), again: [.ingest])
            }
            return .done(
                leftOut: summary.without > 0
                    ? words.clause(.withoutList(summary.without, of: summary.learners)) : nil)
        case .deliver:
            let left = try store.outbox.rendered(of: terms.edition, after: "", atMost: 1)
            if left.last != nil { return .failed(words.clause(.filesUnwritten)) }
            let failed = report.findings.filter { $0.severity == .error }
            return .done(leftOut: failed.isEmpty ? nil : words.clause(.messagesUnmade(failed.count)))
        }
    }

    package func abandon(_ edition: Edition) throws { try Abandoning(store: store).abandon(edition) }

    func tell(_ alert: OperatorAlert) throws {
        let readers = OperatorReaders(calendar.configuration).of(schedule: alert.schedule)
        guard !readers.isEmpty else {
            tell(.nobodyAlerted(alert.schedule), at: alert.at)
            return
        }
        let since = alert.streak.since.iso.filter { $0 != "-" && $0 != ":" }
        // One a streak of failures and kind.
        let name = "\(since)-\(alert.isWell ? "well-again" : "failing")"
        for reader in readers {
            let (text, file) = (letter(.alert(alert), to: reader), reader.file(name))
            try write(
                OperatorMail(
                    from: reader.from, to: reader.to,
                    subject: text.subject, lines: text.lines, at: alert.at, name: file),
                named: file, of: alert.streak.edition, to: reader.to.address, at: alert.at)
        }
    }

    /// Writes to the operator, and to the staff of each school of a district, what somebody should look at after an edition went out or
    /// was given up, once an edition: that learners were not served is no failure of a stage.
    func tellHealth(of results: [Tick.Result], now: Timestamp) throws {
        let settled = results.filter { $0.record.state != .open }.map { $0.record.edition }
        let readers = OperatorReaders(calendar.configuration)
        guard !settled.isEmpty, !readers.all.isEmpty else { return }
        let status = try SchoolStatus(calendar, now: now, holder: .some(nil))
        for reader in readers.all {
            let problems = reader.school.map { status.problems(of: $0) } ?? status.problems
            let edition = settled.first { reader.isFor(schedule: $0.schedule, of: calendar.configuration) }
            guard !problems.isEmpty, let edition else { continue }
            let (text, file) = (letter(.health(problems), to: reader), reader.file("health"))
            try write(
                OperatorMail(
                    from: reader.from, to: reader.to,
                    subject: text.subject, lines: text.lines, at: now, name: "\(file) \(edition)"),
                named: file, of: edition, to: reader.to.address, at: now)
        }
    }

    private func letter(
        _ occasion: OperatorLetter.Occasion, to reader: OperatorReaders.Reader
    ) -> (subject: String, lines: [String]) {
        words.letter(
            OperatorLetter(occasion: occasion, school: Verbatim(reader.name), folder: Verbatim(calendar.folder.root)))
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
    private func clause(_ error: any Error) -> String {
        let text =
            ShownAddress.text(words.text(error)).split(separator: "\n").first.map { String($0.prefix(300)) }
            ?? "it failed"
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
