import Configuration
import Content
import Pipeline
import Ranking
import Store

/// Who has fewer minutes than their pins take: a pin is the one thing that may exceed a list's minutes, and who pins is told so.
struct PinnedMinutes {
    let school: School
    let store: Store

    /// What to tell whoever pinned an article, in a sentence; nil where everybody has the minutes.
    func line(of item: ContentItem, for scope: TeacherRule.Scope, now: Timestamp) throws -> String? {
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
        guard let first = short.min(by: { ($0.budget, $0.name) < ($1.budget, $1.name) }) else { return nil }
        let others = short.count > 1 ? " and \(short.count - 1) more" : ""
        return "Their pins take more minutes than \(first.name)\(others) \(short.count > 1 ? "have" : "has") "
            + "(\(first.pinned) of \(first.budget)): such a list holds the pins, and at dials 2 to 4 one article of the learner's own."
    }
}
