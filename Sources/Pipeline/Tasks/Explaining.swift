import Foundation
import Configuration
import Content
import Output
import Ranking
import ScorerKit
import Store

/// Tells why a list is as it is, by ranking again what the run had seen.
public struct Explaining: Sendable {
    let school: School
    let store: Store

    /// A teller over a school's store.
    public init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// A list, explained.
    public struct Answer: Sendable {
        /// The learner.
        public var learner: Learner
        /// The view of their facts that the list was made by.
        public var profile: InterestProfile
        /// The list.
        public var list: ReadingList
        /// How it was made: counts a gate, runners-up.
        public var record: ListRecord
        /// The run that made it.
        public var run: RunRecord
        /// The list's items, in its order.
        public var items: [ContentItem]
        /// The item that was asked for; nil where the whole list was.
        public var item: Explanation?
        /// What has changed since the list was made, so that numbers may differ from the recorded ones.
        public var findings: [Finding]
    }

    /// Explains a learner's list of an edition (the newest, where none is named), and one item in or out of it.
    public func explain(learner name: String, item: String?, edition: Edition?) throws -> Answer {
        let things = NamedThings(store: store)
        let learner = try things.learner(name)
        guard let stored = try store.lists.newest(for: learner.id, edition: edition) else {
            let which = edition.map { " of \($0)" } ?? ""
            throw RequestError(
                "\(learner.name) has no list\(which). Run 'gleaner run' first; its findings say why somebody gets none."
            )
        }
        guard let run = try store.runs.run(stored.run) else {
            throw RequestError("the run \(stored.run) that made the list is not in the ledger.")
        }
        let snapshot = try RankSnapshot(
            store: store, asOf: run.marks, settings: school.rankingSettings,
            terms: school.configuration.terms(of: run.edition, now: run.now), heardUpTo: run.number)
        let lines = StoredLines(
            store: store, marks: run.marks, beforeRun: run.number, pseudonyms: Pseudonyms(key: run.pseudonyms))
        guard var then = try lines.line(of: learner.id) else {
            throw RequestError("\(learner.name) was not on the roster then.")
        }
        // A list that was repaired is explained as it is.
        then.keeping = stored.list
        let missing = stored.list.missingScorers ?? []
        let ranker = Ranker(
            snapshot,
            scorers: try ScorersAtWork(
                scorers(of: run).filter { !missing.contains($0.card.name) }, batch: snapshot.batch))
        let ranking = try ranker.rank(then)
        let versions = try store.items.items(versions: Set(stored.list.entries.map { $0.version }))
        var explanation: Explanation?
        if let item {
            let content = try things.item(item)
            explanation = try ranking.explain(
                content.id, edition: stored.list.edition, made: stored.list.made,
                recorded: stored.list.entries.first { $0.item == content.id })
            if explanation == nil {
                throw RequestError(
                    "“\(content.title)” was not known yet when the list of \(stored.list.edition) was made.")
            }
        }
        explanation = explanation.map { school.screen.shown($0, school.discretion, profile: ranking.profile) }
        var list = stored.list
        for index in list.entries.indices {
            list.entries[index].reasons = school.discretion.toldToOthers(list.entries[index].reasons)
        }
        return Answer(
            learner: then.learner, profile: school.screen.shown(ranking.profile), list: list, record: stored.record,
            run: run,
            items: stored.list.entries.compactMap { versions[$0.version] }, item: explanation,
            findings: snapshot.findings + changes(since: run))
    }

    /// The scorers with the weights of that run, as far as they are the same today.
    private func scorers(of run: RunRecord) -> [ActiveScorer] {
        school.scorers.map { active in
            var active = active
            if let record = run.scorers.first(where: { $0.name == active.card.name }) { active.weight = record.weight }
            return active
        }
    }

    private func changes(since run: RunRecord) -> [Finding] {
        var findings: [Finding] = []
        if run.configuration != school.configurationDigest {
            findings.append(
                Finding(
                    .note, at: school.folder.name(of: school.folder.configuration),
                    "it has changed since the list was made: what is computed anew may differ from what was recorded."))
        }
        for failure in school.unusable where run.scorers.contains(where: { $0.name == failure.scorer }) {
            findings.append(Finding(.note, at: failure.scorer, "\(failure.problem) The list was made with it."))
        }
        for record in school.scorerRecords() {
            guard let then = run.scorers.first(where: { $0.name == record.name }) else { continue }
            if then.version != record.version || then.options != record.options {
                findings.append(
                    Finding(.note, at: record.name, "its version or options have changed since the list was made."))
            }
        }
        return findings
    }
}

extension School {
    /// The scorers as the ledger keeps them. `sandboxed`: whether those outside of the process are closed off.
    func scorerRecords(sandboxed: Bool = true) -> [ScorerRecord] {
        scorers.map {
            ScorerRecord(
                name: $0.card.name, version: $0.card.version, weight: $0.weight, options: $0.options,
                sandboxed: $0.scorer is ExternalScorer ? sandboxed : nil)
        }
    }

    /// Why scorers outside of the process cannot be closed off here, where there are such; nil: they can.
    var sandboxProblem: String? {
        // Root starts none of them, and that is said of each.
        guard scorers.contains(where: { $0.scorer is ExternalScorer }), !SystemUser.isRoot else { return nil }
        return ExternalScorer.sandboxProblem(scratch: folder.scorerWork)
    }
}
