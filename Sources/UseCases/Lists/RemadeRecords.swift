import Content
import Pipeline
import Ranking
import Store
import Synchronization

/// Learners whose lists are made anew: what stays in them stays where it is. What is made is kept aside until all of it is there, so that nobody is
/// without a list in between.
final class RemadeRecords: RankRecords {
    let ids: [LearnerID]
    private let lines: StoredLines
    private let lists: [LearnerID: ReadingList]
    private let kept = Mutex<[StoredList]>([])

    /// `old`: the lists as they are, of which all stays that still may.
    init(_ old: [OpenLists.Open], lines: StoredLines) {
        ids = old.map { $0.learner.id }
        lists = Dictionary(old.map { ($0.learner.id, $0.list) }, uniquingKeysWith: { $1 })
        self.lines = lines
    }

    /// The lists that were made.
    var made: [StoredList] { kept.withLock { $0 } }

    func block(_ numbers: Range<Int>) throws(StoreError) -> LearnerBlock {
        var block = try lines.block(Array(ids[numbers]))
        for index in block.lines.indices { block.lines[index].keeping = lists[block.lines[index].learner.id] }
        return block
    }

    // No page comes to those that are there.
    func readers(of classes: [String]) throws(StoreError) -> LearnerBlock { LearnerBlock(lines: []) }

    func listed(in edition: Edition) throws(StoreError) -> Set<LearnerID> { [] }

    func row(of list: StoredList) -> StoredList { list }

    func keep(_ rows: [StoredList]) throws(StoreError) { kept.withLock { $0 += rows } }

    // What is left is reckoned by the next run: one list that was repaired changes little of it.
    func keep(_ supplies: [LearnerSupply]) throws(StoreError) {}

    func takeBack(madeBy run: Int64) throws(StoreError) { kept.withLock { $0 = [] } }

    func withholdWaiting(before edition: Edition) throws(StoreError) -> Int { 0 }
}
