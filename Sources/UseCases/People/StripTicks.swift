import Content
import ContentDigest

/// What is ticked of a learner's printed list, as it was typed in by now.
struct StripTicks {
    /// What stands: a tick each, with the statement that says so.
    let standing: [(tick: TickCode, fact: Fact)]

    /// Of a list's articles, in their order, by what somebody said of them.
    init(_ items: [ItemID], facts: [Fact], by origin: Fact.Origin) {
        var standing: [(TickCode, Fact)] = []
        for (index, item) in items.enumerated() {
            guard let letter = TickCode.letter(of: index + 1) else { break }
            let said = facts.filter { $0.item == item && $0.origin == origin && $0.kind.isWish }
            for (number, fact) in said.enumerated() {
                // Of two that change one another the later stands.
                guard !said[(number + 1)...].contains(where: { RepeatedWish.changes($0.kind, fact.kind) }),
                    let mark = TickCode.letters.first(where: { $0.tick == fact.kind })?.letter,
                    let tick = TickCode(letter, mark)
                else { continue }
                standing.append((tick, fact))
            }
        }
        self.standing = standing
    }

    /// Changes with what stands.
    var digest: String {
        ContentDigest(of: standing.map { "\($0.tick.place) \($0.tick.tick.rawValue)" }.sorted()).code(length: 8)
    }
}
