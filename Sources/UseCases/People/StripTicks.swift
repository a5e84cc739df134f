import Content
import ContentDigest

/// What is ticked of a learner's printed list, as it was typed in by now.
struct StripTicks {
    /// What stands: a tick each, with the statement that says so.
    let standing: [(tick: TickCode, fact: Fact)]
    private let learner: LearnerID
    private let items: [ItemID]
    /// What was said of each article that can have a tick, in its order.
    private let said: [[Fact]]

    /// Of a list's articles, in their order, by what somebody said of them.
    init(of learner: LearnerID, _ items: [ItemID], facts: [Fact], by origin: Fact.Origin) {
        let own = facts.filter { $0.item != nil && $0.origin == origin && $0.kind.isWish }
        let said = items.map { item in own.filter { $0.item == item } }
        var standing: [(TickCode, Fact)] = []
        for (index, said) in said.enumerated() {
            for (number, fact) in said.enumerated() {
                // Of two that change one another the later stands.
                guard !said[(number + 1)...].contains(where: { RepeatedWish.changes($0.kind, fact.kind) }),
                    let tick = TickCode(place: index + 1, tick: fact.kind)
                else { continue }
                standing.append((tick, fact))
            }
        }
        (self.learner, self.items, self.said, self.standing) = (learner, items, said, standing)
    }

    /// What stands.
    var ticks: Set<TickCode> { Set(standing.map(\.tick)) }

    /// What must be taken back so that of what stands only `wanted` is left. What an earlier statement would say again goes with the later one.
    func gone(leaving wanted: Set<TickCode>) -> [Fact] {
        said.enumerated().flatMap { index, said in
            var (settled, gone): ([Fact.Kind], [Fact]) = ([], [])
            for fact in said.reversed() where !settled.contains(where: { RepeatedWish.changes($0, fact.kind) }) {
                let tick = TickCode(place: index + 1, tick: fact.kind)
                if tick.map({ wanted.contains($0) }) ?? true { settled.append(fact.kind) } else { gone.append(fact) }
            }
            return gone
        }
    }

    /// Changes with what stands on any of some pages, and with what they are the pages of.
    static func digest(of pages: [StripTicks]) -> String {
        ContentDigest(
            of: pages.flatMap { page in
                [page.learner.rawValue] + page.items.map(\.rawValue)
                    + page.standing.map { "\($0.tick.place) \($0.tick.tick.rawValue)" }.sorted()
            }
        ).code(length: 8)
    }
}
