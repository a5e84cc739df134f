/// What an import of a roster keeps of its source beside the facts: links between the source's own ids, which a later import of changes
/// alone (a delta) needs. Nothing that no list needs is in it.
public struct RosterLink: Hashable, Sendable {
    /// Which of the source's tables it is of: `users`, `classes`.
    public var table: String
    /// The source's id of the row.
    public var id: String
    /// The cells that are needed, as one text.
    public var text: String

    /// A link by its parts.
    package init(table: String, id: String, text: String) {
        self.table = table
        self.id = id
        self.text = text
    }
}
