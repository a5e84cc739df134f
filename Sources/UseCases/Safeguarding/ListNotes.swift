import Content
import Store

/// Lists the notes for grown-ups: of whom and since when, not what was written.
public struct ListNotes: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// Which notes.
    public struct Request: Sendable {
        /// Also those that somebody looks after or has cleared.
        public var all: Bool

        /// Those that wait, or all.
        package init(all: Bool = false) { self.all = all }
    }

    /// The notes.
    public struct Outcome: Sendable {
        /// The notes, the oldest first.
        public var notes: [Note]
    }

    /// A note without what was written.
    public struct Note: Sendable {
        /// Its number.
        public var number: Int64
        /// What the learner is called whom it is about.
        public var learner: Verbatim
        /// Their classes.
        public var classes: [Verbatim]
        /// Since when.
        public var at: Timestamp
        /// Why it was noticed.
        public var kind: SafeguardingNote.Kind
        /// What became of it.
        public var state: SafeguardingNote.State
        /// Who said so.
        public var by: Verbatim?
        /// Whether somebody was written to.
        public var isMailed: Bool
    }

    /// Lists them.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let unwritten = Set(try store.safeguarding.unwrittenMails())
        let kept = KeptNotes(store: store)
        let notes = try request.all ? store.safeguarding.all() : store.safeguarding.open()
        return Outcome(
            notes: try notes.map { note in
                let learner = try kept.learner(of: note)
                return Note(
                    number: note.number, learner: Verbatim(learner.name),
                    classes: learner.classes.map { Verbatim($0) }, at: note.at, kind: note.kind, state: note.state,
                    by: note.by.map { Verbatim($0) }, isMailed: note.mail.map { !unwritten.contains($0) } ?? false)
            })
    }
}
