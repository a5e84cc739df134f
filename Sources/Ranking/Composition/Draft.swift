import Content
import ScorerKit
import TextAnalysis

/// A list while its places are being filled.
struct Draft {
    private let composer: Composer
    private(set) var picks: [Composition.Pick] = []
    private var used = 0
    /// How many of each feed are there.
    private var inFeed: [Int16]
    /// How many about each topic; the last: about none.
    private var aboutTopic: [Int16]
    private var unknown = 0
    /// How like each item is to those of the list that were looked at.
    private var likenesses: [Likeness]
    /// What is kept while places are filled.
    var pass = Pass(items: [])

    /// How many of the best candidates diversity looks at for each place: deeper ones never win it.
    static let pool = 200
    /// How strongly exceeding a topic's share counts against an item, on the scale of the pool's scores 0…1.
    static let calibration = 0.5

    /// What is known of an item's likeness to the list.
    private struct Likeness {
        var most: Float = 0
        /// How many of the picks it was compared with.
        var seen: Int32 = 0
    }

    /// What keeps an item out, before it is put into words.
    private enum Cap { case story, feed, feedShare, half, minutes, level, topic, topicShare }

    /// A list with these items.
    init(_ composer: Composer, picks: [Composition.Pick]) {
        self.composer = composer
        inFeed = [Int16](repeating: 0, count: composer.columns.feedCount)
        aboutTopic = [Int16](repeating: 0, count: composer.topics.count + 1)
        likenesses = [Likeness](repeating: Likeness(), count: composer.snapshot.batch.count)
        for pick in picks { add(pick) }
    }

    init(_ composer: Composer, pins: [Int]) {
        self.init(composer, picks: pins.map { .init(item: $0, side: .pin) })
    }

    /// Takes an item whatever its caps.
    mutating func take(_ item: Int, side: ListEntry.Side) { add(.init(item: item, side: side)) }

    /// Takes what was in the list already, if it still has the minutes for it.
    mutating func keep(_ pick: Composition.Pick) {
        if picks.isEmpty || used + composer.cost(pick.item) <= composer.minutes || isLearnersOwn { add(pick) }
    }

    private mutating func add(_ pick: Composition.Pick) {
        picks.append(pick)
        used += composer.cost(pick.item)
        inFeed[Int(composer.columns.feeds[pick.item])] += 1
        aboutTopic[composer.topics.topic(of: pick.item) ?? composer.topics.count] += 1
        if composer.levels.isUnknown(pick.item), pick.side != .pin { unknown += 1 }
    }

    /// Those of some items that could still come: within a look caps only get tighter.
    func open(_ items: [Int32]) -> [Int32] { items.filter { cap(Int($0)) == nil && !isTaken(Int($0)) } }

    /// Fills places up to a number of them, from items in their order.
    mutating func fill(
        upTo count: Int, side: ListEntry.Side, from order: inout BestFirst, by values: [Double], wish: String? = nil
    ) {
        while picks.count < count, let item = best(from: &order, by: values) {
            add(.init(item: item, side: side, wish: wish))
        }
    }

    /// The candidate that adds most to the list (maximal marginal relevance, Carbonell and Goldstein 1998): its score on
    /// the pool's scale 0…1, less its likeness to what is there, less what it would lift its topic above its share.
    private mutating func best(from order: inout BestFirst, by values: [Double]) -> Int? {
        var pool: [Int] = []
        var place = 0
        while pool.count < Draft.pool, let item = order.item(at: place) {
            if cap(item) == nil, !isTaken(item) { pool.append(item) }
            place += 1
        }
        guard let first = pool.first, let last = pool.last else { return nil }
        let diversity = composer.settings.diversity
        let top = values[first]
        let span = max(1e-9, top - values[last])
        var winner: (item: Int, gain: Double)?
        for item in pool {
            let score = (1 - diversity) * (1 - (top - values[item]) / span)
            // What follows only takes away, and scores only fall from here.
            if let winner, score <= winner.gain { break }
            let gain = score - diversity * (likeness(item) + Draft.calibration * overshoot(item))
            if winner.map({ gain > $0.gain }) ?? true { winner = (item, gain) }
        }
        return winner?.item
    }

    func isTaken(_ item: Int) -> Bool { picks.contains { $0.item == item } }

    /// How like an item is to the one of the list that it is most like, 0…1.
    private mutating func likeness(_ item: Int) -> Double {
        let vectors = composer.snapshot.batch.text.vectors
        for pick in picks[Int(likenesses[item].seen)...] {
            likenesses[item].most = max(likenesses[item].most, vectors[pick.item].cosine(to: vectors[item]))
        }
        likenesses[item].seen = Int32(picks.count)
        return Double(likenesses[item].most)
    }

    private func overshoot(_ item: Int) -> Double {
        let topic = composer.topics.topic(of: item)
        return composer.topics.overshoot(
            of: topic, there: Int(aboutTopic[topic ?? composer.topics.count]), placed: picks.count)
    }

    /// The cap that keeps an item out; nil where none does.
    private func cap(_ item: Int) -> Cap? {
        let columns = composer.columns
        let settings = composer.settings
        if sameStory(item) != nil { return .story }
        let feed = Int(columns.feeds[item])
        if inFeed[feed] >= (pass.capsFeeds ? settings.perFeed : settings.places) { return .feed }
        let cost = composer.cost(item)
        if 2 * cost > composer.minutes + 1, !pass.takesLong { return .half }
        if used + cost > composer.minutes, !isLearnersOwn { return .minutes }
        if unknown >= pass.mostUnknown, columns.isUnknown[item] { return .level }
        if pass.capsTopics, let topic = composer.topics.topic(of: item) {
            if aboutTopic[topic] >= settings.perTopic { return .topic }
            if pass.capsShares, composer.earlier.isFull(topic: topic, there: aboutTopic[topic]) { return .topicShare }
        }
        return pass.capsShares && composer.earlier.isFull(feed: feed, there: inFeed[feed]) ? .feedShare : nil
    }

    /// What keeps an item out, in words; nil where nothing does.
    func stop(_ item: Int) -> Stop? {
        let (batch, settings) = (composer.snapshot.batch, composer.settings)
        return cap(item).map { cap in
            switch cap {
            case .story: .sameStory(title: batch.items[sameStory(item) ?? item].title)
            case .feed: .feedFull(feed: batch.items[item].feedTitle, limit: settings.perFeed)
            case .feedShare:
                .feedShare(feed: batch.items[item].feedTitle, limit: composer.earlier.mostOfFeed)
            case .half: .takesTooMuch(minutes: composer.cost(item), budget: composer.minutes)
            case .minutes: .tooLong(minutes: composer.cost(item), budget: composer.minutes)
            case .level: .unknownLevel
            case .topic:
                .topicFull(topic: topic(of: item), limit: settings.perTopic)
            case .topicShare: .topicShare(topic: topic(of: item), limit: composer.earlier.mostOnTopic)
            }
        }
    }

    private func topic(of item: Int) -> String {
        composer.topics.topic(of: item).map { composer.topics.phrase($0) } ?? ""
    }

    /// Whether pins alone have taken all minutes, so that one article of the learner's may still come.
    private var isLearnersOwn: Bool {
        composer.dial.sharesEmptyPlaces && picks.allSatisfy { $0.side == .pin }
            && used * 2 > composer.minutes
    }

    /// The item of the list that tells the same story.
    private func sameStory(_ item: Int) -> Int? {
        let stories = composer.snapshot.rules.stories
        guard stories[item] >= 0 else { return nil }
        return picks.first { stories[$0.item] == stories[item] }?.item
    }
}
