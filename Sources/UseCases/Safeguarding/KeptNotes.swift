import Content
import Store

/// The notes for grown-ups, and whom they are about.
struct KeptNotes {
    let store: Store

    /// The note of a number.
    func note(_ number: Int64) throws -> SafeguardingNote {
        guard let note = try store.safeguarding.note(number) else { throw NoteRefusal.noNote(number) }
        return note
    }

    /// Whom a note is about.
    func learner(of note: SafeguardingNote) throws -> Learner {
        Learner(id: note.learner, facts: try store.learners.facts(about: [note.learner]).readable[note.learner] ?? [])
    }
}
