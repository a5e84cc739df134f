import Content
import Ranking
import ScorerKit
import Store
import TextAnalysis

extension RankSnapshot {
    /// Reads what ranking sees for a look at a moment that makes no lists.
    package init(store: Store, asOf marks: StoreMarks, settings: RankingSettings, now: Timestamp) throws(StoreError) {
        try self.init(store: store, asOf: marks, settings: settings, terms: RunTerms(now: now))
    }

    /// Reads what ranking sees from the store, as it was at the marks. `words`: what ``TextShelf/catchUp()`` gave, if it was asked
    /// just before. `run`: up to which run what readers found of levels counts.
    package init(
        store: Store, asOf marks: StoreMarks, settings: RankingSettings, terms: RunTerms, words: FormTable? = nil,
        heardUpTo run: Int64 = .max
    ) throws(StoreError) {
        let stored = try store.items.items(asOf: marks)
        let batch = try ItemBatch(
            stored.map { $0.item }, now: terms.now, topics: try store.topics.families(upTo: terms.now),
            heard: try store.readerLevels.levels(upTo: run)
        ) { items throws(StoreError) in
            try TextShelf(store: store).model(of: items, asOf: marks, table: words)
        }
        let rules = try store.learners.rules(asOf: marks)
        let findings =
            rules.unread.map { $0.finding } + (try store.learners.findings(onClassesAsOf: marks))
            + (try store.items.findings(onFeedsAsOf: marks))
        let feeds = try store.items.feeds(asOf: marks)
        self.init(
            terms: terms, batch: batch,
            nearCopies: Dictionary(
                stored.map { ($0.item.id, $0.nearCopies) }.filter { !$0.1.isEmpty }, uniquingKeysWith: { $1 }),
            feeds: feeds, otherFeeds: try store.items.otherFeeds(of: feeds, upTo: terms.now),
            classes: try store.learners.classes(asOf: marks),
            teacherRules: rules.known, unreadRules: rules.unread, findings: findings,
            settings: settings)
    }
}

extension RankSnapshot {
    /// Reads what tells which articles words hold, and nothing else: some versions, as things are now. Nothing of it is found by meaning.
    package init(
        store: Store, only versions: [Int64], settings: RankingSettings, now: Timestamp
    ) throws(StoreError) {
        let terms = RunTerms(now: now)
        let items = try store.items.items(versions: Set(versions))
        let topics = try store.topics.families(upTo: now)
        let batch = ItemBatch(Array(items.values), now: now, topics: topics) { items in
            var reader = TextReader()
            let rows = items.map { reader.row(of: ItemBatch.document($0)) }
            return TextModel(table: reader.table, rows: rows, space: .none)
        }
        let rules = try store.learners.rules()
        let feeds = try store.items.feeds()
        self.init(
            terms: terms, batch: batch, nearCopies: [:], feeds: feeds,
            otherFeeds: try store.items.otherFeeds(of: feeds, upTo: now),
            classes: try store.learners.classes(), teacherRules: rules.known, unreadRules: rules.unread,
            settings: settings)
    }
}
