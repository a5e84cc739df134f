import Content
import Ranking
import ScorerKit
import Store

/// Learners and lists as the store keeps them: what was known at the marks of a run, and where its lists go.
package struct StoredRankRecords: RankRecords {
    /// Everybody of whom there is a fact, by id.
    package let ids: [LearnerID]
    private let store: Store
    private let lines: StoredLines

    package init(_ lines: StoredLines) throws(StoreError) {
        store = lines.store
        self.lines = lines
        ids = try store.learners.ids(asOf: lines.marks).sorted()
    }

    package func block(_ numbers: Range<Int>) throws(StoreError) -> LearnerBlock {
        try lines.block(Array(ids[numbers]))
    }

    package func readers(of classes: [String]) throws(StoreError) -> LearnerBlock {
        try lines.block(classes.map { .reader(ofClass: $0) })
    }

    package func listed(in edition: Edition) throws(StoreError) -> Set<LearnerID> {
        try store.lists.learners(of: edition)
    }

    package func row(of list: StoredList) -> ListRow { ListRow(list) }

    package func keep(_ rows: [ListRow]) throws(StoreError) {
        try store.write { scope throws(StoreError) in try store.lists.add(rows, in: scope) }
    }

    package func keep(_ supplies: [LearnerSupply]) throws(StoreError) {
        try store.write { scope throws(StoreError) in try store.supply.keep(supplies, in: scope) }
    }

    package func takeBack(madeBy run: Int64) throws(StoreError) {
        try store.write { scope throws(StoreError) in try store.lists.remove(madeBy: run, in: scope) }
    }

    package func withholdWaiting(before edition: Edition) throws(StoreError) -> Int {
        try store.write { scope throws(StoreError) in
            var count = 0
            for state in [ReadingList.State.awaitingApproval, .held] {
                for earlier in try store.lists.editions(in: state)
                where earlier < edition && earlier.schedule == edition.schedule {
                    count += try store.lists.setState(
                        from: state, to: .withheld, edition: earlier,
                        learners: try store.lists.learners(of: earlier, in: state), in: scope)
                }
            }
            return count
        }
    }
}

extension StoredRankRecords {
    /// The first learners as scorers see them.
    package func views(most: Int, snapshot: RankSnapshot) throws -> [LearnerView] {
        let ranker = Ranker(snapshot, scorers: try ScorersAtWork([], batch: snapshot.batch))
        return try block(0..<min(most, ids.count)).lines.filter {
            $0.learner.enrolled && $0.learner.mayBeProfiled(on: snapshot.settings.basis)
        }.map { ranker.view(of: $0) }
    }
}
