import Content

/// What was read of one roster file: the rows, and findings for what could not be read.
public struct RosterFile<Row: Hashable & Sendable>: Hashable, Sendable {
    /// The file's name, as it stands in findings.
    public let name: String
    /// The rows that can be used, in the order of the file.
    public internal(set) var rows: [Row]
    /// What is left of rows that were left out: what they restrict, and nothing else. It counts for those who are known.
    public let remains: [Row]
    /// What was left out or repaired, by line and column: `learners.csv:4:3`.
    public internal(set) var findings: [Finding]
    /// What was written that somebody must see, and that was not read on.
    public let held: [HeldText]
    /// The ids (or names of classes) of rows that were refused: they stand in the file, so they are not missing from it.
    public let refused: Set<String>
    /// How many rows were refused of which not even the id could be told.
    public let unreadable: Int

    /// A file by its parts.
    package init(
        name: String, rows: [Row], remains: [Row] = [], findings: [Finding] = [], held: [HeldText] = [],
        refused: Set<String> = [], unreadable: Int = 0
    ) {
        self.name = name
        self.rows = rows
        self.remains = remains
        self.findings = findings
        self.held = held
        self.refused = refused
        self.unreadable = unreadable
    }
}
