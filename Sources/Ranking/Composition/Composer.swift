import Content
import ScorerKit
import TextAnalysis

/// Chooses and orders a list from the blended scores: pins, the teacher's places, the learner's places with one stretch
/// item, under caps a feed and topic and a budget of minutes; alike items push each other down.
struct Composer {
    let batch: ItemBatch
    let blend: Blend
    /// The items that passed the gates, best first: blend, then date, then id.
    let order: [Int]
    let topics: Topics
    let settings: RankingSettings
    let dial: Dial
    let minutes: Int
    let level: Double
    /// Whether a stretch item is allowed now: the school wants it, and the learner has not just found things too hard.
    let mayStretch: Bool

    /// How many of the best candidates diversity looks at for each place: deeper ones never win it.
    static let pool = 200
    /// How much harder than the learner's level a stretch item is, in grades.
    static let stretchBand = 0.6...2.0
    /// How strongly exceeding a topic's share counts against an item, on the scale of the pool's scores 0…1.
    static let calibration = 0.5

    init(
        batch: ItemBatch, blend: Blend, candidates: [Int], topics: Topics, settings: RankingSettings, dial: Dial,
        minutes: Int, level: Double, mayStretch: Bool
    ) {
        self.batch = batch
        self.blend = blend
        self.topics = topics
        self.settings = settings
        self.dial = dial
        self.minutes = minutes
        self.level = level
        self.mayStretch = mayStretch
        order = Composer.ordered(candidates, batch: batch) { blend.total($0) }
    }

    /// The list's items for the pins that passed the gates.
    func compose(pins: [Int]) -> Composition {
        var list = Composition(picks: pins.map { .init(item: $0, side: .pin) })
        guard dial != .teacherOnly else { return list }
        let teacherPlaces = dial.teacherPlaces(of: settings.places)
        fillTeacher(&list, upTo: max(teacherPlaces, pins.count))
        if dial.sharesEmptyPlaces { fillLearner(&list) }
        return sorted(list)
    }

    /// The teacher's places: items that a teacher's scorer speaks for, by the blend without the learner's scorers. At
    /// dial 1, where all places are the teacher's, the best of the rest fill what is left.
    private func fillTeacher(_ list: inout Composition, upTo count: Int) {
        let spokenFor = order.filter { blend.part(of: .teacher, $0) > 0 }
        let value: (Int) -> Double = { blend.withoutLearner($0) }
        fill(&list, upTo: count, side: .teacher, from: Composer.ordered(spokenFor, batch: batch, by: value), by: value)
        guard !dial.sharesEmptyPlaces else { return }
        fill(&list, upTo: count, side: .teacher, from: order) { blend.total($0) }
        fill(&list, upTo: count, side: .teacher, from: order, capTopics: false) { blend.total($0) }
    }

    /// The learner's places, and those that the teacher's side could not fill.
    private func fillLearner(_ list: inout Composition) {
        let free = settings.places - list.picks.count
        guard free > 0 else { return }
        let value: (Int) -> Double = { blend.total($0) }
        let wished = order.filter { topics.grantsNewestWish($0) }
        fill(&list, upTo: list.picks.count + 1, side: .wish, from: wished, by: value)
        if mayStretch, free >= 3 {
            let harder = order.filter { item in
                batch.items[item].level.map { Composer.stretchBand.contains($0 - level) } ?? false
            }
            fill(&list, upTo: list.picks.count + 1, side: .stretch, from: harder, by: value)
        }
        fill(&list, upTo: settings.places, side: .learner, from: order, by: value)
        // Caps on topics keep a list varied; they do not leave it short.
        fill(&list, upTo: settings.places, side: .learner, from: order, capTopics: false, by: value)
    }

    private func fill(
        _ list: inout Composition, upTo count: Int, side: ListEntry.Side, from order: [Int], capTopics: Bool = true,
        by value: (Int) -> Double
    ) {
        while list.picks.count < count, let item = best(for: list, from: order, capTopics: capTopics, by: value) {
            list.picks.append(.init(item: item, side: side))
        }
    }

    /// The candidate that adds most to the list (maximal marginal relevance, Carbonell and Goldstein 1998): its score on
    /// the pool's scale 0…1, less its likeness to what is there, less what it would lift its topic above its share.
    private func best(
        for list: Composition, from order: [Int], capTopics: Bool, by value: (Int) -> Double
    ) -> Int? {
        let counts = Dictionary(grouping: list.picks) { topics.topic(of: $0.item) }.mapValues { $0.count }
        let open = order.lazy.filter { item in
            !list.contains(item) && stop(item, in: list, capTopics: capTopics) == nil
        }.prefix(Composer.pool)
        let pool = Array(open)
        guard let first = pool.first, let last = pool.last else { return nil }
        let top = value(first)
        let span = max(1e-9, top - value(last))
        var winner: (item: Int, gain: Double)?
        for item in pool {
            let score = 1 - (top - value(item)) / span
            let likeness = list.picks.map { Double(batch.text.vectors[$0.item].cosine(to: batch.text.vectors[item])) }
            let topic = topics.topic(of: item)
            let overshoot = topics.overshoot(of: topic, counts: counts, placed: list.picks.count)
            let gain =
                (1 - settings.diversity) * score - settings.diversity * (likeness.max() ?? 0)
                - Composer.calibration * settings.diversity * overshoot
            if winner.map({ gain > $0.gain }) ?? true { winner = (item, gain) }
        }
        return winner?.item
    }

    /// The cap that keeps an item out of a list as it stands; nil where none does.
    func stop(_ item: Int, in list: Composition, capTopics: Bool = true) -> Stop? {
        let content = batch.items[item]
        let others = list.picks.filter { $0.item != item }
        if others.filter({ batch.items[$0.item].feed == content.feed }).count >= settings.perFeed {
            return .feedFull(feed: content.feedTitle, limit: settings.perFeed)
        }
        let used = others.reduce(0) { $0 + batch.items[$1.item].minutes }
        // The first item may be longer than the budget: a list with one long article beats none.
        if !others.isEmpty, used + content.minutes > minutes {
            return .tooLong(minutes: content.minutes, budget: minutes)
        }
        if capTopics, let topic = topics.topic(of: item),
            others.filter({ topics.topic(of: $0.item) == topic }).count >= settings.perTopic
        {
            return .topicFull(topic: topics.phrase(topic), limit: settings.perTopic)
        }
        return nil
    }

    /// Pins first, in the teacher's order; the rest by blend, date and id.
    private func sorted(_ list: Composition) -> Composition {
        let pins = list.picks.filter { $0.side == .pin }
        let rest = list.picks.filter { $0.side != .pin }
        let byItem = Dictionary(rest.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
        let order = Composer.ordered(rest.map { $0.item }, batch: batch) { blend.total($0) }
        return Composition(picks: pins + order.compactMap { byItem[$0] })
    }

    /// A total order: the value, then the newer, then the smaller id.
    static func ordered(_ items: [Int], batch: ItemBatch, by value: (Int) -> Double) -> [Int] {
        items.map { (item: $0, value: value($0)) }.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            let (a, b) = (batch.items[left.item], batch.items[right.item])
            return a.published != b.published ? a.published > b.published : a.id < b.id
        }.map { $0.item }
    }
}
