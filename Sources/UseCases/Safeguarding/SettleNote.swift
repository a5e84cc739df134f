import Content
import Store

/// Says what became of a note: somebody looks after it, or it means nothing of the kind and counts as it was said.
public struct SettleNote: UseCase {
    private let store: Store

    /// In a school's store.
    package init(_ open: SchoolAndStore) { store = open.store }

    /// What became of a note.
    public struct Request: Sendable {
        /// Its number.
        public var number: Int64
        /// What became of it: taken or cleared.
        public var state: SafeguardingNote.State
        /// Who says so: 1 to 100 characters.
        public var by: String

        /// What became of the note of a number.
        package init(_ number: Int64, as state: SafeguardingNote.State, by: String) {
            self.number = number
            self.state = state
            self.by = by
        }
    }

    /// What became of it.
    public struct Outcome: Sendable {
        /// Its number.
        public var number: Int64
        /// What became of it.
        public var state: SafeguardingNote.State
        /// Who said so.
        public var by: Verbatim
        /// Whether what was written counts as a wish from the next list on.
        public var counts: Bool
    }

    /// Says so.
    public func run(_ request: Request, by actor: Actor, now: Timestamp) throws -> Outcome {
        let (number, state, by) = (request.number, request.state, request.by.trimmed)
        guard !by.isEmpty, by.count <= 100 else { throw NoteRefusal.nobodyNamed }
        return try store.write { scope in
            let note = try KeptNotes(store: store).note(number)
            // What was cleared once counts once.
            let counts = state == .cleared && note.state != .cleared ? try wish(of: note, now: now) : []
            _ = try store.safeguarding.settle(number, as: state, by: by, at: now, saying: counts, in: scope)
            return Outcome(number: number, state: state, by: Verbatim(by), counts: !counts.isEmpty)
        }
    }

    /// What a note counts as once it is cleared: the wish that was made, or a part of a list of the roster.
    private func wish(of note: SafeguardingNote, now: Timestamp) throws -> [Fact] {
        let text = note.text.trimmed
        guard let kind = note.wish, text.count <= TopicRule.longest, !text.contains(";") else { return [] }
        let facts = try store.learners.facts(about: [note.learner]).readable[note.learner] ?? []
        guard !facts.isEmpty else { return [] }
        guard !kind.isWish else {
            return [Fact(learner: note.learner, kind: kind, value: text, origin: note.origin, at: now)]
        }
        let values = facts.last { $0.kind == kind }?.values ?? []
        guard !values.contains(text) else { return [] }
        return [
            Fact(
                learner: note.learner, kind: kind, value: (values + [text]).joined(separator: ";"), origin: .roster,
                at: now)
        ]
    }
}
