import Content
import Synchronization

/// Learners and lists in memory: the twin of the store's.
public final class MemoryRankRecords: RankRecords {
    /// Everybody, by id.
    public let ids: [LearnerID]
    private let lines: [LearnerLine]
    private let kept = Mutex<[StoredList]>([])
    private let supplied = Mutex<[LearnerID: [LearnerSupply]]>([:])

    /// Learners by what is known of them.
    public init(_ lines: [LearnerLine]) {
        self.lines = lines.sorted { $0.learner.id < $1.learner.id }
        ids = self.lines.map { $0.learner.id }
    }

    /// The lists that were made, in the order in which they were kept.
    public var lists: [StoredList] { kept.withLock { $0 } }

    /// The learners with these numbers.
    public func block(_ numbers: Range<Int>) -> LearnerBlock { LearnerBlock(lines: Array(lines[numbers])) }

    /// What follows from the learners of the classes.
    public func readers(of classes: [String]) -> LearnerBlock {
        let members = lines.map { ClassReader.Member(id: $0.learner.id, facts: $0.facts) }
        let readers = classes.map { name in
            let given = lists.filter { $0.list.learner == .reader(ofClass: name) }.flatMap { stored in
                stored.list.entries.map { ($0.item, stored.list.edition) }
            }
            return LearnerLine(
                .reader(ofClass: name), facts: ClassReader.facts(ofClass: name, language: nil, members: members),
                given: GivenItems(Dictionary(given, uniquingKeysWith: { $1 })))
        }
        return LearnerBlock(lines: readers.filter { !$0.facts.isEmpty })
    }

    /// The learners who have a list of an edition.
    public func listed(in edition: Edition) -> Set<LearnerID> {
        Set(lists.filter { $0.list.edition == edition }.map { $0.list.learner })
    }

    /// The list itself.
    public func row(of list: StoredList) -> StoredList { list }

    /// Keeps lists; one that is there stays as it is.
    public func keep(_ rows: [StoredList]) {
        kept.withLock { kept in
            for row in rows
            where !kept.contains(where: { $0.list.edition == row.list.edition && $0.list.learner == row.list.learner })
            {
                kept.append(row)
            }
        }
    }

    /// What there is for each learner.
    public var supplies: [LearnerID: [LearnerSupply]] { supplied.withLock { $0 } }

    /// Keeps what there is for learners.
    public func keep(_ supplies: [LearnerSupply]) {
        let new = Dictionary(grouping: supplies) { $0.learner }
        supplied.withLock { $0.merge(new) { $1 } }
    }

    /// Takes back what a run has made.
    public func takeBack(madeBy run: Int64) { kept.withLock { $0.removeAll { $0.run == run } } }

    /// Withholds what still waits.
    public func withholdWaiting(before edition: Edition) -> Int {
        kept.withLock { kept in
            var count = 0
            for index in kept.indices where kept[index].list.waits(before: edition) {
                kept[index].list.state = .withheld
                count += 1
            }
            return count
        }
    }
}

extension ReadingList {
    fileprivate func waits(before later: Edition) -> Bool {
        [.awaitingApproval, .held].contains(state) && edition < later && edition.schedule == later.schedule
    }
}
