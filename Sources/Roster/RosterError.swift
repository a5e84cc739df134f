import Content

/// A roster file that cannot be used at all: empty, too large, or without a required column.
public struct RosterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where (`learners.csv:1:3`: line and column), and what to do.
    public let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    /// The finding as one line.
    public var description: String { finding.description }
}
