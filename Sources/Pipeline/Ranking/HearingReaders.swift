import Content
import Ranking
import Store

/// Finds how hard articles are to those who read them: a pass over all who answered, before anybody is ranked.
struct HearingReaders {
    package let store: Store
    let lines: StoredLines

    /// How many learners are read at a time.
    private static let block = 512

    /// The snapshot with the levels that its readers find, which are kept with the run.
    func hear(_ snapshot: RankSnapshot, run: Int64) throws -> RankSnapshot {
        let ids = try store.readerLevels.answering(asOf: lines.marks)
        guard !ids.isEmpty else { return snapshot }
        var hearing = ArticleHearing()
        for start in stride(from: 0, to: ids.count, by: Self.block) {
            snapshot.hear(try lines.block(Array(ids[start..<min(start + Self.block, ids.count)])).lines, into: &hearing)
        }
        let levels = snapshot.levels(by: hearing)
        try store.write { scope throws(StoreError) in try store.readerLevels.keep(levels, of: run, in: scope) }
        return snapshot.hearing(try store.readerLevels.levels(upTo: run))
    }
}
