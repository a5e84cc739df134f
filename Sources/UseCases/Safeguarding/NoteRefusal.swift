/// What cannot be done with notes for grown-ups.
public enum NoteRefusal: Error, Hashable, Sendable {
    /// No note has the number.
    case noNote(Int64)
    /// Nobody was named who looks after it.
    case nobodyNamed
}
