import Content
import ScorerKit
import TextAnalysis

/// What gates and composition ask of each item, as columns: found once a run, read for every learner.
struct ItemColumns: Sendable {
    /// The number of each item's feed.
    let feeds: [Int32]
    /// The minutes it takes.
    let minutes: [Int32]
    /// The number of its language among `languages`; −1 where none is known.
    let languageNumbers: [Int32]
    /// The languages of the items.
    let languages: [String]
    /// Whether its level is not known though its language has a measure: it is a teaser, or no prose. In a language without one nobody can do
    /// better, and the feed's audience counts.
    let isUnknown: [Bool]
    /// How many feeds there are.
    let feedCount: Int
    /// How many days ago the first of them was seen.
    let daysSeen: Double
    /// The place of each among all, the newest first, then by id: what orders items of the same value.
    let turns: [Int32]

    /// The minutes that an item takes of a list's budget: one whose length nobody knows takes half.
    func cost(_ item: Int, budget: Int) -> Int {
        ContentItem.cost(minutes: Int(minutes[item]), budget: budget)
    }

    init(_ batch: ItemBatch) {
        var feeds: [String: Int32] = [:]
        var languages: [String: Int32] = [:]
        var feedNumbers: [Int32] = []
        var languageNumbers: [Int32] = []
        var names: [String] = []
        for item in batch.items {
            feedNumbers.append(feeds[item.feed] ?? Int32(feeds.count))
            feeds[item.feed] = feedNumbers[feedNumbers.count - 1]
            if let language = item.language {
                if languages[language] == nil { names.append(language) }
                languageNumbers.append(languages[language] ?? Int32(languages.count))
                languages[language] = languageNumbers[languageNumbers.count - 1]
            } else {
                languageNumbers.append(-1)
            }
        }
        self.feeds = feedNumbers
        self.languageNumbers = languageNumbers
        self.languages = names
        feedCount = feeds.count
        let isMeasured = names.map { LevelMeasure.languages.contains($0) }
        isUnknown = batch.indices.map { item in
            batch.levels[item].isNaN && (languageNumbers[item] < 0 || isMeasured[Int(languageNumbers[item])])
        }
        daysSeen = batch.items.map { batch.now.days(since: $0.firstSeen) }.max() ?? 0
        minutes = batch.items.map { Int32(clamping: $0.minutes) }
        // Items come in the order of their ids, so that their numbers decide between two of one moment.
        let moments = batch.items.map { $0.published }
        let newestFirst = batch.indices.sorted { (moments[$1], $0) < (moments[$0], $1) }
        var turns = [Int32](repeating: 0, count: batch.count)
        for (turn, item) in newestFirst.enumerated() { turns[item] = Int32(turn) }
        self.turns = turns
    }
}
