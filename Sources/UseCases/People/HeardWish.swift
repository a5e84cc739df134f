import Content
import Pipeline
import Safeguarding
import Store

/// Looks at a wish before anything is said of it: what somebody must see is kept for a grown-up, hidden.
struct HeardWish {
    let hearing: Hearing
    private var store: Store { hearing.store }

    /// Keeps what somebody must see although nobody is known by that name, or where the name itself is what is written; nil: nothing
    /// is to be kept.
    func ofNobody(_ texts: [String], from name: String, by: Fact.Origin, now: Timestamp) throws -> TakenDown? {
        let isName = hearing.screen.verdict(of: name) != nil
        guard isName || (try? NamedThings(store: store).learner(name)) == nil else { return nil }
        let kept: TakenDown? = try store.write { scope throws -> TakenDown? in
            let held = try hearing.held()
            let whose = LearnerID(rawValue: isName ? "somebody" : name)
            var made = 0
            var isHeld = false
            for text in texts {
                guard let verdict = hearing.screen.verdict(of: text) else { continue }
                isHeld = true
                let note = try held.note(of: text, by: whose, as: nil, origin: by, at: now, verdict)
                if let note {
                    try store.safeguarding.add([.init(note: note)], in: scope)
                    made += 1
                }
            }
            return isHeld ? TakenDown(parts: [.kept], appended: made) : nil
        }
        return try told(kept, now: now)
    }

    /// Keeps a text for a grown-up, hidden, where somebody must see it; nil: nothing is the matter with it. A "never" holds
    /// whatever it says.
    func of(
        _ learner: Learner, _ wish: Fact.Kind, about text: String, by: Fact.Origin, now: Timestamp
    ) throws -> TakenDown? {
        let kept: TakenDown? = try store.write { scope throws -> TakenDown? in
            let held = try hearing.held()
            guard let verdict = held.verdict(of: text, by: learner.id) else { return nil }
            let isTopic = (try? TopicRule.check(text, languages: learner.languages)) != nil && !text.contains(";")
            let mayCount = isTopic && (wish == .more || wish == .less)
            let note = try held.note(
                of: text, by: learner.id, as: mayCount ? wish : nil, origin: by, at: now, verdict)
            var says: [Fact] = []
            if isTopic, wish == .never || wish == .allow {
                let fact = Fact(learner: learner.id, kind: wish, value: text, origin: by, at: now)
                let facts = try store.learners.facts(about: [learner.id]).readable[learner.id] ?? []
                if RepeatedWish.isNew(fact, beside: facts) { says.append(fact) }
            }
            try store.safeguarding.add([.init(note: note, says: says)], in: scope)
            return TakenDown(parts: [.kept], appended: (note == nil ? 0 : 1) + says.count)
        }
        return try told(kept, now: now)
    }

    /// Tells whoever is to be told of what was kept.
    private func told(_ kept: TakenDown?, now: Timestamp) throws -> TakenDown? {
        guard var kept else { return nil }
        kept.add(try hearing.notify(now: now))
        return kept
    }
}
