import Configuration
import Content
import Foundation
import JSON
import Scheduling
import Store

/// Whether readers are served: what a schedule's own record does not tell. Health is that learners got lists and grown-ups what
/// waits for them, not that a program ended.
struct SchoolHealth {
    let calendar: SchoolCalendar
    /// The store; nil where there is none yet.
    let store: Store?
    let decisions: [Decision]
    /// The schedules that have no edition to come, by name.
    let ended: [String]
    /// Who holds the run's lock; nil: nobody.
    let holder: String?
    let now: Timestamp

    /// From this share of learners without a list on somebody should look, in percent.
    static let tooManyWithout = 5
    /// From this share of feeds that could not be read on, in percent.
    static let tooManyFeeds = 25
    /// So long a run may be at work, in seconds.
    static let longestRun: Int64 = 3 * 3_600

    /// What somebody should look at.
    func problems() throws -> [HealthProblem] {
        var problems = overdue() + stuck()
        problems += ended.map { .nothingToCome(schedule: Verbatim($0)) }
        guard let store else {
            let isThere = FileManager.default.fileExists(atPath: calendar.folder.store)
            return problems + (isThere ? [.olderStore] : [])
        }
        return problems + (try served(store)) + (try feeds(store)) + (try waiting(store)) + (try notes(store))
            + (try unsent(store)) + (try neither(store)) + (try brokenOff(store)) + (try unscheduled(store))
    }

    private func served(_ store: Store) throws -> [HealthProblem] {
        try recent(store, Stage.rank).flatMap { run -> [HealthProblem] in
            guard let rank = summary(of: run)?.rank else { return [] }
            if rank.learners == 0 { return [.noLearners(run.edition)] }
            if let schools = unserved(rank, in: run.edition) { return schools }
            let unwanted = rank.unwanted ?? 0
            let (wanted, without) = (rank.learners - unwanted, rank.without - unwanted)
            guard without > 0, without * 100 >= wanted * Self.tooManyWithout else { return [] }
            return [.withoutList(without, of: wanted, run.edition)]
        }
    }

    private func feeds(_ store: Store) throws -> [HealthProblem] {
        guard let last = try recent(store, Stage.ingest).first, let ingest = summary(of: last)?.ingest else {
            return []
        }
        if ingest.feeds == 0 { return [.noFeeds] }
        guard ingest.failed > 0, ingest.failed * 100 >= ingest.feeds * Self.tooManyFeeds else { return [] }
        return [.feedsUnread(ingest.failed, of: ingest.feeds, on: last.now.utcDate)]
    }

    private func waiting(_ store: Store) throws -> [HealthProblem] {
        try store.lists.editionsAwaitingApproval().map { edition in
            let count = try store.lists.count(of: edition, in: .awaitingApproval)
            let occurrence = decisions.first { $0.edition == edition }?.occurrence
            let clock = calendar.clock(of: edition)
            let until = occurrence.flatMap { occurrence in clock.map { ShownMoment(occurrence.sends, $0) } }
            return .awaitingApproval(lists: count, edition, until: until)
        }
    }

    private func notes(_ store: Store) throws -> [HealthProblem] {
        let open = try store.safeguarding.open()
        guard let oldest = open.first else { return [] }
        let unwritten = Set(try store.safeguarding.unwrittenMails())
        let untold = open.contains { $0.mail.map { unwritten.contains($0) } ?? true }
        return [.openNotes(open.count, since: oldest.at, isUntold: untold)]
    }

    private func unsent(_ store: Store) throws -> [HealthProblem] {
        try store.lists.editionsToDeliver().map { .unsent($0) }
    }

    /// Who gets no mail and has no page made either.
    private func neither(_ store: Store) throws -> [HealthProblem] {
        let settings = calendar.configuration
        let hasPages =
            (settings.forms.contains(.print) && settings.print.classes != .named([]))
            || !Set(settings.forms).isDisjoint(with: [.text, .markdown, .epub, .bundle]) || settings.mail.bundles
        guard !hasPages else { return [] }
        return try recent(store, Stage.deliver).compactMap { run in
            guard let count = summary(of: run)?.deliver?.printOnly, count > 0 else { return nil }
            return .neitherMailNorPage(learners: count, run.edition)
        }
    }

    private func brokenOff(_ store: Store) throws -> [HealthProblem] {
        guard holder == nil, let last = try store.runs.last() else { return [] }
        switch last.outcome {
        case .started: return [.brokenOff(last.edition, last.now)]
        case .failed: return [.failedRun(last.edition, last.now, problem: last.problem.map { Verbatim($0) })]
        case .done, .degraded: return []
        }
    }

    private func overdue() -> [HealthProblem] {
        decisions.compactMap { decision in
            decision.overdueSince(now: now).map {
                .overdue(
                    decision.edition, since: ShownMoment($0, calendar.clock(of: decision.edition)),
                    holder: holder.map { Verbatim($0) })
            }
        }
    }

    private func stuck() -> [HealthProblem] {
        guard let holder, let since = RunLock.since(holder), now.seconds - since.seconds > Self.longestRun else {
            return []
        }
        return [.stuck(hours: Self.longestRun / 3_600, holder: Verbatim(holder))]
    }

    /// The last runs of the schedules that there are, and of others while they are fresh.
    func recent(_ store: Store, _ stage: Stage) throws -> [RunRecord] {
        let names = Set(calendar.book.schedules.map { $0.name })
        return try store.runs.lastOfSchedules(with: stage.rawValue).filter {
            names.contains($0.edition.schedule) || now.days(since: $0.now) <= 7
        }
    }

    /// What a run came to; nil where it was broken off and cannot tell, which is said of the run itself.
    func summary(of run: RunRecord) -> RunSummary? {
        run.summary.flatMap { try? JSONText.value(RunSummary.self, of: $0) }
    }
}

extension Decision {
    /// So long after it was due an edition is overdue, in seconds: longer than two ticks.
    private static let overdueAfter: Int64 = 1_500

    /// Since when it is due where nobody has been at work on it for longer than two ticks; nil: it is not.
    package func overdueSince(now: Timestamp) -> Timestamp? {
        guard case .work(let stages) = action, record?.state != .done else { return nil }
        let due = stages == [.deliver] ? occurrence.sends : occurrence.makes
        let since = max(record?.at ?? due, due)
        return now.seconds - since.seconds > Self.overdueAfter ? since : nil
    }
}
