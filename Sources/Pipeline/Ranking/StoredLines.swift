import Content
import Ranking
import Store

/// Reads what ranking knows of learners from the store, as it was at the marks of a run. One learner costs one learner.
package struct StoredLines {
    package let store: Store
    let marks: StoreMarks
    let beforeRun: Int64
    let pseudonyms: Pseudonyms

    /// A reader as of some marks. `beforeRun`: what runs before this one made counts as given.
    package init(
        store: Store, marks: StoreMarks, beforeRun: Int64 = .max, pseudonyms: Pseudonyms = Pseudonyms(key: "")
    ) {
        (self.store, self.marks) = (store, marks)
        (self.beforeRun, self.pseudonyms) = (beforeRun, pseudonyms)
    }

    /// What is known of some learners.
    package func block(_ ids: [LearnerID]) throws(StoreError) -> LearnerBlock {
        let facts = try store.learners.facts(about: ids, asOf: marks)
        let given = try store.lists.given(to: ids, beforeRun: beforeRun)
        let lines = ids.compactMap { id in
            facts.known[id].flatMap { facts in
                facts.isEmpty
                    ? nil
                    : LearnerLine(
                        id, facts: facts, given: given[id] ?? GivenItems(), pseudonym: pseudonyms.name(of: id))
            }
        }
        let unread = facts.unread.sorted { $0.key < $1.key }.map { Learner(id: $0.key, facts: $0.value.facts) }
        return LearnerBlock(lines: lines, unread: unread, findings: facts.findings)
    }

    /// One learner; nil for one that the roster has never named. Throws where a row of theirs is not understood.
    package func line(of id: LearnerID) throws(StoreError) -> LearnerLine? {
        let facts = try store.learners.facts(about: id, asOf: marks)
        guard !facts.isEmpty else { return nil }
        let given = try store.lists.given(to: [id], beforeRun: beforeRun)
        return LearnerLine(id, facts: facts, given: given[id] ?? GivenItems(), pseudonym: pseudonyms.name(of: id))
    }
}
