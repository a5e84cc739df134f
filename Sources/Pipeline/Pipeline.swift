import Configuration
import Content
import Foundation
import Ingestion
import JSON
import Output
import Ranking
import ScorerKit
import Store

/// One run from start to end: the only place that knows all three stages. It owns the moment and the ledger.
public struct Pipeline: Sendable {
    /// The version of the program, as the ledger keeps it.
    public static let version = "0.1.0"

    package let school: School
    package let store: Store
    package let fetcher: any Fetcher
    let outbox: any OutboxFolder
    /// What it writes down for people.
    let words: any RunWords
    /// Whether no server is asked: what was kept is read again.
    private var isOffline = false

    /// A pipeline over a school's folder. `words`: what it writes down for people; `isOffline`: no server is asked for a feed.
    package init(school: School, store: Store, words: any RunWords, isOffline: Bool = false) {
        self.init(
            school: school, store: store, words: words, fetcher: isOffline ? school.offlineFetcher : school.fetcher,
            outbox: DiskOutbox(root: school.folder.outbox))
        self.isOffline = isOffline
    }

    /// A pipeline with its edges given: the network and the outbox.
    package init(
        school: School, store: Store, words: any RunWords, fetcher: any Fetcher, outbox: any OutboxFolder
    ) {
        self.school = school
        self.store = store
        self.words = words
        self.fetcher = fetcher
        self.outbox = outbox
    }

    /// What a run came to.
    public struct Report: Sendable {
        /// The edition.
        public var edition: Edition
        /// The numbers.
        public var summary: RunSummary
        /// What a person should know.
        public var findings: [Finding]
        /// Why nothing at all could be done; nil: something was, or nothing was to be done.
        public var shortfall: Shortfall?
        /// True where another run holds the lock and nothing was done.
        public var isBusy = false
        /// Those findings that tell of learners although they are found at no learner.
        var ofLearners: Set<Finding> = []

        /// Whether a part was left out: a feed that could not be read, a file that could not be written.
        public var isDegraded: Bool { findings.contains { $0.severity == .error } }
    }

    /// Runs the stages in their order for an edition that somebody asks for. One of a schedule keeps to it; throws
    /// ``RunRefusal`` where there is no such edition. `sources`: what to ingest instead of the school's list.
    public func run(
        _ stages: Set<Stage>, edition: Edition, now: Timestamp, sources: [FeedSource]? = nil,
        watch: RunWatch = RunWatch()
    ) throws -> Report {
        // Refused before anything is touched, and read again when nobody else writes.
        _ = try EditionByHand(edition, stages: stages, school: school, store: store, now: now)
        guard let lock = try RunLock.take(in: school.folder.data, now: now) else {
            var report = Report(edition: edition, summary: RunSummary(), findings: school.findings)
            report.isBusy = true
            watch.log(
                RunEvent(
                    at: now, edition: edition, .busy(holder: Verbatim(RunLock.holder(in: school.folder.data)))))
            return report
        }
        let order = try EditionByHand(edition, stages: stages, school: school, store: store, now: now)
        let deadline = RunDeadline(school.configuration.operation, stopwatch: watch.stopwatch)
        let report = try work(
            stages, order.terms, byHand: order, sources: sources, deadline: deadline, watch: watch)
        let isOut = try report.shortfall == nil && store.outbox.counts(of: edition)[.rendered] == nil
        try order.note(stages, rank: report.summary.rank, isOut: isOut, words: words)
        _ = consume lock
        return report
    }

    /// Runs the stages for one who holds the lock. Throws ``RunDeadlineError`` between two blocks of their work when the time is up.
    func work(
        _ stages: Set<Stage>, _ terms: RunTerms, byHand: EditionByHand? = nil, sources: [FeedSource]? = nil,
        deadline: RunDeadline, watch: RunWatch
    ) throws -> Report {
        let (edition, now) = (terms.edition, terms.now)
        var report = Report(edition: edition, summary: RunSummary(), findings: school.findings)
        let names = Stage.allCases.filter { stages.contains($0) }
        let record = RunRecord(
            edition: edition, stages: names.map { $0.rawValue }, now: now, due: terms.due, host: RunLock.host,
            version: Pipeline.version, configuration: school.configurationDigest, pseudonyms: Pseudonyms.newKey())
        let run = try store.write { scope in
            try store.runs.begin(record, configuration: school.configurationText, in: scope)
        }
        var told = 0
        /// Tells what was found since it was last told.
        func log(_ stage: Stage?) {
            RunEvent.of(
                report.findings[told...], at: now, edition: edition, run: run, stage: stage, telling: report.ofLearners
            ).forEach(watch.log)
            told = report.findings.count
        }
        func log(_ what: RunEvent.What, _ stage: Stage? = nil) {
            watch.log(RunEvent(at: now, edition: edition, run: run, stage: stage, what))
        }
        log(.begun(names))
        log(nil)
        var current: Stage?
        do {
            for stage in names {
                current = stage
                let begun = watch.stopwatch()
                log(.stageBegun, stage)
                let tell: (Int, Int) throws -> Void = {
                    watch.progress(StageProgress(stage: stage, done: $0, total: $1))
                    try deadline.check()
                }
                try deadline.check()
                switch stage {
                case .ingest: try ingest(sources, now: now, deadline, into: &report, progress: tell)
                case .rank: try rank(terms, run: run, of: record, into: &report, progress: tell)
                case .deliver:
                    try byHand?.beforeDelivery()
                    try deliver(edition, now: now, into: &report, progress: tell)
                }
                log(stage)
                log(.stageEnded(milliseconds: watch.stopwatch() - begun, report.summary.only(stage)), stage)
            }
        } catch {
            let problem = ShownAddress.text(words.text(error))
            log(current)
            log(.ended(.failed, milliseconds: watch.stopwatch(), problem: Verbatim(problem)))
            try? store.write { scope in
                try store.runs.keep(report.findings, of: run, in: scope)
                try store.runs.end(
                    run, outcome: .failed, milliseconds: watch.stopwatch(), summary: "{}",
                    problem: problem, in: scope)
            }
            throw error
        }
        for finding in report.findings { report.summary.findings[finding.severity.rawValue, default: 0] += 1 }
        if byHand != nil { report.shortfall = try Shortfall(of: stages, edition, report.summary, store: store) }
        let problem = report.shortfall.map { words.sentence($0) }
        let outcome: RunRecord.Outcome = problem != nil ? .failed : report.isDegraded ? .degraded : .done
        let milliseconds = watch.stopwatch()
        let summary = try JSONText.of(report.summary)
        try store.write { scope in
            try store.runs.keep(report.findings, of: run, in: scope)
            try store.runs.end(
                run, outcome: outcome, milliseconds: milliseconds, summary: summary, problem: problem, in: scope)
        }
        log(.ended(outcome, milliseconds: milliseconds, problem: problem.map { Verbatim($0) }))
        return report
    }

    private func ingest(
        _ sources: [FeedSource]?, now: Timestamp, _ deadline: RunDeadline, into report: inout Report,
        progress: (Int, Int) throws -> Void
    ) throws {
        let plan = FeedPlan(
            sources: sources ?? school.configuration.allFeeds, folder: school.folder, fetcher: fetcher,
            mayGoOn: { !deadline.isPast })
        try deadline.check()
        let (levels, problem) = FrequencyLists.measure(in: school.folder)
        if let problem { report.findings.append(.frequenciesUnread(problem)) }
        let stage = IngestStage(
            store: store, fetcher: fetcher, wordsPerMinute: school.configuration.lists.wordsPerMinute,
            levels: levels, isOffline: isOffline)
        let (summary, findings) = try stage.run(plan, isWhole: sources == nil, now: now, progress: progress)
        report.summary.ingest = summary
        report.findings += findings
        guard !isOffline else { return }
        school.fetchedShelf.tidy()
        guard plan.entries.contains(where: { $0.text == .page }) else { return }
        let pages = PageStage(
            store: store, fetcher: fetcher, wordsPerMinute: school.configuration.lists.wordsPerMinute, levels: levels)
        let (read, told) = try pages.run(plan, now: now) { try deadline.check() }
        report.summary.ingest?.pages = read
        report.findings += told
    }

    private func rank(
        _ terms: RunTerms, run: Int64, of begun: RunRecord, into report: inout Report,
        progress: (Int, Int) throws -> Void
    ) throws {
        let now = terms.now
        // Nothing is ranked by that was not looked at; that somebody cannot be told keeps no lists back.
        try SafeguardingLook(screen: school.screen, digest: school.discretion.digest, store: store).look(now: now)
        do {
            report.findings += try SafeguardingDesk(school: school, store: store, outbox: outbox).notify(now: now)
        } catch {
            report.findings.append(.noteUntold(words.text(error)))
        }
        report.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
        let texts = try TextShelf(store: store).catchUp()
        let marks = try store.marks()
        let unsandboxed = school.sandboxProblem
        let scorers = school.scorerRecords(sandboxed: unsandboxed == nil)
        try store.write { scope in try store.runs.setInputs(of: run, marks: marks, scorers: scorers, in: scope) }
        if let unsandboxed { report.findings += unsandboxedScorers.map { .unsandboxed($0, unsandboxed) } }
        let seen = try RankSnapshot(
            store: store, asOf: marks, settings: school.rankingSettings, terms: terms, words: texts, heardUpTo: run - 1)
        let doubt = try ClockDoubt(store: store, now: now)
        if let doubt { report.findings.append(.reviewsGoOn(doubt)) }
        let lines = StoredLines(
            store: store, marks: marks, beforeRun: run, pseudonyms: Pseudonyms(key: begun.pseudonyms))
        let snapshot = try HearingReaders(store: store, lines: lines).hear(seen, run: run)
        let records = try StoredRankRecords(lines)
        let outcome = try RankStage(records).run(
            snapshot, run: run, scorers: school.scorers, without: school.unusable, endsReviews: doubt == nil,
            progress: progress)
        report.summary.rank = outcome.summary
        report.findings += outcome.findings
        if !outcome.schools.others.isEmpty {
            report.findings.append(
                .learnersOfOtherSchools(outcome.schools.others, known: school.configuration.schoolNames))
        }
        if outcome.runningOut > 0 { report.findings.append(.articlesRunOut(learners: outcome.runningOut)) }
        if !outcome.widened.isEmpty {
            report.findings.append(.widened(outcome.widened))
            report.ofLearners.insert(.widened(outcome.widened))
        }
        if outcome.summary.learners == 0 { report.findings.append(.noLearners) }
    }

    /// What runs with all that the user may do, where this machine closes nothing off, because the school allowed it.
    private var unsandboxedScorers: [String] {
        school.scorers.compactMap { $0.scorer as? ExternalScorer }.filter { $0.plan.mayRunUnsandboxed }
            .map { $0.plan.card.name }
    }

    private func deliver(
        _ edition: Edition, now: Timestamp, into report: inout Report, progress: (Int, Int) throws -> Void
    ) throws {
        // What was said since the lists were made holds in all its words.
        report.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
        let stage = DeliverStage(
            store: store, renderers: school.renderers, settings: try school.deliverySettings(store: store),
            outbox: outbox)
        let (summary, findings) = try stage.run(edition: edition, now: now, progress: progress)
        report.summary.deliver = summary
        report.findings += findings
        for other in try store.lists.editionsToDeliver() where other != edition {
            report.findings.append(.undelivered(other))
        }
    }
}

extension RunSummary {
    /// The numbers of one stage.
    fileprivate func only(_ stage: Stage) -> RunSummary {
        var summary = RunSummary()
        switch stage {
        case .ingest: summary.ingest = ingest
        case .rank: summary.rank = rank
        case .deliver: summary.deliver = deliver
        }
        return summary
    }
}
