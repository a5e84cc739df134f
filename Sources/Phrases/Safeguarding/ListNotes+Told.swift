import Content
import JSON
import Pipeline
import UseCases

extension ListNotes.Outcome: Told, ToldAsJSON {
    /// The notes as a table.
    public var lines: [String] {
        guard !notes.isEmpty else { return ["Nothing waits for anybody."] }
        var table = TextTable([
            .init("note", isNumber: true), .init("learner", widest: 24), .init("class", widest: 16), .init("since"),
            .init("state", widest: 40),
        ])
        for note in notes {
            table.add([
                "\(note.number)", note.learner.text, Listing.of(note.classes), note.at.iso, Self.state(of: note),
            ])
        }
        return table.lines
    }

    private static func state(of note: ListNotes.Note) -> String {
        let by = note.by?.text ?? ""
        return switch note.state {
        case .open: note.isMailed ? "waits; somebody was written to" : "waits; NOBODY WAS WRITTEN TO"
        case .taken: "looked after by \(by)"
        case .cleared: "cleared by \(by)"
        }
    }

    private struct Line: Encodable {
        let at: Timestamp
        let by: Verbatim?
        let classes: [Verbatim]
        let isMailed: Bool
        let kind: SafeguardingNote.Kind
        let learner: Verbatim
        let number: Int64
        let state: SafeguardingNote.State
    }

    /// A line a note.
    public func jsonLines() throws -> [String] {
        try notes.map { note in
            try JSONText.of(
                Line(
                    at: note.at, by: note.by, classes: note.classes, isMailed: note.isMailed, kind: note.kind,
                    learner: note.learner, number: note.number, state: note.state))
        }
    }
}
