import Content
import Roster
import Safeguarding
import Store

/// What is set apart of what learners wrote, and kept as notes for a grown-up. What somebody has cleared for a learner is not
/// set apart again.
package struct HeldTexts {
    package let store: Store
    package let screen: WishScreen
    private let cleared: Set<[String]>

    /// Over a store, as it is now.
    init(store: Store, screen: WishScreen) throws(StoreError) {
        self.store = store
        self.screen = screen
        cleared = Set(try store.safeguarding.cleared().map { [$0.learner.rawValue, $0.text.lowercased()] })
    }

    /// Why a text of a learner is set apart; nil: it is not.
    package func verdict(of text: String, by learner: LearnerID?) -> WishScreen.Verdict? {
        if let learner, cleared.contains([learner.rawValue, text.lowercased()]) { return nil }
        return screen.verdict(of: text)
    }

    /// Whether a text is set apart, whose row may have a key.
    package func isHeld(_ key: String?, _ text: String) -> Bool {
        verdict(of: text, by: key.map { LearnerID(rawValue: $0) }) != nil
    }

    /// The note of a text; nil where there is one already: what a roster says each time it is imported is noted once, what is said
    /// or typed in once a day.
    package func note(
        of text: String, by learner: LearnerID, as wish: Fact.Kind?, origin: Fact.Origin, at now: Timestamp,
        _ verdict: WishScreen.Verdict
    ) throws(StoreError) -> SafeguardingNote? {
        let isKnown = try store.safeguarding.notes(about: learner).contains { note in
            note.text.lowercased() == text.lowercased()
                && (origin == .roster || note.at.utcDate == now.utcDate)
        }
        guard !isKnown else { return nil }
        return SafeguardingNote(
            learner: learner, kind: verdict.kind == .distress ? .distress : .held, text: text, words: verdict.words,
            wish: wish, origin: origin, at: now)
    }

    /// Whom a row is about: the learner of an id, or of a name that only one has; else what stands there, if it may be shown.
    private func known(_ key: String?) throws(StoreError) -> LearnerID? {
        guard let key, !key.isEmpty, screen.verdict(of: key) == nil else { return nil }
        let id = LearnerID(rawValue: key)
        guard try store.learners.facts(about: [id]).readable[id]?.isEmpty != false else { return id }
        let named = try store.learners.ids(named: key)
        return named.count == 1 ? named.first : id
    }

    /// Makes a note of each text of a file, before anything else is done with the file: a file that is refused has been heard. Gives
    /// how many notes were made.
    @discardableResult package func keep(
        _ texts: [HeldText], of file: String, origin: Fact.Origin, at now: Timestamp,
        in scope: borrowing WriteScope
    ) throws -> Int {
        var made = 0
        for text in texts {
            guard let verdict = screen.verdict(of: text.text) else { continue }
            // Where nobody can tell whose row it is, whoever reads the note looks at the line.
            let learner = try known(text.key) ?? LearnerID(rawValue: "\(file):\(text.line)")
            let note = try note(of: text.text, by: learner, as: text.kind, origin: origin, at: now, verdict)
            if let note {
                try store.safeguarding.add([.init(note: note)], in: scope)
                made += 1
            }
        }
        return made
    }
}
