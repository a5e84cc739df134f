import Content
import Store

/// Shows what one note says, for whoever looks after it.
public struct ShowNote: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// Which note.
    public struct Request: Sendable {
        /// Its number.
        public var number: Int64

        /// The note of a number.
        package init(_ number: Int64) { self.number = number }
    }

    /// What it says.
    public struct Outcome: Sendable {
        /// Whom it is about.
        public var learner: Learner
        /// When it was handed in.
        public var at: Timestamp
        /// Who handed it in.
        public var origin: Fact.Origin
        /// What was written.
        public var text: Verbatim
        /// Why it was noticed.
        public var kind: SafeguardingNote.Kind
        /// The words that it was noticed by.
        public var words: [Verbatim]
    }

    /// Shows it.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let kept = KeptNotes(store: store)
        let note = try kept.note(request.number)
        return Outcome(
            learner: try kept.learner(of: note), at: note.at, origin: note.origin, text: Verbatim(note.text),
            kind: note.kind, words: note.words.map { Verbatim($0) })
    }
}
