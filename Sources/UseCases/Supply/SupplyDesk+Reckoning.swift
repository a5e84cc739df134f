import Content
import Pipeline
import Ranking
import Store

extension SupplyDesk {
    /// What a person sees.
    public struct Report: Sendable {
        /// The learners, those for whom it runs out first, then by name.
        public var lines: [Line]
        /// What a person should know.
        public var findings: [Finding] = []

        /// Those for whom it runs out.
        public var runningOut: [Line] { lines.filter { $0.runsOut } }
    }

    /// The supply of a class, or of all, as the store is now.
    public func supply(of schoolClass: String? = nil, now: Timestamp) throws -> Report {
        let name = try schoolClass.map { try NamedThings(store: store).schoolClass($0) }
        let findings = try TopicResolving(school: school, store: store).catchUp(now: now)
        try TextShelf(store: store).catchUp()
        let snapshot = try RankSnapshot(store: store, asOf: .all, settings: school.rankingSettings, now: now)
        let ids = try name.map { try store.learners.ids(inClass: $0) } ?? store.learners.ids()
        let stored = StoredLines(store: store, marks: .all)
        var lines: [Line] = []
        for start in stride(from: 0, to: ids.count, by: 512) {
            let block = try stored.block(Array(ids[start..<min(start + 512, ids.count)]))
            for known in block.lines where known.learner.enrolled {
                guard name.map({ known.learner.classes.contains($0) }) ?? true else { continue }
                let listed = try store.lists.newest(for: known.learner.id)?.list.entries.map { $0.item } ?? []
                let supply = snapshot.supply(of: known, listed: listed)
                if !supply.isEmpty { lines.append(line(known.learner, supply, now: now)) }
            }
        }
        return Report(lines: Self.sorted(lines), findings: findings)
    }
}
