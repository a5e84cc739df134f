import Configuration
import Content
import Foundation
import Output
import Pipeline
import Ranking
import ScorerKit
import Store

/// Tells why a list is as it is, by ranking again what the run had seen.
public struct ExplainList: UseCase {
    private let school: School
    private let store: Store
    private let looked: LookedThrough

    /// In a school.
    package init(_ open: SchoolAndStore) { (school, store, looked) = (open.school, open.store, open.looked) }

    /// Which list.
    public struct Request: Sendable {
        /// The learner, by id or name; or the reader of a class's page, by id.
        public var learner: String
        /// An item in it or not, by code or address; nil: the whole list.
        public var item: String?
        /// The edition; nil: the learner's newest.
        public var edition: Edition?

        /// The page of a class, or one item.
        package init(ofClass name: String, item: String? = nil, edition: Edition? = nil) {
            self.init(of: LearnerID.reader(ofClass: name).rawValue, item: item, edition: edition)
        }

        /// A learner's list, or one item.
        package init(of learner: String, item: String? = nil, edition: Edition? = nil) {
            (self.learner, self.item, self.edition) = (learner, item, edition)
        }
    }

    /// A list, explained.
    public struct Outcome: Sendable {
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
        /// What a person should know besides.
        public var notes: [Note]
    }

    /// What a person should know of an explanation: numbers may differ from the recorded ones.
    public enum Note: Sendable {
        /// What a stage found.
        case finding(Finding)
        /// The configuration has changed since the list was made; the name of its file.
        case configurationHasChanged(Verbatim)
        /// A scorer that the list was made with cannot be used any more.
        case scorerIsUnusable(ScorerFailure)
        /// The version or the options of a scorer have changed since the list was made.
        case scorerHasChanged(Verbatim)
    }

    /// Explains the list, and the item in it or not.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let things = NamedThings(store: store)
        let learner = try things.reader(request.learner)
        let name = Verbatim(learner.name)
        guard let stored = try store.lists.newest(for: learner.id, edition: request.edition) else {
            throw ListRefusal.noListToExplain(of: name, request.edition)
        }
        guard let run = try store.runs.run(stored.run) else { throw ListRefusal.runIsGone(stored.run) }
        let snapshot = try snapshot(of: run)
        let lines = StoredLines(
            store: store, marks: run.marks, beforeRun: run.number, pseudonyms: Pseudonyms(key: run.pseudonyms))
        guard var then = try lines.line(of: learner.id) else { throw ListRefusal.wasNotOnRoster(name) }
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
        if let item = request.item {
            let content = try things.item(item)
            explanation = try ranking.explain(
                content.id, edition: stored.list.edition, made: stored.list.made,
                recorded: stored.list.entries.first { $0.item == content.id })
            if explanation == nil { throw ListRefusal.wasNotKnown(ArticleName(content), stored.list.edition) }
        }
        explanation = explanation.map { school.screen.shown($0, school.discretion, profile: ranking.profile) }
        var list = stored.list
        for index in list.entries.indices {
            list.entries[index].reasons = school.discretion.toldToOthers(list.entries[index].reasons)
        }
        return Outcome(
            learner: then.learner, profile: school.screen.shown(ranking.profile), list: list, record: stored.record,
            run: run,
            items: stored.list.entries.compactMap { versions[$0.version] }, item: explanation,
            notes: snapshot.findings.map { .finding($0) } + changes(since: run))
    }

    /// The scorers with the weights of that run, as far as they are the same today.
    private func scorers(of run: RunRecord) -> [ActiveScorer] {
        school.scorers.map { active in
            var active = active
            if let record = run.scorers.first(where: { $0.name == active.card.name }) { active.weight = record.weight }
            return active
        }
    }

    /// What the run saw.
    private func snapshot(of run: RunRecord) throws -> RankSnapshot {
        try RankSnapshot(
            store: store, asOf: run.marks, settings: school.rankingSettings,
            terms: school.configuration.terms(of: run.edition, now: run.now), heardUpTo: run.number,
            knownHolds: try looked.holds(by: school.held, in: store))
    }

    private func changes(since run: RunRecord) -> [Note] {
        var notes: [Note] = []
        if run.configuration != school.configurationDigest {
            notes.append(.configurationHasChanged(Verbatim(school.folder.name(of: school.folder.configuration))))
        }
        for failure in school.unusable where run.scorers.contains(where: { $0.name == failure.scorer }) {
            notes.append(.scorerIsUnusable(failure))
        }
        for record in school.scorerRecords() {
            guard let then = run.scorers.first(where: { $0.name == record.name }) else { continue }
            if then.version != record.version || then.options != record.options {
                notes.append(.scorerHasChanged(Verbatim(record.name)))
            }
        }
        return notes
    }
}
