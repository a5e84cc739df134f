import Content
import Roster
import Safeguarding
import Store

/// What is set apart of what learners wrote, and kept as notes for a grown-up. What somebody has cleared for a learner is not
/// set apart again.
struct HeldTexts {
    let store: Store
    let screen: WishScreen
    private let cleared: Set<[String]>

    /// Over a store, as it is now.
    init(store: Store, screen: WishScreen) throws(StoreError) {
        self.store = store
        self.screen = screen
        cleared = Set(
            try store.safeguarding.all().filter { $0.state == .cleared }
                .map { [$0.learner.rawValue, $0.text.lowercased()] })
    }

    /// Why a text of a learner is set apart; nil: it is not.
    func verdict(of text: String, by learner: LearnerID?) -> WishScreen.Verdict? {
        if let learner, cleared.contains([learner.rawValue, text.lowercased()]) { return nil }
        return screen.verdict(of: text)
    }

    /// Whether a text is set apart, whose row may have a key.
    func isHeld(_ key: String?, _ text: String) -> Bool {
        verdict(of: text, by: key.map { LearnerID(rawValue: $0) }) != nil
    }

    /// Makes a note of each text of a file. What a roster says each time it is imported is noted once, what a strip says
    /// once a day. Gives how many notes were made.
    @discardableResult func keep(
        _ texts: [HeldText], of file: String, origin: Fact.Origin, at now: Timestamp
    ) throws -> Int {
        var made = 0
        for text in texts {
            guard let verdict = screen.verdict(of: text.text) else { continue }
            // Where nobody can tell whose row it is, whoever reads the note looks at the line.
            let learner = LearnerID(rawValue: text.key.flatMap { $0.isEmpty ? nil : $0 } ?? "\(file):\(text.line)")
            let isKnown = try store.safeguarding.notes(about: learner).contains { note in
                note.text.lowercased() == text.text.lowercased()
                    && (origin == .roster || note.at.utcDate == now.utcDate)
            }
            if isKnown { continue }
            try store.safeguarding.add([
                (SafeguardingNote(learner: learner, verdict: verdict, text: text.text, origin: origin, at: now), nil)
            ])
            made += 1
        }
        return made
    }
}
