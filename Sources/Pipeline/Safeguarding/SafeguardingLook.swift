import Content
import Safeguarding
import Store

/// Looks at what learners said before the school's list of words was as it is now, or what came by a way that has no look of its
/// own. It is the net below `say`, strips and rosters: nothing is ranked by that was not looked at.
struct SafeguardingLook {
    let screen: WishScreen
    /// Changes with the lists.
    let digest: String
    let store: Store

    /// Looks at what is new, hides what is to be hidden, and gives how many notes were made.
    func look(now: Timestamp) throws -> Int {
        try store.exclusively {
            let (facts, upTo) = try store.safeguarding.unlooked(lists: digest)
            var verdicts: [String: WishScreen.Verdict?] = [:]
            var notes = 0
            for fact in facts {
                let parts = fact.kind.isWish ? [fact.value] : fact.values
                let held = parts.filter { part in
                    let known = verdicts[part] ?? screen.verdict(of: part)
                    verdicts[part] = known
                    return known != nil
                }
                guard !held.isEmpty else { continue }
                let cleared = Set(
                    try store.safeguarding.notes(about: fact.learner).filter { $0.state == .cleared }
                        .map { $0.text.lowercased() })
                let open = held.filter { !cleared.contains($0.lowercased()) }
                guard !open.isEmpty else { continue }
                if !fact.kind.isWish {
                    // The rest of a list of the roster goes on to count.
                    let rest = parts.filter { !open.contains($0) }.joined(separator: ";")
                    try store.learners.append([
                        Fact(learner: fact.learner, kind: fact.kind, value: rest, origin: fact.origin, at: fact.at)
                    ])
                }
                try store.safeguarding.add(
                    open.enumerated().compactMap { index, part in
                        verdicts[part].flatMap { $0 }.map { verdict in
                            (
                                SafeguardingNote(
                                    learner: fact.learner, verdict: verdict, text: part, origin: fact.origin,
                                    at: fact.at),
                                index == 0 ? .init(fact, isHidden: true) : nil
                            )
                        }
                    })
                notes += open.count
            }
            try store.safeguarding.setLooked(lists: digest, upTo: upTo)
            return notes
        }
    }
}

extension SafeguardingNote {
    /// A note of what was noticed in a text.
    init(learner: LearnerID, verdict: WishScreen.Verdict, text: String, origin: Fact.Origin, at: Timestamp) {
        self.init(
            learner: learner, kind: verdict.kind == .distress ? .distress : .held, text: text, words: verdict.words,
            origin: origin, at: at)
    }
}
