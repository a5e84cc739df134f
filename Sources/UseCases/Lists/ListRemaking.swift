import Configuration
import Content
import Foundation
import JSON
import Output
import Pipeline
import Ranking
import Store

/// Makes the lists of some learners of an open edition anew, from the articles that they were made from, by what teachers and
/// learners have said since. It is a run of its own in the ledger, so that each list can be explained by what its run saw.
struct ListRemaking {
    let school: School
    let store: Store

    /// What came of it.
    struct Outcome {
        /// The lists as they are now, by learner; nil: nothing was left for one.
        var lists: [LearnerID: ReadingList?] = [:]
        /// What a person should know.
        var findings: [Finding] = []
    }

    /// Makes lists anew. `asking`: the articles that are to be in them, which may have come after the lists were made.
    func remake(_ old: [OpenLists.Open], of edition: Edition, asking: [ItemID], now: Timestamp) throws -> Outcome {
        var outcome = Outcome()
        guard !old.isEmpty else { return outcome }
        try SafeguardingLook(screen: school.screen, digest: school.discretion.digest, store: store).look(now: now)
        outcome.findings += try TopicResolving(school: school, store: store).catchUp(now: now)
        let words = try TextShelf(store: store).catchUp()
        let marks = try marks(of: old, asking: asking)
        let begun = RunRecord(
            edition: edition, stages: [Stage.rank.rawValue], now: now, host: RunLock.host, version: Pipeline.version,
            configuration: school.configurationDigest, pseudonyms: Pseudonyms.newKey())
        let scorers = school.scorerRecords(sandboxed: school.sandboxProblem == nil)
        let run = try store.write { scope in
            let run = try store.runs.begin(begun, configuration: school.configurationText, in: scope)
            try store.runs.setInputs(of: run, marks: marks, scorers: scorers, in: scope)
            return run
        }
        do {
            let snapshot = try RankSnapshot(
                store: store, asOf: marks, settings: school.rankingSettings,
                terms: school.configuration.terms(of: edition, now: now), words: words)
            let records = RemadeRecords(
                old,
                lines: StoredLines(
                    store: store, marks: marks, beforeRun: run, pseudonyms: Pseudonyms(key: begun.pseudonyms)))
            let ranked = try RankStage(records).run(
                snapshot, run: run, scorers: school.scorers, without: school.unusable, endsReviews: false)
            outcome.findings += ranked.findings
            outcome.lists = try keep(records.made, of: old, edition, now: now)
            try end(run, ranked.summary, outcome.findings)
        } catch {
            try? store.write { scope in
                try store.runs.end(
                    run, outcome: .failed, milliseconds: 0, summary: "{}", problem: ShownAddress.text("\(error)"),
                    in: scope)
            }
            throw error
        }
        return outcome
    }

    /// What the run sees: the articles of the lists as they are, so that nothing else changes in them, unless one that is asked for
    /// has come since; and all that was said of learners by now.
    private func marks(of old: [OpenLists.Open], asking: [ItemID]) throws(StoreError) -> StoreMarks {
        var marks = try store.marks()
        guard let last = old.map({ $0.run }).max(), let then = try store.runs.run(last)?.marks else { return marks }
        let learners = Set(old.map { $0.learner.id })
        let classes = Set(old.flatMap { $0.learner.classes })
        let pinned = try store.learners.rules().known.filter { rule in
            switch rule.scope {
            case .schoolClass(let name): rule.kind == .pin && classes.contains(name)
            case .learner(let id): rule.kind == .pin && learners.contains(id)
            }
        }.compactMap { rule -> ItemID? in
            if case .item(let item) = rule.target { return item }
            return nil
        }
        guard try store.items.areKnown(asking + pinned, asOf: then) else { return marks }
        (marks.items, marks.feeds) = (then.items, then.feeds)
        return marks
    }

    /// Keeps what was made in the place of what was there. What teachers decided while it was made stands: how each list is and what was
    /// decided of it is read in the same turn.
    private func keep(
        _ made: [StoredList], of old: [OpenLists.Open], _ edition: Edition, now: Timestamp
    ) throws -> [LearnerID: ReadingList?] {
        let byLearner = Dictionary(made.map { ($0.list.learner, $0) }, uniquingKeysWith: { $1 })
        return try store.write { scope in
            let there = try store.lists.lists(of: edition, learners: old.map { $0.learner.id }).lists
            var revision = ListRepository.Revision(lists: [])
            var lists: [LearnerID: ReadingList?] = [:]
            for open in old {
                let id = open.learner.id
                guard var stored = byLearner[id] else {
                    revision.lists.append((id, nil))
                    lists[id] = .some(nil)
                    continue
                }
                let decided = try store.lists.decisions(on: edition, of: id)
                let state = RevisedState(
                    of: there[id]?.list ?? open.list, decided: decided, ranked: stored.list.state)
                stored.list.state = state.state
                revision.lists.append((id, ListRow(stored)))
                revision.decisions += state.holds(of: stored.list, decided: decided, now: now)
                lists[id] = stored.list
            }
            try store.lists.revise(edition, revision, in: scope)
            return lists
        }
    }

    private func end(_ run: Int64, _ rank: RunSummary.Rank, _ findings: [Finding]) throws {
        var summary = RunSummary()
        summary.rank = rank
        for finding in findings { summary.findings[finding.severity.rawValue, default: 0] += 1 }
        let isDegraded = findings.contains { $0.severity == .error }
        let text = try JSONText.of(summary)
        try store.write { scope in
            try store.runs.keep(findings, of: run, in: scope)
            try store.runs.end(
                run, outcome: isDegraded ? .degraded : .done, milliseconds: 0, summary: text, in: scope)
        }
    }
}
