import Content
import ScorerKit
import TextAnalysis

/// Chooses and orders a list from the blended scores: pins, the teacher's places, the learner's places with one stretch
/// item, under caps a feed and topic and a budget of minutes; alike items push each other down.
struct Composer {
    let snapshot: RankSnapshot
    let blend: Blend
    /// The items that passed the gates.
    let candidates: [Int32]
    let topics: Topics
    /// What the learner asked for and is still to come, in the order in which it is served.
    let wishes: [OpenWishes.Wish]
    /// How hard an article that was asked for may be.
    let reach: WishReach
    let dial: Dial
    /// The learner's grade at school.
    let grade: Int
    let minutes: Int
    /// Items with a word of what must not come, in a sense of its own, with the topic: they come after all others.
    let inOtherSense: [Int: String]
    /// What they were given over the last weeks.
    let earlier: EarlierPlaces
    /// Which levels are within reach.
    let levels: LevelReach
    /// Whether a stretch item is allowed now: the school wants it, and the learner has not just found things too hard.
    let mayStretch: Bool

    /// How much harder than the learner's level a stretch item is, in grades.
    static let stretchBand = 0.6...2.0
    /// How many of the best without a place are remembered.
    static let runnersUp = 50

    var settings: RankingSettings { snapshot.settings }
    var columns: ItemColumns { snapshot.columns }

    /// The minutes that an item takes of the budget.
    func cost(_ item: Int) -> Int { columns.cost(item, budget: minutes) }

    /// What there is to choose from.
    var supply: Supply {
        Supply(candidates, reach: levels, composer: self)
    }

    /// The list's items for the pins that passed the gates. `keeping`: what stays in a list that is repaired, as far as it passes the gates;
    /// only what is free then is filled.
    func compose(pins: [Int], keeping: [Composition.Pick] = []) -> Composition {
        let supply = supply
        var draft = Draft(self, pins: pins)
        if dial != .teacherOnly {
            for pick in keeping where draft.picks.count < settings.places && !draft.isTaken(pick.item) {
                draft.keep(pick)
            }
            let served = fillWishes(&draft)
            let teachers = max(dial.teacherPlaces(of: settings.places), pins.count) + served
            // Caps keep a list varied, and the old behind the new; none of them leaves it short.
            for pass in Pass.order(supply) {
                draft.pass = pass
                let items = draft.open(pass.items)
                if items.isEmpty { continue }
                var order = bestFirst(items, by: blend.totals)
                fillTeacher(&draft, upTo: teachers, of: items, from: &order)
                if dial.sharesEmptyPlaces { fillLearner(&draft, of: items, from: &order) }
                if draft.picks.count >= settings.places { break }
            }
            if draft.picks.isEmpty { fillNearest(&draft) }
        }
        var list = sorted(draft.picks)
        list.widened = supply.widened
        var order = bestFirst(candidates, by: blend.totals)
        var place = 0
        while list.runnersUp.count < Composer.runnersUp, let item = order.item(at: place) {
            if !list.contains(item) { list.runnersUp.append(item) }
            place += 1
        }
        return list
    }

    /// A list of one beats none: the shortest of what lies nearest to the learner's level.
    private func fillNearest(_ draft: inout Draft) {
        let nearest = candidates.map { Int($0) }.min { left, right in
            func key(_ item: Int) -> (Int, Int, Int, Int) {
                let gap = levels.gap(item)
                return (cost(item) > minutes ? 1 : 0, gap.isNaN ? 99 : Int(abs(gap)), cost(item), item)
            }
            return key(left) < key(right)
        }
        if let nearest { draft.take(nearest, side: dial.sharesEmptyPlaces ? .learner : .teacher) }
    }

    /// The places that are kept for wishes: never more than those that are not the teacher's. Gives how many were filled.
    private func fillWishes(_ draft: inout Draft) -> Int {
        let most = min(settings.places - dial.teacherPlaces(of: settings.places), settings.places - draft.picks.count)
        guard !wishes.isEmpty, most > 0 else { return 0 }
        var isCandidate = [Bool](repeating: false, count: snapshot.batch.count)
        for item in candidates { isCandidate[Int(item)] = true }
        var served = 0
        for wish in wishes where served < most {
            // What is there already answers it.
            if draft.picks.contains(where: { wish.items.contains($0.item) }) { continue }
            let reachable = wish.items.filter { isCandidate[$0] && reach.contains($0, of: snapshot.batch) }.sorted()
            // One article does not take a list's minutes: a longer one comes where nothing shorter is there, in two sittings, and within them.
            let short = reachable.filter { 2 * cost($0) <= minutes + 1 }
            let fitting = short.isEmpty ? reachable.filter { cost($0) <= minutes } : short
            var wished = bestFirst(fitting.map { Int32($0) }, by: blend.totals)
            draft.pass = Pass(items: [], capsTopics: false, capsFeeds: true, takesLong: short.isEmpty)
            let count = draft.picks.count
            draft.fill(
                upTo: count + 1, side: .wish, from: &wished, by: blend.totals, wish: wish.topic.phrase)
            served += draft.picks.count - count
        }
        return served
    }

    /// The teacher's places: items that a teacher's scorer speaks for, by the blend without the learner's scorers. At
    /// dial 1, where all places are the teacher's, the best of the rest fill what is left.
    private func fillTeacher(
        _ draft: inout Draft, upTo count: Int, of items: [Int32], from order: inout BestFirst
    ) {
        guard draft.picks.count < count else { return }
        if let parts = blend.parts(of: .teacher) {
            let spokenFor = items.filter { parts[Int($0)] > 0 }
            let values = blend.withoutLearner
            var teachers = bestFirst(spokenFor, by: values)
            draft.fill(upTo: count, side: .teacher, from: &teachers, by: values)
        }
        guard !dial.sharesEmptyPlaces else { return }
        draft.fill(upTo: count, side: .teacher, from: &order, by: blend.totals)
    }

    /// The learner's places, and those that the teacher's side could not fill.
    private func fillLearner(_ draft: inout Draft, of items: [Int32], from order: inout BestFirst) {
        let free = settings.places - draft.picks.count
        guard free > 0 else { return }
        if mayStretch, free >= 3, !draft.picks.contains(where: { $0.side == .stretch }) {
            let fitting = items.filter { Composer.stretchBand.contains(levels.gap(Int($0))) }
            var harder = bestFirst(fitting, by: blend.totals)
            draft.fill(upTo: draft.picks.count + 1, side: .stretch, from: &harder, by: blend.totals)
        }
        draft.fill(upTo: settings.places, side: .learner, from: &order, by: blend.totals)
    }

    /// What keeps an item out of a list as it stands; nil where nothing does.
    func stop(_ item: Int, in list: Composition) -> Stop? {
        let others = list.picks.filter { $0.item != item }
        let supply = supply
        var draft = Draft(self, picks: others)
        draft.pass = Pass.order(supply)[0]
        if let stop = draft.stop(item) { return stop }
        let level = snapshot.batch.levels[item]
        if levels.isUnknown(item) { return supply.reachable.contains(Int32(item)) ? nil : .unknownLevel }
        if let topic = inOtherSense[item] { return .otherSense(topic: topic) }
        let highest = snapshot.rules.highestGrades[item]
        if highest < grade { return .outgrown(highest: highest) }
        if !level.isNaN, !levels.contains(item, widened: supply.widened) {
            return .outOfReach(level: level, range: levels.range(for: item, widened: supply.widened))
        }
        return supply.isOld(item, in: snapshot.batch) ? .older(days: Int(snapshot.batch.ages[item])) : nil
    }

    /// Pins first, in the teacher's order; the rest by blend, date and id.
    private func sorted(_ picks: [Composition.Pick]) -> Composition {
        let rest = picks.filter { $0.side != .pin }
        let order = bestFirst(rest.map { Int32($0.item) }, by: blend.totals).all
        return Composition(
            picks: picks.filter { $0.side == .pin }
                + order.compactMap { item in rest.first { $0.item == item } })
    }

    /// All candidates, best first.
    var order: [Int] { bestFirst(candidates, by: blend.totals).all }

    private func bestFirst(_ items: [Int32], by values: [Double]) -> BestFirst {
        BestFirst(items, values: values, turns: columns.turns)
    }
}
