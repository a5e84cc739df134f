import Content
import ScorerKit
import TextAnalysis

/// A list while its places are being filled.
struct Draft {
    private let composer: Composer
    private(set) var picks: [Composition.Pick] = []
    private var used = 0
    private var inFeed: [Int32: Int] = [:]
    private var aboutTopic: [Int?: Int] = [:]
    private var unknown = 0
    /// What is kept while places are filled.
    var pass = Pass(items: [])

    /// How many of the best candidates diversity looks at for each place: deeper ones never win it.
    static let pool = 200
    /// How strongly exceeding a topic's share counts against an item, on the scale of the pool's scores 0…1.
    static let calibration = 0.5

    /// A list with these items.
    init(_ composer: Composer, picks: [Composition.Pick]) {
        self.composer = composer
        for pick in picks { add(pick) }
    }

    init(_ composer: Composer, pins: [Int]) {
        self.init(composer, picks: pins.map { .init(item: $0, side: .pin) })
    }

    /// Takes an item whatever its caps.
    mutating func take(_ item: Int, side: ListEntry.Side) { add(.init(item: item, side: side)) }

    private mutating func add(_ pick: Composition.Pick) {
        picks.append(pick)
        used += composer.cost(pick.item)
        inFeed[composer.columns.feeds[pick.item], default: 0] += 1
        aboutTopic[composer.topics.topic(of: pick.item), default: 0] += 1
        if composer.levels.isUnknown(pick.item), pick.side != .pin { unknown += 1 }
    }

    /// Those of some items that could still come: within a look caps only get tighter.
    func open(_ items: [Int32]) -> [Int32] { items.filter { stop(Int($0)) == nil && !isTaken(Int($0)) } }

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
    private func best(from order: inout BestFirst, by values: [Double]) -> Int? {
        var pool: [Int] = []
        var place = 0
        while pool.count < Draft.pool, let item = order.item(at: place) {
            if !isTaken(item), stop(item) == nil { pool.append(item) }
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

    private func isTaken(_ item: Int) -> Bool { picks.contains { $0.item == item } }

    /// How like an item is to the one of the list that it is most like, 0…1.
    private func likeness(_ item: Int) -> Double {
        let vectors = composer.snapshot.batch.text.vectors
        return picks.reduce(0.0) { max($0, Double(vectors[$1.item].cosine(to: vectors[item]))) }
    }

    private func overshoot(_ item: Int) -> Double {
        let topic = composer.topics.topic(of: item)
        return composer.topics.overshoot(of: topic, there: aboutTopic[topic] ?? 0, placed: picks.count)
    }

    /// The cap that keeps an item out; nil where none does.
    func stop(_ item: Int) -> Stop? {
        let columns = composer.columns
        let settings = composer.settings
        if let told = sameStory(item) { return .sameStory(title: composer.snapshot.batch.items[told].title) }
        let there = inFeed[columns.feeds[item], default: 0]
        if there >= (pass.capsFeeds ? settings.perFeed : settings.places) {
            return .feedFull(feed: composer.snapshot.batch.items[item].feedTitle, limit: settings.perFeed)
        }
        let cost = composer.cost(item)
        if 2 * cost > composer.minutes + 1, !pass.takesLong {
            return .takesTooMuch(minutes: cost, budget: composer.minutes)
        }
        if used + cost > composer.minutes, !isLearnersOwn { return .tooLong(minutes: cost, budget: composer.minutes) }
        if composer.levels.isUnknown(item), unknown >= pass.mostUnknown { return .unknownLevel }
        if pass.capsTopics, let topic = composer.topics.topic(of: item),
            aboutTopic[topic, default: 0] >= settings.perTopic
        {
            return .topicFull(topic: composer.topics.phrase(topic), limit: settings.perTopic)
        }
        return nil
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
