import Configuration
import Content
import Foundation
import Scheduling
import Store

/// Whether readers are served: what a schedule's own record does not tell. Health is that learners got lists and grown-ups what
/// waits for them, not that a program ended.
struct SchoolHealth {
    let calendar: SchoolCalendar
    /// The store; nil where there is none yet.
    package let store: Store?
    let decisions: [Decision]
    /// The schedules that have no edition to come, by name.
    let ended: [String]
    /// Who holds the run's lock; nil: nobody.
    package let holder: String?
    let now: Timestamp

    /// From this share of learners without a list on somebody should look, in percent.
    static let tooManyWithout = 5
    /// From this share of feeds that could not be read on, in percent.
    static let tooManyFeeds = 25
    /// So long after it was due an edition is overdue, in seconds: longer than two ticks.
    static let overdueAfter: Int64 = 1_500
    /// So long a run may be at work, in seconds.
    static let longestRun: Int64 = 3 * 3_600

    /// What somebody should look at, each as one sentence without a full stop that says what to do.
    package func problems() throws -> [String] {
        var problems = overdue() + stuck()
        problems += ended.map {
            "\($0) has no edition to come; look at its days and terms with 'gleaner schedule check'"
        }
        guard let store else {
            let isThere = FileManager.default.fileExists(atPath: calendar.folder.store)
            return problems
                + (isThere
                    ? ["the store was written by an older version of Gleaner; any run brings it up to date"] : [])
        }
        return problems + (try served(store)) + (try feeds(store)) + (try waiting(store)) + (try notes(store))
            + (try unsent(store)) + (try neither(store)) + (try brokenOff(store))
    }

    private func served(_ store: Store) throws -> [String] {
        try recent(store, Stage.rank).compactMap { run in
            guard let rank = summary(of: run)?.rank else { return nil }
            if rank.learners == 0 {
                return "\(run.edition) was for no learners; import them with 'gleaner learners import'"
            }
            let unwanted = rank.unwanted ?? 0
            let (wanted, without) = (rank.learners - unwanted, rank.without - unwanted)
            guard without > 0, without * 100 >= wanted * Self.tooManyWithout else { return nil }
            return "\(without) of \(wanted) learners got no list of \(run.edition); "
                + "'gleaner explain LEARNER' says why, 'gleaner feeds check' whether there are articles"
        }
    }

    private func feeds(_ store: Store) throws -> [String] {
        guard let last = try recent(store, Stage.ingest).first, let ingest = summary(of: last)?.ingest else {
            return []
        }
        if ingest.feeds == 0 { return ["there are no feeds; add some with 'gleaner feeds add ADDRESS'"] }
        guard ingest.failed > 0, ingest.failed * 100 >= ingest.feeds * Self.tooManyFeeds else { return [] }
        return [
            "\(ingest.failed) of \(ingest.feeds) feeds could not be read on \(last.now.utcDate); "
                + "'gleaner feeds check' names them"
        ]
    }

    private func waiting(_ store: Store) throws -> [String] {
        try store.lists.editionsAwaitingApproval().map { edition in
            let count = try store.lists.count(of: edition, in: .awaitingApproval)
            let occurrence = decisions.first { $0.edition == edition }?.occurrence
            let clock = calendar.clock(of: edition)
            let time = occurrence.flatMap { clock?.text(at: $0.sends) }.map { " before \($0)" } ?? ""
            return
                "\(count) \(count == 1 ? "list" : "lists") of \(edition) \(count == 1 ? "waits" : "wait") for a teacher's approval; "
                + "'gleaner review --class CLASS' shows, --approve lets them go out\(time)"
        }
    }

    private func notes(_ store: Store) throws -> [String] {
        let open = try store.safeguarding.open()
        guard let oldest = open.first else { return [] }
        let count = open.count == 1 ? "one note waits" : "\(open.count) notes wait"
        let unwritten = Set(try store.safeguarding.unwrittenMails())
        let untold = open.contains { $0.mail.map { unwritten.contains($0) } ?? true }
        return [
            "\(count) for a grown-up since \(oldest.at); 'gleaner safeguarding list' names whom to look after"
                + (untold ? ", and nobody could be written to about all of them: 'gleaner run' says why" : "")
        ]
    }

    private func unsent(_ store: Store) throws -> [String] {
        try store.lists.editionsToDeliver().map {
            "\($0) has lists or files that may go out and have not; put them out with 'gleaner deliver --edition \($0)'"
        }
    }

    /// Who gets no mail and has no page made either.
    private func neither(_ store: Store) throws -> [String] {
        let settings = calendar.configuration
        let hasPages =
            (settings.forms.contains(.print) && settings.print.classes != .named([]))
            || !Set(settings.forms).isDisjoint(with: [.text, .markdown, .epub, .bundle]) || settings.mail.bundles
        guard !hasPages else { return [] }
        return try recent(store, Stage.deliver).compactMap { run in
            guard let count = summary(of: run)?.deliver?.printOnly, count > 0 else { return nil }
            return
                "\(count) learners got neither a mail nor a page of \(run.edition); see 'forms' and 'print' in Config/gleaner.yaml"
        }
    }

    private func brokenOff(_ store: Store) throws -> [String] {
        guard holder == nil, let last = try store.runs.last() else { return [] }
        switch last.outcome {
        case .started:
            return ["the last run (\(last.edition), \(last.now)) was broken off; the next one goes on with it"]
        case .failed:
            let problem = last.problem.map { ": \($0.split(separator: "\n").first.map(String.init) ?? "")" } ?? ""
            return ["the last run (\(last.edition), \(last.now)) could not go on\(problem.trimmed.asClause)"]
        case .done, .degraded: return []
        }
    }

    /// What is due and nobody has been at work on for longer than two ticks.
    private func overdue() -> [String] {
        decisions.compactMap { decision in
            guard case .work(let stages) = decision.action, decision.record?.state != .done else { return nil }
            let due = stages == [.deliver] ? decision.occurrence.sends : decision.occurrence.makes
            let since = max(decision.record?.at ?? due, due)
            guard now.seconds - since.seconds > Self.overdueAfter else { return nil }
            let at = calendar.clock(of: decision.edition)?.text(at: since) ?? "\(since)"
            if let holder {
                return "\(decision.edition) is overdue since \(at) while a run is at work (\(holder)); "
                    + "end that process if it hangs, the next tick goes on"
            }
            return "\(decision.edition) is overdue since \(at) and nothing is at work on it; "
                + "'gleaner schedule install' lets the machine tick, 'gleaner run --due' does it now"
        }
    }

    private func stuck() -> [String] {
        guard let holder, let since = RunLock.since(holder), now.seconds - since.seconds > Self.longestRun else {
            return []
        }
        return [
            "a run is at work for more than \(Self.longestRun / 3_600) hours (\(holder)); end that process if it hangs"
        ]
    }

    /// The last runs of the schedules that there are, and of others while they are fresh.
    private func recent(_ store: Store, _ stage: Stage) throws -> [RunRecord] {
        let names = Set(calendar.book.schedules.map { $0.name })
        return try store.runs.lastOfSchedules(with: stage.rawValue).filter {
            names.contains($0.edition.schedule) || now.days(since: $0.now) <= 7
        }
    }

    /// What a run came to; nil where it was broken off and cannot tell, which is said of the run itself.
    private func summary(of run: RunRecord) -> RunSummary? {
        run.summary.flatMap { try? StableJSON.value(RunSummary.self, of: $0) }
    }
}

extension String {
    /// Without a full stop at its end.
    fileprivate var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}
