import Content
import Pipeline
import Ranking
import Store

/// Tells how many fitting articles there are for each learner, and for how many lists they last, as the store is now.
public struct TellSupply: UseCase {
    private let school: School
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { (school, store) = (open.school, open.store) }

    /// Of whom.
    public struct Request: Sendable {
        /// A class; nil: everybody.
        public var schoolClass: String?
        /// Whether learners who have enough are shown too.
        public var all: Bool

        /// Of a class, or of everybody.
        package init(schoolClass: String? = nil, all: Bool = false) {
            self.schoolClass = schoolClass
            self.all = all
        }
    }

    /// What there is.
    public struct Outcome: Sendable {
        /// The learners, those for whom it runs out first, then by name.
        public var learners: [SupplyDesk.Line]
        /// Whether learners who have enough are shown too.
        public var showsAll: Bool
        /// What a person should know.
        public var findings: [Finding]
    }

    /// Tells it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let name = try request.schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let findings = try TopicResolving(school: school, store: store).catchUp(now: now)
        try TextShelf(store: store).catchUp()
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        let ids = try name.map { try store.learners.ids(inClass: $0) } ?? store.learners.ids()
        let stored = StoredLines(store: store, marks: .all)
        let desk = SupplyDesk(school: school, store: store)
        var lines: [SupplyDesk.Line] = []
        for start in stride(from: 0, to: ids.count, by: 512) {
            let block = try stored.block(Array(ids[start..<min(start + 512, ids.count)]))
            for known in block.lines where known.learner.isServed {
                guard name.map({ known.learner.classes.contains($0) }) ?? true else { continue }
                let listed = try store.lists.newest(for: known.learner.id)?.list.entries.map { $0.item } ?? []
                let supply = snapshot.supply(of: known, listed: listed)
                if !supply.isEmpty { lines.append(desk.line(known.learner, supply, now: now)) }
            }
        }
        return Outcome(learners: SupplyDesk.sorted(lines), showsAll: request.all, findings: findings)
    }
}
