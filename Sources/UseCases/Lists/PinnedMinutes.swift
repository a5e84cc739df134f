import Configuration
import Content
import Pipeline
import Ranking
import Store

/// Learners who have fewer minutes than their pins take: such a list holds the pins, and little else.
public struct PinsTooLong: Hashable, Sendable {
    /// The one who has the fewest minutes.
    public var learner: Verbatim
    /// How many minutes their pins take.
    public var pinned: Int
    /// How many they have.
    public var budget: Int
    /// How many others there are.
    public var others: Int
}

/// Finds who has fewer minutes than their pins take: a pin is the one thing that may exceed a list's minutes, and who pins is told so.
struct PinnedMinutes {
    let school: School
    let store: Store

    /// Who has too few minutes now that an article is pinned; nil where everybody has enough.
    func tooLong(with item: ContentItem, for scope: TeacherRule.Scope, now: Timestamp) throws -> PinsTooLong? {
        let ids = try scope.members(in: store)
        let classes = Dictionary(try store.learners.classes().map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let rules = RulesByScope(try store.learners.standingRules(of: .pin).known)
        let edition = Edition(date: school.localDate(at: now))
        let facts = try store.learners.facts(about: ids).readable
        var minutes: [ItemID: Int] = [item.id: item.minutes]
        var short: [(name: String, budget: Int, pinned: Int)] = []
        for id in ids {
            guard let told = facts[id] else { continue }
            let learner = Learner(id: id, facts: told)
            guard learner.enrolled else { continue }
            let budget = learner.minutes ?? school.configuration.lists.minutes
            var pinned = 0
            for pin in rules.standing(for: id, terms: ClassTerms(of: learner, classes: classes), edition: edition).pins
            {
                if minutes[pin.item] == nil {
                    minutes[pin.item] = try store.items.item(named: pin.item.rawValue)?.minutes ?? 0
                }
                pinned += ContentItem.cost(minutes: minutes[pin.item] ?? 0, budget: budget)
            }
            if pinned > budget { short.append((learner.name, budget, pinned)) }
        }
        return short.min { ($0.budget, $0.name) < ($1.budget, $1.name) }.map {
            PinsTooLong(
                learner: Verbatim($0.name), pinned: $0.pinned, budget: $0.budget, others: short.count - 1)
        }
    }
}
