import Content
import Safeguarding
import Store

/// Looks at what learners said before the school's lists of words were as they are now, or what came by a way that has no look of
/// its own. It is the net below `say`, strips and rosters: nothing is ranked by that was not looked at.
package struct SafeguardingLook {
    package let screen: WishScreen
    /// Changes with the lists.
    let digest: String
    package let store: Store

    /// A look by a school's lists. `digest` changes with them.
    package init(screen: WishScreen, digest: String, store: Store) {
        (self.screen, self.digest, self.store) = (screen, digest, store)
    }

    /// Looks at what is new, hides what is to be hidden, and gives how many notes were made.
    @discardableResult package func look(now: Timestamp) throws -> Int {
        try store.write { scope in
            let (facts, upTo) = try store.safeguarding.unlooked(lists: digest)
            let held = try HeldTexts(store: store, screen: screen)
            var verdicts: [String: WishScreen.Verdict?] = [:]
            var noted: Set<[String]> = []
            for fact in facts {
                let parts = fact.kind.isWish ? [fact.value] : fact.values
                let found = parts.filter { part in
                    let known = verdicts[part] ?? screen.verdict(of: part)
                    verdicts[part] = known
                    return known != nil && held.verdict(of: part, by: fact.learner) != nil
                }
                if found.isEmpty { continue }
                var notes: [SafeguardingNote] = []
                // A learner who said it ten times is one learner whom somebody must see.
                for part in found where noted.insert([fact.learner.rawValue, part.lowercased()]).inserted {
                    guard let verdict = verdicts[part].flatMap({ $0 }) else { continue }
                    let note = try held.note(
                        of: part, by: fact.learner, as: fact.kind, origin: fact.origin, at: fact.at, verdict)
                    if let note { notes.append(note) }
                }
                let rest = try self.rest(of: fact, without: found)
                try store.safeguarding.add(
                    [.init(note: nil, hides: [fact.number], says: rest)] + notes.map { .init(note: $0) }, in: scope)
            }
            try store.safeguarding.setLooked(lists: digest, upTo: upTo, in: scope)
            return noted.count
        }
    }

    /// What is left of a list of the roster and goes on to count, where that list is what holds today.
    private func rest(of fact: Fact, without found: [String]) throws -> [Fact] {
        guard !fact.kind.isWish else { return [] }
        let facts = try store.learners.facts(about: [fact.learner]).readable[fact.learner] ?? []
        guard facts.last(where: { $0.kind == fact.kind })?.number == fact.number else { return [] }
        let rest = fact.values.filter { !found.contains($0) }.joined(separator: ";")
        return [Fact(learner: fact.learner, kind: fact.kind, value: rest, origin: fact.origin, at: fact.at)]
    }
}
