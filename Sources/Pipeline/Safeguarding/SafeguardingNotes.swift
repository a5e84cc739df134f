import Content
import Reports
import Store

/// The notes for grown-ups, for whoever looks after them.
public struct SafeguardingNotes: Sendable {
    let school: School
    let store: Store

    /// Over a school's store.
    package init(school: School, store: Store) {
        self.school = school
        self.store = store
    }

    /// A note without what was written.
    public struct Line: Encodable, Sendable {
        /// Its number.
        public var number: Int64
        /// Whom it is about.
        public var learner: String
        /// Their classes.
        public var classes: [String]
        /// Since when.
        public var at: Timestamp
        /// Why it was noticed.
        public var kind: SafeguardingNote.Kind
        /// What became of it.
        public var state: SafeguardingNote.State
        /// Who said so.
        public var by: String?
        /// Whether somebody was written to.
        public var isMailed: Bool
    }

    /// The notes, the oldest first: those that wait, or all.
    public func list(all: Bool) throws -> [Line] {
        let unwritten = Set(try store.safeguarding.unwrittenMails())
        return try (all ? store.safeguarding.all() : store.safeguarding.open()).map { note in
            let learner = try learner(of: note)
            return Line(
                number: note.number, learner: learner.name, classes: learner.classes, at: note.at, kind: note.kind,
                state: note.state, by: note.by, isMailed: note.mail.map { !unwritten.contains($0) } ?? false)
        }
    }

    /// Notes as a table.
    public static func table(_ notes: [Line]) -> [String] {
        guard !notes.isEmpty else { return ["Nothing waits for anybody."] }
        var table = TextTable([
            .init("note", isNumber: true), .init("learner", widest: 24), .init("class", widest: 16), .init("since"),
            .init("state", widest: 40),
        ])
        for note in notes {
            let state =
                switch note.state {
                case .open: note.isMailed ? "waits; somebody was written to" : "waits; NOBODY WAS WRITTEN TO"
                case .taken: "looked after by \(note.by ?? "")"
                case .cleared: "cleared by \(note.by ?? "")"
                }
            table.add([
                "\(note.number)", note.learner, note.classes.joined(separator: ", "), note.at.iso, state,
            ])
        }
        return table.lines
    }

    /// What a note says.
    public func show(_ number: Int64) throws -> [String] {
        let note = try note(number)
        let learner = try learner(of: note)
        let why = note.kind == .distress ? "it may tell of distress" : "it has held words in it"
        return [
            "\(learner.name), \(learner.classes.joined(separator: ", ")), \(note.at.iso) (\(note.origin.rawValue))",
            "    \(note.text)", "\(why): \(note.words.joined(separator: ", "))",
        ]
    }

    /// Says what became of a note; gives a line that says so.
    public func settle(
        _ number: Int64, as state: SafeguardingNote.State, by: String, now: Timestamp
    ) throws -> String {
        let by = by.trimmed
        guard !by.isEmpty, by.count <= 100 else { throw RequestError("--by names whoever looks after it.") }
        return try store.write { scope in
            let note = try note(number)
            // What was cleared once counts once.
            let counts = state == .cleared && note.state != .cleared ? try wish(of: note, now: now) : []
            _ = try store.safeguarding.settle(number, as: state, by: by, at: now, saying: counts, in: scope)
            guard state == .cleared else { return "Note \(number) is looked after by \(by)." }
            return counts.isEmpty
                ? "Note \(number) is cleared."
                : "Note \(number) is cleared; what was written counts as a wish from the next list on."
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

    private func note(_ number: Int64) throws -> SafeguardingNote {
        guard let note = try store.safeguarding.note(number) else {
            throw RequestError("there is no note \(number). See 'gleaner safeguarding list --all'.")
        }
        return note
    }

    private func learner(of note: SafeguardingNote) throws -> Learner {
        Learner(id: note.learner, facts: try store.learners.facts(about: [note.learner]).readable[note.learner] ?? [])
    }
}
